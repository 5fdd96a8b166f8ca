import type { Instant, JsonObject } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'

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

/** Adds jobs as a part of another statement. */
export const enqueueCall = (jobs: readonly NewJob[]): SqlCall => {
  const rows = jobs.map(({ kind, key, payload, runAt = '-infinity', region = 'main' }) => ({
    region,
    kind,
    key,
    payload,
    run_at: runAt,
  }))
  return { name: 'jobs.add', values: [JSON.stringify(rows)] }
}

/** Adds jobs, in the caller's transaction when `sql` is one: rolled back with it, or there with it. */
export async function enqueue(sql: Sql, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const { values } = enqueueCall(jobs)
  await sql.query({ name: 'jobs-add', text: 'select jobs.add($1)', values: [...values] })
}
