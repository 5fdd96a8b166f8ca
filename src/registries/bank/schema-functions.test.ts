import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addSeconds, instant } from '#core/kernel'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { chargeCard } from './charge-card.ts'
import { bankSchema } from './schema.ts'
import { openTestCards } from './test-cards.ts'

const SECRET = 'x'.repeat(32)
const NUMBER = '4400430000000015'
const NOW = instant(new Date('2026-11-22T10:00:00Z'))
const MANY = 4
const shows = { kk: '', ru: '', en: '' }

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase([bankSchema])
  await openTestCards(
    test.database.pool('registry_bank'),
    [{ number: NUMBER, expires: '12/30', balance: 10_000, shows }],
    { secret: SECRET, now: NOW },
  )
})
afterAll(() => test.close())

const pool = () => test.database.pool('registry_bank')

async function order(): Promise<string> {
  const id = randomUUID()
  await pool().query(
    `insert into bank.pay_order (id, merchant, amount, purpose, until, return_to, made_at)
     values ($1, 'portal', 100, '{}', $2, '', $3)`,
    [id, addSeconds(NOW, 3600), NOW],
  )
  return id
}

const charge = (id: string) =>
  chargeCard(
    { sql: pool(), secret: SECRET },
    id,
    { number: NUMBER, expiry: '12/30', code: '123' },
    NOW,
  )

async function refund(payment: string): Promise<string> {
  const reference = `R-${randomUUID()}`
  const { rows } = await pool().query<{ given: string }>(
    'select bank.give_back($1, $2, 100, $3, $4) as given',
    [randomUUID(), payment, reference, NOW],
  )
  return rows[0]?.given === reference ? 'given' : 'not given'
}

async function waiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ count: string }>(
      `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (Number(rows[0]?.count) >= count) return
  }
}

it('charges and refunds of one card at the same time wait for each other and never fail', async () => {
  const orders = await Promise.all(Array.from({ length: 2 * MANY }, order))
  const before = orders.slice(0, MANY)
  for (const id of before) expect(await charge(id)).toMatchObject({ ok: true })
  const { rows } = await pool().query<{ id: string }>(
    `select id from bank.posting where kind = 'payment'`,
  )
  // The card is held until a charge and then a refund wait for it.
  const holder = await pool().connect()
  await holder.query(`begin; select from bank.account where kind = 'card' for update`)
  const [late = '', ...others] = orders.slice(MANY)
  const first = charge(late)
  await waiting(1)
  const refunds = rows.map(({ id }) => refund(id))
  await waiting(2)
  await holder.query('rollback')
  holder.release()
  const charges = await Promise.all([first, ...others.map(charge)])
  expect(charges).toEqual(charges.map(() => ({ ok: true, value: { outcome: 'paid' } })))
  expect(await Promise.all(refunds)).toEqual(refunds.map(() => 'given'))
  const { rows: left } = await pool().query(`select balance from bank.account where kind = 'card'`)
  expect(left).toEqual([{ balance: String(1_000_000 - MANY * 100) }])
})
