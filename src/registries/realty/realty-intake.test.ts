import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '#platform/db/testing'
import { importRealty, type RealtyRow, realtySchema, type RightRow } from './index.ts'

let db: Awaited<ReturnType<typeof testDatabase>>
beforeEach(async () => {
  db = await testDatabase([realtySchema])
})
afterEach(() => db.close())

const text = (value: string) => ({ kk: value, ru: value })
const right = (change: Partial<RightRow> = {}): RightRow => ({
  holder: '840731400431',
  kind: 'ownership',
  form: 'individual',
  share: null,
  basis: text('договор'),
  registeredAt: '2015-03-16T05:20:00.000Z',
  terminatedAt: null,
  termination: null,
  ...change,
})
const share = (numerator: number, denominator: number) =>
  right({ form: 'shared', share: { numerator, denominator } })
const object = (plot: number, rights: readonly RightRow[]): RealtyRow => ({
  cadastralNumber: `05:245:001:${plot}`,
  kind: 'plot',
  purpose: text('огород'),
  kato: '104400000',
  region: '100000000',
  street: text('Абай'),
  house: '1',
  block: null,
  flat: null,
  address: text('Көкпекті'),
  addressCode: null,
  rights,
  encumbrances: [],
  claims: [],
})
const pool = () => db.database.pool('registry_realty')
const codes = async (rows: readonly RealtyRow[]) =>
  (await importRealty(pool(), rows)).rejected.map(({ key, code }) => `${key} ${code}`)

test.each<[string, RightRow[]]>([
  ['six sixths', Array.from({ length: 6 }, () => share(1, 6))],
  ['a half, a third and a sixth', [share(1, 2), share(1, 3), share(1, 6)]],
  [
    'two joint owners',
    [right({ form: 'joint' }), right({ form: 'joint', holder: '810921300640' })],
  ],
  ['shares that make less than the whole', [share(1, 7), share(2, 9)]],
  [
    'an owner and the one before',
    [right(), right({ terminatedAt: '2016-01-01T00:00:00.000Z', termination: text('x') })],
  ],
  ['the owner and a tenant of the land', [right(), right({ kind: 'lease', form: 'state' })]],
])('%s are taken', async (_, rights) => {
  expect(await codes([object(1, rights)])).toEqual([])
})

test.each<[string, RightRow[], string]>([
  ['seven sixths', Array.from({ length: 7 }, () => share(1, 6)), 'registered_right_within_whole'],
  ['a thousandth too much', [share(1, 2), share(501, 1000)], 'registered_right_within_whole'],
  [
    'two sole owners',
    [right(), right({ holder: '810921300640' })],
    'registered_right_within_whole',
  ],
  ['a sole owner beside a share', [right(), share(1, 2)], 'registered_right_within_whole'],
  [
    'a share of a sole owner',
    [right({ share: { numerator: 1, denominator: 2 } })],
    'registered_right_share',
  ],
  ['a share that is no part', [share(2, 2)], 'registered_right_share_is_part'],
  [
    'an end before the beginning',
    [right({ terminatedAt: '2014-01-01T00:00:00.000Z', termination: text('x') })],
    'registered_right_validity',
  ],
  [
    'an end without a ground',
    [right({ terminatedAt: '2016-01-01T00:00:00.000Z' })],
    'registered_right_termination',
  ],
  ['a holder that cannot be', [right({ holder: '840731400432' })], 'right_holder_control_digit'],
])('%s are rejected by name, and the rows around are taken', async (_, rights, code) => {
  const rows = [object(1, [right()]), object(2, rights), object(3, [right()]), object(4, [])]
  const report = await importRealty(pool(), rows)
  expect(report).toEqual({ accepted: 3, rejected: [{ key: '05:245:001:2', code }] })
  const { rows: kept } = await pool().query('select from reg_realty.object')
  expect(kept).toHaveLength(3)
})

test('an object twice is rejected the second time', async () => {
  expect(await codes([object(1, [right()]), object(1, [])])).toEqual(['05:245:001:1 object_pk'])
})

test('a second owner cannot slip in later, nor two at the same time', async () => {
  await importRealty(pool(), [object(1, [share(1, 2)]), object(2, [])])
  const add = (plot: number) =>
    pool().query(
      `insert into reg_realty.registered_right (cadastral_number, holder, kind, form, numerator, denominator, basis_kk, basis_ru, registered_at)
       values ($1, '810921300640', 'ownership', 'shared', 2, 3, 'x', 'x', now())`,
      [`05:245:001:${plot}`],
    )
  await expect(add(1)).rejects.toThrow('exceed the whole')
  const both = await Promise.allSettled([add(2), add(2)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('an entry can be ended once, and neither changed nor deleted', async () => {
  await importRealty(pool(), [object(1, [right()])])
  const set = (change: string) => pool().query(`update reg_realty.registered_right set ${change}`)
  await expect(set("holder = '810921300640'")).rejects.toThrow('never overwritten')
  await set("terminated_at = now(), termination_kk = 'x', termination_ru = 'x'")
  await expect(
    set('terminated_at = null, termination_kk = null, termination_ru = null'),
  ).rejects.toThrow('never overwritten')
  await expect(pool().query('delete from reg_realty.registered_right')).rejects.toThrow(
    'permission denied',
  )
})
