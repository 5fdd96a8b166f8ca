import { expect, test } from 'vitest'
import { addSeconds, type Iin, type Instant } from '#core/kernel'
import { createOrdered } from './ordered.ts'

const MOTHER = '880722400013' as Iin
const child = (iin: string) => ({
  iin,
  fullName: { kk: 'ДАНА', ru: 'ДАНА' },
  birthDate: '2015-06-12',
  relation: 'mother',
  recordNumber: '10-123-15-0000001',
  since: '2015-06-20',
})
const row = (request: string, iin: string) => ({
  request,
  iin: MOTHER,
  name_kk: 'ЖАНАР',
  name_ru: 'ЖАНАР',
  basis: 'parent',
  mandate: `parent:${iin}`,
  principal_kind: 'person',
  principal: iin,
  principal_kk: 'ДАНА',
  principal_ru: 'ДАНА',
  at: new Date('2026-04-02T10:00:00.000Z'),
})
const FIRST = '150612600016'
const SECOND = '160612600018'

function scene() {
  const world = {
    now: '2026-04-02T10:00:00.000Z' as Instant,
    status: 'found',
    rows: [row('10100000000001', FIRST)],
    children: [child(FIRST)],
    asked: [] as string[],
  }
  const ordered = createOrdered({
    sql: { query: async () => ({ rows: world.rows, rowCount: world.rows.length }) } as never,
    clock: () => world.now,
    ask: async ({ service }) => {
      world.asked.push(service)
      return { status: world.status, body: { children: world.children } }
    },
  })
  const open = async () => (await ordered.orderedBy(MOTHER)).map((one) => one.open)
  return { world, open }
}

test('who ordered nothing for others asks no register', async () => {
  const { world, open } = scene()
  world.rows = []
  expect([await open(), world.asked]).toEqual([[], []])
})

test('the registers of the rights that were used are asked once a minute', async () => {
  const { world, open } = scene()
  expect([await open(), await open()]).toEqual([[true], [true]])
  expect(world.asked).toEqual(['civil-acts.children'])
  world.children = []
  world.now = addSeconds(world.now, 60)
  expect(await open()).toEqual([false])
})

test('a right that was used since is asked about at once', async () => {
  const { world, open } = scene()
  expect(await open()).toEqual([true])
  world.rows = [row('10100000000002', SECOND), ...world.rows]
  world.children = [child(FIRST), child(SECOND)]
  expect(await open()).toEqual([true, true])
})

test('while a register is silent what was ordered is listed, and closed', async () => {
  const { world, open } = scene()
  world.status = 'failed'
  expect(await open()).toEqual([false])
})
