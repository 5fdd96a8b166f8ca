import type pg from 'pg'
import type { AnswerEnvelope, AnswerError, RequestEnvelope } from '#core/envelope'
import type { Instant, Json, JsonObject } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { enqueue } from '#platform/jobs'
import { appendLog, type LogRecord } from './message-log.ts'
import { finish, type QueuedMessage } from './outbox.ts'

/** A message that is ended: what the log keeps of it and what its sender is told. */
export interface Ended {
  readonly message: QueuedMessage
  readonly state: 'done' | 'parked'
  readonly error: string | null
  readonly records: readonly LogRecord[]
  readonly payload: JsonObject
}

interface Told {
  readonly status: AnswerEnvelope['status']
  readonly body: Json
  readonly error?: AnswerError | undefined
}

/**
 * The payload of a job `gateway.answer`: which message is answered, for which case, and what the answer says. `body` follows
 * the service's contract for `found` and `absent` and is null otherwise; `error` is there for `refused` alone.
 */
export function answerPayload(
  message: QueuedMessage,
  request: RequestEnvelope | undefined,
  told: Told & { readonly at: Instant },
): JsonObject {
  return {
    messageId: message.id,
    key: message.key,
    from: message.from,
    to: message.to,
    service: message.service,
    case: message.case,
    subject: request?.subject ?? null,
    status: told.status,
    body: told.body,
    error: told.error === undefined ? null : { code: told.error.code, text: told.error.text },
    answeredAt: told.at,
  }
}

/**
 * Ends messages: one transaction takes them out of the queue, appends both sides to the log and adds the jobs that give the
 * answers to the cases. A message whose lease was lost is left to its new holder.
 */
export const handOver = (pool: pg.Pool, lease: string, ended: readonly Ended[]): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const held = await finish(
      tx,
      lease,
      ended.map(({ message, state, error }) => ({ id: message.id, state, error })),
    )
    const ours = ended.filter(({ message }) => held.has(message.id))
    await appendLog(
      tx,
      ours.flatMap(({ records }) => records),
    )
    await enqueue(
      tx,
      ours.map(({ message, payload }) => ({ kind: 'gateway.answer', key: message.id, payload })),
    )
    return ours.length
  })
