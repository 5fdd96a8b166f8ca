import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Seal } from '#core/envelope'
import type { CodedError, Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { createHttp } from '#platform/http'
import type { Log } from '#platform/log'
import {
  type AccessRule,
  createRegistry,
  RegistryUnavailable,
  type Registry,
} from '#registries/kit'
import { type BankView, PaidPage, PayPage, PlainPage } from './bank-pages.tsx'
import { createCallBacks } from './call-backs.ts'
import { chargeCard, type TypedCard } from './charge-card.ts'
import { bankErrors } from './errors.ts'
import { findPayOrder, type PayOrder, statusOf } from './order-status.ts'
import { bankServices } from './services.ts'
import { STYLE } from './style.ts'
import type { TestCard } from './test-cards.ts'

export interface BankOptions {
  /** Role `registry_bank`. */
  readonly sql: Sql
  /** Has the bank's key, and knows the portal's certificate. */
  readonly seal: Seal
  readonly clock: () => Instant
  readonly log: Log
  /** Finds cards by their numbers; 32 characters or more, of the bank alone. */
  readonly secret: string
  /** Where people reach the bank. */
  readonly publicUrl: () => string
  /** Where the portal takes call-backs. */
  readonly callBackTo: () => string
  /** The cards of the demonstration: its pages show them and say that nothing is real. */
  readonly testCards?: readonly TestCard[] | undefined
}

export interface BankServer {
  readonly app: FastifyInstance
  /** The bank's services; maintenance is switched here. */
  readonly registry: Registry
  start(): void
  stop(): Promise<void>
}

const RIGHTS: readonly AccessRule[] = ['create-order', 'status', 'refund', 'statement'].map(
  (service) => ({ from: 'portal', service: `bank.${service}` }),
)

const MACHINE = { machine: true, rateLimit: { max: 6000, timeWindow: 60_000 } }

/** No cookie, no session: the order's number, which nobody can guess, is all that the page goes by. */
const PAGE = { machine: true }

const fieldsOf = (body: unknown): TypedCard => {
  const fields = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  const text = (name: string): string => {
    const value: unknown = fields.get(name)
    return typeof value === 'string' ? value.slice(0, 40) : ''
  }
  return { number: text('number'), expiry: text('expiry'), code: text('code') }
}

function registerServices(app: FastifyInstance, { endpoint }: Registry): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, parsed) =>
    parsed(null, body),
  )
  app.post('/api', { config: MACHINE }, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    try {
      return await reply.type('application/octet-stream').send(await endpoint(bytes))
    } catch (error) {
      if (!(error instanceof RegistryUnavailable)) throw error
      return reply.code(503).type('text/plain').send(error.code)
    }
  })
}

type Params = { Params: { readonly order: string } }

function registerPages(app: FastifyInstance, options: BankOptions, onTold: () => void): void {
  const { sql, testCards } = options
  const viewOf = (request: FastifyRequest): BankView => ({
    lang: request.lang,
    path: request.url.split('?')[0] ?? '/',
    demonstration: testCards !== undefined,
  })
  const refused = (request: FastifyRequest, reply: FastifyReply, error: CodedError, to?: string) =>
    reply.page(
      <PlainPage
        view={viewOf(request)}
        error={error}
        {...(to === undefined ? {} : { returnTo: to })}
      />,
      { status: error.status },
    )
  const pay = (request: FastifyRequest, order: PayOrder, more: object = {}): JSX.Element => (
    <PayPage view={viewOf(request)} order={order} cards={testCards ?? []} {...more} />
  )

  app.get('/', { config: PAGE }, (request, reply) =>
    reply.page(<PlainPage view={viewOf(request)} />),
  )
  app.get('/bank.css', { config: { ...PAGE, rateLimit: false } }, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(STYLE),
  )
  app.get<Params>('/pay/:order', { config: PAGE }, async (request, reply) => {
    const order = await findPayOrder(sql, request.params.order)
    if (order === undefined) return refused(request, reply, bankErrors.NO_ORDER())
    const status = await statusOf(sql, order.id)
    if (status?.payment) return reply.page(<PaidPage view={viewOf(request)} order={order} />)
    if (status?.closed === true || options.clock() >= order.until.toISOString())
      return refused(request, reply, bankErrors.ORDER_CLOSED(), order.return_to)
    return reply.page(pay(request, order))
  })
  app.post<Params>('/pay/:order', { config: PAGE }, async (request, reply) => {
    const order = await findPayOrder(sql, request.params.order)
    if (order === undefined) return refused(request, reply, bankErrors.NO_ORDER())
    const charged = await chargeCard(options, order.id, fieldsOf(request.body), options.clock())
    onTold()
    if (!charged.ok && charged.error.field !== undefined)
      return reply.page(pay(request, order, { error: charged.error }), { status: 422 })
    if (!charged.ok) return refused(request, reply, charged.error, order.return_to)
    if (charged.value.outcome === 'paid')
      return reply.redirect(`/pay/${order.id}?lang=${request.lang}`, 303)
    return reply.page(pay(request, order, { reason: charged.value.reason }), { status: 402 })
  })
}

/** The bank as a server of its own: its services for the portal, its pages for people, its call-backs. */
export async function createBank(options: BankOptions): Promise<BankServer> {
  const { sql, seal, clock, log, secret } = options
  const registry = createRegistry({
    system: 'bank',
    schema: 'bank',
    sql,
    seal,
    clock,
    rights: RIGHTS,
    services: bankServices((order) => `${options.publicUrl()}/pay/${order}`),
  })
  const callBacks = createCallBacks({ sql, seal, clock, log, url: options.callBackTo })
  const app = await createHttp({
    log,
    clock,
    secrets: { cookies: secret },
    publicUrl: options.publicUrl(),
    checks: { books: async () => (await sql.query('select from bank.account')).rowCount !== null },
  })
  registerServices(app, registry)
  registerPages(app, options, () => callBacks.wake())
  return {
    app,
    registry,
    start: () => callBacks.start(),
    async stop() {
      await app.close()
      await callBacks.stop()
    },
  }
}
