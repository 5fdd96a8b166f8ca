import type { Instant, JsonObject } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface NewJob {
  readonly kind: string
  /** Idempotency key: while a job of this kind and key lives, adding it again changes nothing. */
  readonly key: string
  readonly payload: JsonObject
  /** Leave out for "at once". */
  readonly runAt?: Instant
  /** Which region's workers do it; one installation with one region leaves it out. */
  readonly region?: string
}

/** The channel on which waiting workers are woken. */
export const CHANNEL = 'qyzmet_jobs'

// A notification makes commits queue up behind each other, so it is sent only when no job of that kind waits already:
// under load workers come back by themselves. The sub-select does not see the rows that this statement adds.
const ADD = `
with wanted as (
  select * from jsonb_to_recordset($1::jsonb)
    as w(region text, kind text, key text, payload jsonb, run_at timestamptz)
), added as (
  insert into jobs.job (region, kind, key, payload, run_at)
  select region, kind, key, payload, run_at from wanted
  on conflict on constraint job_once do nothing
  returning kind, run_at
)
select pg_notify('${CHANNEL}', '') where exists (
  select from added where run_at = '-infinity' and not exists (
    select from jobs.job j where j.kind = added.kind and j.run_at = '-infinity'
      and j.lease_until is null and j.parked_at is null
  )
)`

/** Adds jobs, in the caller's transaction when `sql` is one: rolled back with it, or there with it. */
export async function enqueue(sql: Sql, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ kind, key, payload, runAt = '-infinity', region = 'main' }) => ({
    region,
    kind,
    key,
    payload,
    run_at: runAt,
  }))
  await sql.query({ name: 'jobs-add', text: ADD, values: [JSON.stringify(rows)] })
}
