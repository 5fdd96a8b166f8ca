import type { SystemId } from '#core/envelope'
import { type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'

/** Whether a system answers. `lastError` is a code of the last failure, also after it came back. */
export interface SystemStatus {
  readonly system: SystemId
  readonly state: 'up' | 'down' | 'unknown'
  readonly since: Instant | null
  readonly lastError: string | null
}

/** What every system answered last, for the status page; a system that was never asked is not in the list. */
export async function systemStatus(sql: Sql): Promise<readonly SystemStatus[]> {
  const { rows } = await sql.query<{
    system: string
    state: 'up' | 'down'
    since: Date
    lastError: string | null
  }>(
    'select system, state, since, last_error as "lastError" from gateway.system_status order by system',
  )
  return rows.map((row) => ({ ...row, since: instant(row.since) }))
}

/** Keeps a system's state; `since` moves only when the state changes. */
export async function recordStatus(
  sql: Sql,
  status: {
    readonly system: SystemId
    readonly state: 'up' | 'down'
    readonly error: string | null
  },
  at: Instant,
): Promise<void> {
  await sql.query(
    `insert into gateway.system as s (id, state, since, last_error) values ($1, $2, $3, $4)
     on conflict (id) do update set state = $2, last_error = coalesce($4, s.last_error),
       since = case when s.state = $2 then s.since else $3 end`,
    [status.system, status.state, at, status.error],
  )
}

/** A message of a case that is not answered yet. */
export interface WaitingMessage {
  readonly messageId: string
  readonly to: SystemId
  readonly service: string
  readonly sentAt: Instant
  readonly attempts: number
  readonly lastError: string | null
}

/**
 * What a case is waiting for, in the order of sending. A message that was not tried yet because its receiver is down has the
 * receiver's error: whoever waits is told the truth from the first moment.
 */
export async function waiting(sql: Sql, caseId: string): Promise<readonly WaitingMessage[]> {
  const { rows } = await sql.query<Omit<WaitingMessage, 'sentAt'> & { sentAt: Date }>(
    `select message_id as "messageId", to_system as "to", service, sent_at as "sentAt", attempts,
       coalesce(w.last_error, s.last_error) as "lastError"
     from gateway.waiting w left join gateway.system_status s on s.system = w.to_system and s.state = 'down'
     where case_id = $1 order by seq`,
    [caseId],
  )
  return rows.map((row) => ({ ...row, sentAt: instant(row.sentAt) }))
}

/** One question about a person or legal entity, as the cabinet shows it. */
export interface AccessRecord {
  readonly messageId: string
  readonly askedAt: Instant
  readonly from: SystemId
  readonly to: SystemId
  readonly service: string
  readonly case: string | null
  readonly purpose: { readonly kk: string; readonly ru: string; readonly en: string }
  readonly status: string | null
}

/** Who asked about this IIN or BIN, newest first. */
export async function accessLog(
  sql: Sql,
  subject: string,
  { limit = 50, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly AccessRecord[]> {
  const { rows } = await sql.query<Omit<AccessRecord, 'askedAt'> & { askedAt: Date }>(
    `select message_id as "messageId", asked_at as "askedAt", from_system as "from", to_system as "to", service,
       case_id as "case", purpose, status
     from gateway.access_log where subject = $1 order by asked_at desc, message_id limit $2 offset $3`,
    [subject, limit, offset],
  )
  return rows.map((row) => ({ ...row, askedAt: instant(row.askedAt) }))
}
