import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { parse } from 'yaml'
import { documentsSchema } from '#capabilities/documents'
import { type TestDocuments, testDocuments } from '#capabilities/documents/testing'
import { createNotifications, notificationsSchema } from '#capabilities/notifications'
import {
  createHttpBank,
  createPayments,
  type Offer,
  offerCall,
  type Payments,
  type PaymentsDeps,
  paymentsSchema,
  type PaymentView,
} from '#capabilities/payments'
import type { Seal } from '#core/envelope'
import { addSeconds, type Iin, type Instant, instant, type Party } from '#core/kernel'
import { type SqlCall, writeCalls } from '#platform/db'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { createWorker, type Job, jobsSchema, type Worker } from '#platform/jobs'
import { createLog, type Log } from '#platform/log'
import { createTestAuthority } from '#platform/seal/testing'
import {
  type BankServer,
  bankSchema,
  createBank,
  openTestCards,
  parseTestCards,
  type TestCard,
} from '#registries/bank'

const SECRET = 'x'.repeat(48)
const SCHEMAS = [jobsSchema, documentsSchema, notificationsSchema, paymentsSchema, bankSchema]
export const AMOUNT = 432_500
export const asel: Party = { kind: 'person', iin: '840731400431' as Iin }

export const testCards: readonly TestCard[] = parseTestCards(
  parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../country/bank.yaml'), 'utf8')),
)

/** The number of the test card that shows this, by a word of its English text. */
export function cardThat(shows: string): string {
  const card = testCards.find(({ shows: text }) => text.en.includes(shows))
  if (card === undefined) throw new Error(`no test card shows "${shows}"`)
  return card.number
}

/** Payments and the bank on one real database, talking over real HTTP, each with its own key. */
export interface PaymentWorld {
  readonly test: TestDatabase
  readonly payments: Payments
  readonly bank: BankServer
  readonly documents: TestDocuments
  readonly notifications: ReturnType<typeof createNotifications>
  /** Has the keys of the portal, of the bank and of a stranger. */
  readonly seal: Seal
  readonly lines: string[]
  /** What cases were told: payloads of `payments.settled`. */
  readonly settled: Job['payload'][]
  now: Instant
  /** What comes in between portal and call-back endpoint; HTTP status to answer instead, or undefined. */
  refuseCallBacks: number | undefined
  /** What happens between the making of a receipt and its handing out. */
  onIssued: (() => Promise<void>) | undefined
  offer(change?: Partial<Offer>): Promise<PaymentView>
  call(...calls: readonly SqlCall[]): Promise<void>
  order(caseId: string): Promise<PaymentView>
  /** Types a card on the bank's page. */
  pay(order: PaymentView, card: string): Promise<{ status: number; page: string }>
  /** Works until no job is due. */
  work(): Promise<void>
  /** Waits until the bank has told all that is due. */
  told(): Promise<void>
  close(): Promise<void>
}

const addressOf = (server: { address(): AddressInfo | string | null }): string => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return `http://127.0.0.1:${address.port}`
}

/** The portal's endpoint for call-backs, and nothing else of the portal. */
async function callBackServer(world: () => PaymentWorld): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const refuse = world().refuseCallBacks
      if (refuse !== undefined) {
        response.writeHead(refuse).end()
        return
      }
      world()
        .payments.takeCallBack(Buffer.concat(chunks))
        .then(
          ({ status, bytes }) => response.writeHead(status).end(bytes),
          () => response.writeHead(500).end(),
        )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function post(url: string, fields: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: response.status, page: await response.text() }
}

let serial = 5_600_000

async function startBank(parts: {
  readonly test: TestDatabase
  readonly seal: Seal
  readonly clock: () => Instant
  readonly log: Log
  readonly callBackTo: string
}): Promise<{ readonly bank: BankServer; readonly url: string }> {
  const { test, clock } = parts
  const sql = test.database.pool('registry_bank')
  await openTestCards(sql, testCards, { secret: SECRET, now: clock() })
  let url = ''
  const bank = await createBank({
    ...parts,
    sql,
    secret: SECRET,
    testCards,
    publicUrl: () => url || 'http://bank.test',
    callBackTo: () => parts.callBackTo,
  })
  await bank.app.listen({ host: '127.0.0.1', port: 0 })
  url = addressOf(bank.app.server)
  bank.start()
  return { bank, url }
}

function newOffer(now: Instant, change: Partial<Offer>): Offer {
  const caseId = change.caseId ?? randomUUID()
  serial += 1
  return {
    key: `${caseId}/pay/1`,
    caseId,
    action: 'pay',
    visit: 1,
    number: `101000${String(serial).padStart(8, '0')}`,
    service: { kk: 'Куәлік', ru: 'Свидетельство', en: 'Certificate' },
    party: asel,
    people: { party: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ', ru: 'САГИНДЫКОВА АСЕЛ' } },
    name: { kk: 'Мемлекеттік баж', ru: 'Государственная пошлина', en: 'State duty' },
    amount: AMOUNT,
    until: addSeconds(now, 86_400),
    at: now,
    ...change,
  }
}

type Verbs = 'offer' | 'call' | 'order' | 'pay' | 'told'

/** What a test does in the world. */
function verbsOf(world: () => PaymentWorld): Pick<PaymentWorld, Verbs> {
  const call = async (...calls: readonly SqlCall[]) => {
    const { text, values } = writeCalls(calls, 1)
    await world()
      .test.database.pool('app')
      .query(`select ${text}`, [...values])
  }
  const order = async (caseId: string) => {
    const [found] = await world().payments.ofCase(caseId)
    if (found === undefined) throw new Error('no order')
    return found
  }
  return {
    call,
    order,
    async offer(change = {}) {
      const offer = newOffer(world().now, change)
      await call(offerCall(offer))
      return order(offer.caseId)
    },
    async pay(wanted, card) {
      const begun = await world().payments.begin({ order: wanted.order, party: wanted.party })
      if (!begun.ok) throw new Error(begun.error.code)
      const expires = testCards.find(({ number }) => number === card)?.expires ?? '12/30'
      return post(begun.value.page, { number: card, expiry: expires, code: '123' })
    },
    async told() {
      const sql = world().test.database.pool('registry_bank')
      for (let tries = 0; tries < 200; tries += 1) {
        const { rowCount } = await sql.query(
          'select from bank.call_back where ended_at is null and (due_at <= $1 or tries > 0)',
          [world().now],
        )
        if (rowCount === 0) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error('the bank has not told all')
    },
  }
}

function startWorker(deps: PaymentsDeps, payments: Payments, settled: Job['payload'][]): Worker {
  const worker = createWorker({
    ...deps,
    handlers: {
      ...payments.handlers,
      'payments.settled': async ({ payload }) => void settled.push(payload),
    },
    concurrency: 4,
    leaseSeconds: 30,
  })
  worker.start()
  return worker
}

async function closeAll(
  running: readonly { stop(): Promise<void> }[],
  server: Server,
  parts: readonly { close(): unknown }[],
): Promise<void> {
  for (const one of running) await one.stop()
  await new Promise((resolve) => server.close(resolve))
  for (const one of parts) await one.close()
}

const watched = ({ documents }: TestDocuments, world: () => PaymentWorld) => ({
  ...documents,
  async issue(request: Parameters<typeof documents.issue>[0]) {
    const issued = await documents.issue(request)
    await world().onIssued?.()
    return issued
  },
})

const SYSTEMS = ['portal', 'bank', 'realty']

export async function paymentWorld(): Promise<PaymentWorld> {
  const test = await testDatabase(SCHEMAS)
  const authority = await createTestAuthority()
  for (const system of SYSTEMS) await authority.enrol(system)
  const time = { now: instant(new Date()) }
  const clock = () => time.now
  const seal = authority.seal(SYSTEMS, clock)
  const lines: string[] = []
  const log = createLog({ level: 'debug', pretty: false, write: (line) => lines.push(line) })
  const pool = test.database.pool('app')
  const documents = await testDocuments(pool)
  const callBacks = await callBackServer(() => world)
  const base = { test, seal, clock, log }
  const { bank, url } = await startBank({ ...base, callBackTo: addressOf(callBacks) })
  const deps: PaymentsDeps = {
    pool,
    bank: createHttpBank({ url: `${url}/api`, seal, clock, timeoutMs: 2000 }),
    seal,
    documents: watched(documents, () => world),
    issuer: { seal: 'any', body: { kk: 'Портал', ru: 'Портал', en: 'Portal' } },
    returnTo: (request) => `http://portal.test/requests/${request}/payment`,
    clock,
    log,
  }
  const payments = createPayments(deps)
  const settled: Job['payload'][] = []
  const worker = startWorker(deps, payments, settled)
  const world: PaymentWorld = {
    ...verbsOf(() => world),
    test,
    payments,
    bank,
    documents,
    notifications: createNotifications({ pool, clock }),
    seal,
    lines,
    settled,
    get now() {
      return time.now
    },
    set now(at) {
      time.now = at
    },
    refuseCallBacks: undefined,
    onIssued: undefined,
    work: () => worker.idle(),
    close: () => closeAll([worker, bank], callBacks, [documents, authority, test]),
  }
  return world
}

export async function balanceOf({ test }: PaymentWorld, account: string): Promise<number> {
  const { rows } = await test.database
    .pool('registry_bank')
    .query<{ balance: string }>('select balance from bank.account where id = $1', [account])
  return Number(rows[0]?.balance)
}
