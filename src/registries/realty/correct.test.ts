import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { importRealty, realtyCorrect, realtyObjectRights, realtySchema } from './index.ts'

const now = instantAt(plainDate('2026-11-22'), '12:00:00')
const text = (value: string) => ({ kk: value, ru: value })
const NUMBER = '05:245:001:1:1:2'
let db: Awaited<ReturnType<typeof testDatabase>>
const pool = () => db.database.pool('registry_realty')

beforeAll(async () => {
  db = await testDatabase([realtySchema])
  const registered = { basis: text('шарт'), registeredAt: '2015-03-16T05:20:00.000Z' }
  const inForce = { ...registered, terminatedAt: null }
  await importRealty(pool(), [
    {
      cadastralNumber: NUMBER,
      kind: 'flat',
      purpose: text('тұрғын үй'),
      kato: '104400000',
      region: '100000000',
      street: text('Абай'),
      house: '12',
      block: null,
      flat: '2',
      address: text('Көкпекті'),
      addressCode: null,
      technical: {
        inventoryNumber: '245-1',
        yearBuilt: 1984,
        floors: 5,
        floor: 2,
        rooms: 2,
        walls: text('кірпіш'),
        areaTotal: '54.3',
        areaLiving: '31.8',
        areaLand: null,
      },
      rights: [
        {
          holder: '840731400431',
          holderName: text('САҒЫНДЫҚОВА ӘСЕЛ'),
          kind: 'ownership',
          form: 'shared',
          share: { numerator: 1, denominator: 2 },
          termination: null,
          ...inForce,
        },
        {
          holder: '810921300640',
          kind: 'ownership',
          form: 'individual',
          share: null,
          ...registered,
          terminatedAt: '2016-01-01T00:00:00.000Z',
          termination: text('шарт'),
        },
      ],
      encumbrances: [
        {
          holder: null,
          kind: text('кепіл'),
          interested: text('Банк'),
          form: 'shared',
          share: null,
          ...inForce,
        },
      ],
      claims: [],
    },
  ])
})
afterAll(() => db.close())

const request = {
  number: '840731400431',
  cadastralNumber: NUMBER,
  attribute: 'area-total',
  value: '45.3',
  basis: 'техникалық паспорт',
  caseNumber: '10100005622331',
  official: '790520400105',
}
const correct = (change: Partial<Record<keyof typeof request, string>> = {}) =>
  realtyCorrect.answer(
    pool(),
    { subject: change.number ?? request.number, body: { ...request, ...change } },
    now,
  )
const bodyOf = async (outcome: ReturnType<typeof correct>) => {
  const done = await outcome
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}
async function object(by: object = { cadastralNumber: NUMBER }) {
  const body = { number: request.number, object: by }
  const told = await realtyObjectRights.answer(
    pool(),
    { subject: request.number, body: JSON.parse(JSON.stringify(body)) },
    now,
  )
  if (!told.ok) throw new Error(told.error.code)
  const { body: answer } = told.value
  return answer === null ? undefined : contracts['realty.object-rights'].answer.parse(answer)
}

test('an object is told with its characteristics and what is in force, also by its address', async () => {
  const told = await object()
  expect(told?.object).toMatchObject({
    kind: { ru: 'квартира' },
    technical: { areaTotal: '54.3', rooms: 2 },
  })
  expect(told?.rights).toMatchObject([
    { share: '1/2', holder: { name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ' } } },
  ])
  expect(told?.encumbrances).toMatchObject([
    { ownership: { ru: 'общая долевая собственность' }, content: null },
  ])
  const address = { kato: '104400000', street: 'абай', house: '12', flat: '2' }
  expect(await object({ address })).toEqual(told)
  expect(await object({ address: { ...address, flat: '3' } })).toBeUndefined()
})

test.each([
  ['a stranger', '900115300102'],
  ['a former owner', '810921300640'],
])('%s corrects nothing', async (_, number) => {
  const before = await object()
  expect(await bodyOf(correct({ number, caseNumber: number }))).toMatchObject({ status: 'no-data' })
  expect(await object()).toEqual(before)
})

test('a correction changes the entry, keeps what it said with its basis, and is made once a case', async () => {
  const body = {
    cadastralNumber: NUMBER,
    attribute: 'area-total',
    before: '54.3',
    value: '45.3',
    correctedAt: now,
  }
  expect(await bodyOf(correct())).toEqual({ status: 'found', body })
  expect(await bodyOf(correct())).toEqual({ status: 'found', body })
  const many = await Promise.all(
    Array.from({ length: 5 }, () => bodyOf(correct({ caseNumber: 'x', value: '46.0' }))),
  )
  expect(new Set(many.map((one) => JSON.stringify(one))).size).toBe(1)
  expect((await object())?.object.technical?.areaTotal).toBe('46.0')
  const { rows } = await pool().query(
    'select before, value, official, basis from reg_realty.correction order by case_number',
  )
  expect(rows).toEqual([
    { before: '54.3', value: '45.3', official: '790520400105', basis: 'техникалық паспорт' },
    { before: '45.3', value: '46.0', official: '790520400105', basis: 'техникалық паспорт' },
  ])
  await expect(pool().query("update reg_realty.correction set value = 'x'")).rejects.toThrow(
    'append-only',
  )
})

test.each([
  ['area-total', 'many'],
  ['year-built', '84'],
  ['address-code', '12'],
  ['holder', 'x'],
])('%s cannot become "%s"', async (attribute, value) => {
  const done = await correct({ attribute, value, caseNumber: `no-${attribute}` })
  expect(done).toMatchObject({ ok: false, error: { code: 'REGISTRY_BAD_REQUEST' } })
})

test('what is not in the register cannot be corrected', async () => {
  expect(await bodyOf(correct({ cadastralNumber: '05:245:009:9', caseNumber: 'y' }))).toEqual({
    status: 'no-data',
    body: null,
  })
})
