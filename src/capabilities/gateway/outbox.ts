import { randomUUID } from 'node:crypto'
import type { ServiceId, SystemId } from '#core/envelope'
import { addSeconds, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'

/** A message under a lease. Columns are as the sender wrote them; the envelope must say the same. */
export interface QueuedMessage {
  readonly id: string
  readonly key: string
  readonly from: SystemId
  readonly to: SystemId
  readonly service: ServiceId
  readonly case: string | null
  readonly envelope: string
  readonly attempts: number
  readonly refusedSince: Date | null
}
export interface ClaimedBatch {
  readonly lease: string
  readonly messages: readonly QueuedMessage[]
}

const LEASE_SECONDS = 20
const ALLOWED = `exists (select from gateway.access_right r
  where r.from_system = o.from_system and r.to_system = o.to_system and r.service = o.service)`

/** Only the first waiting message of a case is due: a case's messages leave in their order. */
const claim = (condition: string) => `
with due as (
  select o.id from gateway.outbox o
  where ${condition} and o.state = 'waiting' and o.run_at <= $1
    and (o.lease_until is null or o.lease_until < $1)
    and not exists (select from gateway.outbox e where e.case_id = o.case_id and e.state = 'waiting' and e.seq < o.seq)
  order by o.run_at, o.seq limit $2 for update skip locked
)
update gateway.outbox o set lease = $3, lease_until = $4, attempts = o.attempts + 1 from due where o.id = due.id
returning o.id, o.key, o.from_system as "from", o.to_system as "to", o.service, o.case_id as "case", o.envelope, o.attempts,
  o.refused_since as "refusedSince"`
const CLAIM_ALLOWED = claim(`o.to_system = $5 and ${ALLOWED}`)
const CLAIM_DENIED = claim(`not ${ALLOWED}`)

interface ClaimOptions {
  readonly now: Instant
  readonly limit: number
}

async function claimBatch(
  sql: Sql,
  { now, limit }: ClaimOptions,
  to?: SystemId,
): Promise<ClaimedBatch> {
  const lease = randomUUID()
  const values = [now, limit, lease, addSeconds(now, LEASE_SECONDS)]
  const query =
    to === undefined
      ? { name: 'gateway.claim-denied', text: CLAIM_DENIED, values }
      : { name: 'gateway.claim', text: CLAIM_ALLOWED, values: [...values, to] }
  const { rows } = await sql.query<QueuedMessage>(query)
  return { lease, messages: rows }
}

/** Leases due messages to one receiver that a right allows. */
export const claimFor = (sql: Sql, to: SystemId, options: ClaimOptions): Promise<ClaimedBatch> =>
  claimBatch(sql, options, to)

/** Leases due messages that no right allows. */
export const claimDenied = (sql: Sql, options: ClaimOptions): Promise<ClaimedBatch> =>
  claimBatch(sql, options)

export interface Postponement {
  readonly id: string
  readonly runAt: Instant
  readonly error: string
  /** Set when the receiver refused the message as such. */
  readonly refusedSince: Instant | null
}

/** Gives messages back to be tried again later. */
export async function postpone(
  sql: Sql,
  lease: string,
  postponements: readonly Postponement[],
): Promise<void> {
  if (postponements.length === 0) return
  await sql.query({
    name: 'gateway.postpone',
    text: `update gateway.outbox o set lease = null, lease_until = null, run_at = p.run_at, last_error = p.error,
        refused_since = p.refused_since
      from jsonb_to_recordset($2::jsonb) as p(id uuid, run_at timestamptz, error text, refused_since timestamptz)
      where o.id = p.id and o.lease = $1 and o.state = 'waiting'`,
    values: [
      lease,
      JSON.stringify(
        postponements.map(({ id, runAt, error, refusedSince }) => ({
          id,
          run_at: runAt,
          error,
          refused_since: refusedSince,
        })),
      ),
    ],
  })
}

/** Ends messages that this lease still holds; gives their ids. Others were taken over and are not ours to end. */
export async function finish(
  tx: Sql,
  lease: string,
  ended: readonly {
    readonly id: string
    readonly state: 'done' | 'parked'
    readonly error: string | null
  }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'gateway.finish',
    text: `update gateway.outbox o set state = e.state, last_error = e.error, lease = null, lease_until = null, envelope = null
      from jsonb_to_recordset($2::jsonb) as e(id uuid, state text, error text)
      where o.id = e.id and o.lease = $1 and o.state = 'waiting' returning o.id`,
    values: [lease, JSON.stringify(ended)],
  })
  return new Set(rows.map(({ id }) => id))
}

/** A system is back: what waited for it because it was down is due at once. */
export async function hasten(sql: Sql, to: SystemId, now: Instant): Promise<void> {
  await sql.query(
    `update gateway.outbox set run_at = $2
     where to_system = $1 and state = 'waiting' and lease is null and refused_since is null and run_at > $2`,
    [to, now],
  )
}
