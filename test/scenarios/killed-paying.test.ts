import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#platform/db'
import { fill, getKey, numberOf, order, register, sign } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { type Killable, killablePlatform } from '../kit/killable.ts'
import { missingReceipts, paidOrders, wrongCharges } from '../kit/reckon.ts'
import { PASSWORD, visit } from './citizens.ts'
import { BORN } from './people.ts'

const SERVICE = 'justice.civil-act-certificate'
const PAYERS = 6
const STAY_AWAY = 3
/** Of these cards the bank tells the portal half a minute later, and twice. */
const [LATE, TWICE] = ['4400430000000072', '4400430000000080']

let platform: Killable
let books: pg.Pool
let closeBooks: () => Promise<void>
beforeAll(async () => {
  platform = await killablePlatform(200)
  await platform.start()
  const server = await startEmbeddedPostgres({ dir: platform.data })
  if (!server.ok) throw new Error(server.error.code)
  books = new pg.Pool({ ...server.value.connection, max: 1 })
  // The database is killed on the way too: a lost connection is opened anew.
  books.on('error', () => {})
  closeBooks = async () => {
    await books.end()
    await server.value.stop()
  }
})
afterAll(async () => {
  await closeBooks?.()
  await platform?.close()
})

const ask = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await books.query<T>(sql, values)).rows

interface Payer {
  readonly visitor: Visitor
  readonly number: string
  readonly card: string
  /** Pays, and does not look at the portal before it was killed. */
  readonly staysAway: boolean
}

type Born = Readonly<Record<string, string>> & { readonly iin: string }

/** From the registration to the offer of the duty. */
async function toPayment({ iin, birthDate = '', ...answers }: Born, turn: number): Promise<Payer> {
  const visitor = visit(platform.baseUrl)
  await register(visitor, { number: iin, password: PASSWORD })
  const key = await getKey(visitor)
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const signing = await fill(visitor, await order(visitor, SERVICE), {
    ...answers,
    'birthDate-day': day,
    'birthDate-month': month,
    'birthDate-year': year,
  })
  await sign(visitor, signing, key)
  const staysAway = turn < STAY_AWAY
  return { visitor, number: numberOf(signing), card: staysAway ? LATE : TWICE, staysAway }
}

const isOffered = ({ forms }: Page) => forms.some(({ action }) => action.endsWith('/payment'))

/** Types the card at the bank, and does not come back to the portal yet. */
async function typeCard({ visitor, number, card }: Payer): Promise<void> {
  const at = `/requests/${number}/payment`
  const page = await visitor.get(at)
  if (!isOffered(page)) return
  const bank = await visitor.submit(page, at)
  const form = bank.forms.find(({ action }) => action.includes('/pay/'))
  if (form === undefined) return
  const body = new URLSearchParams({ ...form.fields, number: card, expiry: '12/30', code: '123' })
  await fetch(new URL(form.action, bank.url), { method: 'POST', body, redirect: 'manual' })
}

/** Pays as long as the page offers it: who got no answer types the card again. */
async function pay(payer: Payer, restarted: Promise<void>): Promise<void> {
  const { visitor, number } = payer
  for (;;) {
    const page = await platform.patiently(() => visitor.get(`/requests/${number}/payment`))
    if (page.html.includes('data-paid')) return
    if (isOffered(page)) {
      await platform.patiently(() => typeCard(payer))
      if (payer.staysAway) await restarted
    }
    await pause(100)
  }
}

async function untilFinished({ visitor, number }: Payer): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    const page = await platform.patiently(() => visitor.get(`/requests/${number}`))
    if (page.html.includes('data-ended="true"') && page.html.includes('result.pdf')) return
  }
  throw new Error(`${number} did not end`)
}

/** Charged at the bank, while the portal still offers to pay. */
const UNKNOWN = `
  select count(distinct b.order_id)::int as n from bank.posting b join payments.payment_order o on o.id = b.order_id
  where o.state = 'offered'`
const KNOWN = `select count(*)::int as n from payments.payment_order where state = 'paid'`

async function untilCount(sql: string, least: number): Promise<void> {
  while (((await ask<{ n: number }>(sql))[0]?.n ?? 0) < least) await pause(5)
}

/** Kills the platform when cards were charged of which it does not know, and again, with its database, when it learns of them. */
async function disturb(restarted: () => void): Promise<void> {
  await untilCount(UNKNOWN, 2)
  await platform.kill(false)
  await platform.start()
  restarted()
  await untilCount(KNOWN, 1)
  await platform.kill(true)
  await platform.start()
}

test('the platform is killed while duties are paid: each is charged once, has its receipt, and its case goes on', {
  timeout: 240_000,
}, async () => {
  const born = await ask<Born>(BORN, [PAYERS])
  expect(born).toHaveLength(PAYERS)
  const payers = await Promise.all(born.map(toPayment))
  let restarted = (): void => {}
  const isBack = new Promise<void>((resolve) => {
    restarted = resolve
  })
  await Promise.all([...payers.map((payer) => pay(payer, isBack)), disturb(restarted)])
  await Promise.all(payers.map(untilFinished))

  const cases = (
    await ask<{ id: string }>('select id from cases.case_state where number = any($1)', [
      payers.map(({ number }) => number),
    ])
  ).map(({ id }) => id)
  const reckoned = { database: { pool: () => books } }
  await expect
    .poll(() => missingReceipts(reckoned, cases), { timeout: 30_000, interval: 300 })
    .toBe(0)
  expect(await paidOrders(reckoned, cases)).toBe(PAYERS)
  expect(await wrongCharges(reckoned, cases)).toBe(0)
  expect(
    await ask(
      `select count(*)::int as payments, count(*) filter (where p.settles)::int as settling from payments.payment p
       join payments.payment_order o on o.id = p.order_id where o.case_id = any($1::uuid[])`,
      [cases],
    ),
  ).toEqual([{ payments: PAYERS, settling: PAYERS }])
  expect(
    await ask(
      `select count(*)::int as finished, count(distinct case_id)::int as cases from cases.case_event
       where case_id = any($1::uuid[]) and type = 'finished'`,
      [cases],
    ),
  ).toEqual([{ finished: PAYERS, cases: PAYERS }])
})
