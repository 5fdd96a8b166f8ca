import type pg from 'pg'
import { fromWire, parseEnvelope, type RequestEnvelope } from '#core/envelope'
import { type Instant, instant } from '#core/kernel'
import { inTransaction, type Sql } from '#platform/db'
import { sendMessage } from './send-message.ts'

/** A question of a case that came to nothing: refused by its receiver or by the gateway. The case waits for people. */
export interface StuckMessage {
  readonly id: string
  readonly to: string
  readonly service: string
  readonly case: string
  readonly sentAt: Instant
  /** Code of the refusal. */
  readonly reason: string
}

/** The job that brings a refusal to its case is parked: nothing but a person goes on from there. */
const STUCK = `
select o.id, o.key, o.to_system as "to", o.service, o.case_id as "case", o.sent_at as "sentAt",
  coalesce(o.last_error, j.payload->'error'->>'code', '') as reason
from jobs.job j join gateway.outbox o on o.id = (j.payload->>'messageId')::uuid
where j.kind = 'gateway.answer' and j.parked_at is not null and j.payload->>'status' = 'refused' and o.case_id is not null`

type Row = Omit<StuckMessage, 'sentAt'> & { readonly key: string; readonly sentAt: Date }

/** The oldest first. */
export async function stuckMessages(sql: Sql, limit: number): Promise<readonly StuckMessage[]> {
  const { rows } = await sql.query<Row>(`${STUCK} order by o.seq limit $1`, [limit])
  return rows.map(({ key: _key, ...row }) => ({ ...row, sentAt: instant(row.sentAt) }))
}

/** What was asked, as the message log keeps it. */
async function askedBy(tx: Sql, id: string): Promise<RequestEnvelope | undefined> {
  const { rows } = await tx.query<{ kind: string; content: string }>(
    "select kind, content from gateway.log where message_id = $1 and kind <> 'answer' order by seq desc limit 1",
    [id],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const read =
    row.kind === 'request' ? fromWire(Buffer.from(row.content)) : parseEnvelope(row.content)
  if (!read.ok) return undefined
  const envelope = 'envelope' in read.value ? read.value.envelope : read.value
  return envelope.kind === 'request' ? envelope : undefined
}

/** `<case>/<action>/<visit>` stays the beginning: the answer finds the step that asked. */
const nextKey = (key: string): string => {
  const [, step = key, times = '0'] = /^(.*?)(?:\/again-(\d+))?$/.exec(key) ?? []
  return `${step}/again-${Number(times) + 1}`
}

async function again(tx: Sql, { id, key }: Row, now: Instant): Promise<boolean> {
  const asked = await askedBy(tx, id)
  if (asked === undefined) return false
  const { kind: _kind, id: _id, ...question } = asked
  await sendMessage(tx, { ...question, key: nextKey(key), sentAt: now })
  await tx.query("delete from jobs.job where kind = 'gateway.answer' and key = $1", [id])
  return true
}

/**
 * Asks once more what was refused, as a new message: a receiver gives the same answer to the same message for ever. All that
 * are stuck when no id is given. Gives how many were asked again.
 */
export const askAgain = (pool: pg.Pool, now: Instant, id?: string): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<Row>(
      `${STUCK} and ($1::uuid is null or o.id = $1) for update of j`,
      [id ?? null],
    )
    let count = 0
    for (const row of rows) if (await again(tx, row, now)) count += 1
    return count
  })
