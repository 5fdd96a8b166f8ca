import { type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { CHANNEL } from './schema.ts'

/** A job that was given up and waits for a person. */
export interface ParkedJob {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly parkedAt: Instant
  readonly attempts: number
  /** Kind of the last error. */
  readonly reason: string
}

/** The parked jobs, the first one parked first. */
export async function parkedJobs(sql: Sql, limit: number): Promise<readonly ParkedJob[]> {
  const { rows } = await sql.query<ParkedJob & { parkedAt: Date }>(
    `select id, kind, key, parked_at as "parkedAt", attempts, coalesce(last_error, '') as reason
     from jobs.job where parked_at is not null order by parked_at limit $1`,
    [limit],
  )
  return rows.map((row) => ({ ...row, parkedAt: instant(row.parkedAt) }))
}

/** Makes a parked job due at once, with all its attempts; every parked job when no id is given. Gives how many were woken. */
export async function wakeJobs(sql: Sql, id?: string): Promise<number> {
  const { rowCount } = await sql.query(
    `update jobs.job set parked_at = null, attempts = 0, run_at = '-infinity'
     where parked_at is not null and ($1::uuid is null or id = $1)`,
    [id ?? null],
  )
  await sql.query('select pg_notify($1, $2)', [CHANNEL, ''])
  return rowCount ?? 0
}
