import { randomUUID } from 'node:crypto'
import { type DeclineReason, type PaymentResult, paymentResult } from '#core/contracts'
import {
  envelopeText,
  fromWire,
  matchAnswer,
  type RequestEnvelope,
  type Seal,
  toWire,
} from '#core/envelope'
import { type Instant, instant, type Text } from '#core/kernel'
import type { Sql } from '#platform/db'
import { createSignal } from '#platform/jobs'
import type { Log } from '#platform/log'

export interface CallBackOptions {
  readonly sql: Sql
  readonly seal: Seal
  readonly clock: () => Instant
  readonly log: Log
  /** Where the portal takes call-backs. */
  readonly url: () => string
}

interface Due {
  readonly id: string
  readonly order_id: string
  readonly attempt: string
  readonly card: string
  readonly amount: string
  readonly reason: DeclineReason | null
  readonly at: Date
  readonly closed: boolean
}

/** Taking a call-back pushes it into the future, so that another process, or this one after a crash, tries it later. */
const CLAIM = `
  with due as (
    select c.id from bank.call_back c where ended_at is null and due_at <= $1 order by due_at limit 5 for update skip locked),
  taken as (
    update bank.call_back c set tries = tries + 1, due_at = $1::timestamptz + least(600, 2 ^ least(c.tries, 10)) * interval '1 second'
    from due where c.id = due.id returning c.id, c.attempt)
  select t.id, a.id as attempt, a.order_id, a.card, o.amount, a.reason, a.at, bank.exhausted(o.id) as closed
  from taken t join bank.attempt a on a.id = t.attempt join bank.pay_order o on o.id = a.order_id`

const PURPOSE: Text = {
  kk: 'Төлемнің нәтижесі',
  ru: 'Результат оплаты',
  en: 'The outcome of a payment',
}

function resultOf(due: Due): PaymentResult {
  const { order_id: order, attempt: id, reason, at, card, amount, closed } = due
  return reason === null
    ? {
        outcome: 'paid',
        order,
        payment: { id, at: instant(at), amount: Number(amount), card },
      }
    : { outcome: 'declined', order, decline: { id, at: instant(at), reason }, closed }
}

async function deliver(options: CallBackOptions, due: Due): Promise<string | undefined> {
  const request: RequestEnvelope = {
    kind: 'request',
    id: randomUUID(),
    from: 'bank',
    to: 'portal',
    service: paymentResult.id,
    purpose: PURPOSE,
    body: resultOf(due),
    sentAt: options.clock(),
  }
  const signed = await options.seal.sign('bank', envelopeText(request))
  const response = await fetch(options.url(), {
    method: 'POST',
    body: new Uint8Array(toWire(signed)),
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(10_000),
    redirect: 'error',
  })
  const read = fromWire(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok || !(await options.seal.verify('portal', read.value.signed)).ok)
    throw new Error(`no signed answer, HTTP ${response.status}`)
  const answer = matchAnswer(request, read.value.envelope)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.error?.code
}

/** A refusal that a new attempt, signed with the time of then, may mend. */
const PASSING: readonly string[] = ['PAYMENT_STALE', 'ENVELOPE_FROM_FUTURE']

async function attempt(options: CallBackOptions, due: Due): Promise<void> {
  const { sql, clock, log } = options
  const outcome = await deliver(options, due).catch((error: unknown) =>
    error instanceof Error ? error : new Error('not delivered'),
  )
  const failed = outcome instanceof Error || PASSING.includes(outcome ?? '')
  const told = outcome instanceof Error ? outcome.name : (outcome ?? null)
  if (told !== null) log.warn({ err: outcome, code: told }, 'a call-back was not taken')
  await sql.query('update bank.call_back set last_error = $2, ended_at = $3 where id = $1', [
    due.id,
    told,
    failed ? null : clock(),
  ])
}

const NAP_MS = 500

/** Tells the portal how payments went, again and again until it is taken. */
export function createCallBacks(options: CallBackOptions) {
  const bell = createSignal()
  const state = { active: false, ended: Promise.resolve() }
  const round = async (): Promise<number> => {
    const { rows } = await options.sql.query<Due>(CLAIM, [options.clock()])
    await Promise.all(rows.map((due) => attempt(options, due)))
    return rows.length
  }
  const loop = async () => {
    while (state.active) {
      const told = await round().catch((error: unknown) => {
        options.log.warn({ err: error }, 'call-backs could not be read')
        return 0
      })
      if (told === 0) await bell.wait(NAP_MS)
    }
  }
  return {
    start() {
      state.active = true
      state.ended = loop()
    },
    wake: bell.ring,
    async stop() {
      state.active = false
      bell.ring()
      await state.ended
    },
  }
}
