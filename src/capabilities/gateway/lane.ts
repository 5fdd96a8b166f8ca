import type pg from 'pg'
import type { SystemId } from '#core/envelope'
import { addSeconds, type CodedError, type Instant, instant } from '#core/kernel'
import type { Log } from '#platform/log'
import { type Delivery, type DeliveryMeans, deliver, readQueued } from './deliver.ts'
import { gatewayErrors } from './errors.ts'
import { answerPayload, type Ended, handOver } from './hand-over.ts'
import { recordOf } from './message-log.ts'
import {
  type ClaimedBatch,
  claimDenied,
  claimFor,
  hasten,
  type Postponement,
  postpone,
  type QueuedMessage,
} from './outbox.ts'
import { recordStatus } from './system-status.ts'

export interface LaneOptions extends DeliveryMeans {
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly log: Log
  /** How long a message is tried again that its receiver refuses as such; then it is parked and raised. */
  readonly parkAfterSeconds: number
}
/** The deliveries to one receiver: a slow or silent system holds up nobody else. */
export interface Lane {
  /** Delivers one batch; gives the number of messages that were tried, 0 when nothing is due. */
  deliverBatch(): Promise<number>
}

const BATCH = 64
/** People wait for a silent system, and one message in ten seconds is no burden to it. */
const SILENT_SECONDS = [1, 2, 5, 10]
const REFUSED_SECONDS = [...SILENT_SECONDS, 30, 60]

/** Seconds until the next attempt after `failures` attempts, the first one included. */
const backoff = (pauses: readonly number[], failures: number): number =>
  pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] ?? 60

interface Attempt {
  readonly message: QueuedMessage
  readonly delivery: Delivery
}
type Settled = { readonly ended: Ended } | { readonly postponed: Postponement }

const plain = (error: CodedError) => ({ code: error.code, text: error.text })

/** A message that never leaves the gateway. Its sender is told why, and the log keeps that it was tried. */
function deny(message: QueuedMessage, error: CodedError, at: Instant): Ended {
  const request = readQueued(message)
  const entry = { partition: message.from, at, kind: 'denied' as const, messageId: message.id }
  const records =
    request === undefined ? [] : [recordOf(request, { ...entry, content: message.envelope })]
  const payload = answerPayload(message, request, {
    status: 'refused',
    body: null,
    error: plain(error),
    at,
  })
  return { message, state: 'done', error: error.code, records, payload }
}

function end(
  {
    message,
    delivery,
  }: { message: QueuedMessage; delivery: Extract<Delivery, { answer: unknown }> },
  state: 'done' | 'parked',
  at: Instant,
): Ended {
  const { request, answer, wires } = delivery
  const entry = { partition: message.from, at, messageId: message.id }
  return {
    message,
    state,
    error: answer.error?.code ?? null,
    records: [
      recordOf(request, { ...entry, kind: 'request', content: wires.request }),
      recordOf(answer, { ...entry, kind: 'answer', content: wires.answer }),
    ],
    payload: answerPayload(message, request, { ...answer, at: answer.sentAt }),
  }
}

function settle(options: LaneOptions, { message, delivery }: Attempt, now: Instant): Settled {
  const after = (pauses: readonly number[]) => addSeconds(now, backoff(pauses, message.attempts))
  if (delivery.outcome === 'answered') return { ended: end({ message, delivery }, 'done', now) }
  if (delivery.outcome === 'altered') return { ended: deny(message, gatewayErrors.ALTERED(), now) }
  const { id } = message
  if (delivery.outcome === 'failed')
    return {
      postponed: { id, runAt: after(SILENT_SECONDS), error: delivery.code, refusedSince: null },
    }
  const since = message.refusedSince === null ? now : instant(message.refusedSince)
  if (now < addSeconds(since, options.parkAfterSeconds))
    return {
      postponed: { id, runAt: after(REFUSED_SECONDS), error: delivery.code, refusedSince: since },
    }
  const { to, service } = message
  options.log.error(
    { messageId: id, to, service, code: delivery.code },
    'message parked: its receiver refuses it',
  )
  return { ended: end({ message, delivery }, 'parked', now) }
}

async function settleAll(
  options: LaneOptions,
  batch: ClaimedBatch,
  attempts: readonly Attempt[],
): Promise<void> {
  const now = options.clock()
  const settled = attempts.map((attempt) => settle(options, attempt, now))
  const ended = settled.flatMap((one) => ('ended' in one ? [one.ended] : []))
  const postponed = settled.flatMap((one) => ('postponed' in one ? [one.postponed] : []))
  if (ended.length > 0) await handOver(options.pool, batch.lease, ended)
  await postpone(options.pool, batch.lease, postponed)
}

/** The lane of messages that no right allows: refused at once, with a record in the log. */
export const createDeniedLane = (options: LaneOptions): Lane => ({
  async deliverBatch() {
    const now = options.clock()
    const batch = await claimDenied(options.pool, { now, limit: BATCH })
    const error = gatewayErrors.NOT_ALLOWED()
    const ended = batch.messages.map((message) => deny(message, error, now))
    if (ended.length > 0) await handOver(options.pool, batch.lease, ended)
    return ended.length
  },
})

/**
 * The lane to one system. While the system is silent, one message at a time feels for it, after 1, 2, 5, then every 10
 * seconds; when it answers, everything that waited is due at once. A single message that fails alone is put off by itself.
 */
export function createLane(options: LaneOptions, to: SystemId): Lane {
  const { pool, clock } = options
  let failures = 0
  let quietUntil: Instant | undefined
  let told: 'up' | 'down' | undefined

  async function tell(state: 'up' | 'down', error: string | null): Promise<void> {
    if (told !== state) {
      await recordStatus(pool, { system: to, state, error }, clock())
      if (state === 'up') await hasten(pool, to, clock())
      options.log.info({ system: to, state, code: error }, 'system state')
    }
    told = state
  }

  async function note(attempts: readonly Attempt[]): Promise<void> {
    const codes = attempts.flatMap(({ delivery }) =>
      delivery.outcome === 'failed' ? [delivery.code] : [],
    )
    const silent = codes.length === attempts.length
    failures = silent ? failures + 1 : 0
    quietUntil = silent ? addSeconds(clock(), backoff(SILENT_SECONDS, failures)) : undefined
    await tell(silent ? 'down' : 'up', codes[0] ?? null)
  }

  return {
    async deliverBatch() {
      const now = clock()
      if (quietUntil !== undefined && now < quietUntil) return 0
      const batch = await claimFor(pool, to, { now, limit: failures > 0 ? 1 : BATCH })
      if (batch.messages.length === 0) return 0
      const attempts = await Promise.all(
        batch.messages.map(async (message) => ({
          message,
          delivery: await deliver(options, message),
        })),
      )
      await settleAll(options, batch, attempts)
      await note(attempts)
      return attempts.length
    },
  }
}
