import { type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'

/** A job that could not be done yet. */
export interface DelayedJob {
  readonly since: Instant
  readonly attempts: number
  /** Code or message of what stood in the way last. */
  readonly reason: string
  /** Absent while it is being tried again, and for a parked job. */
  readonly nextAttempt?: Instant
  /** Given up until a person looks at it. */
  readonly parked: boolean
}

interface Row {
  readonly since: Date
  readonly attempts: number
  readonly reason: string
  readonly run_at: Date | number
  readonly parked: boolean
}

/** Whether the job of that kind and key waits after a first attempt that came to nothing; undefined while all goes well. */
export async function delayedJob(
  sql: Sql,
  kind: string,
  key: string,
): Promise<DelayedJob | undefined> {
  const { rows } = await sql.query<Row>({
    name: 'jobs-delayed',
    text: `select created_at as since, attempts, last_error as reason, run_at, parked_at is not null as parked
      from jobs.job where kind = $1 and key = $2 and last_error is not null`,
    values: [kind, key],
  })
  const [row] = rows
  if (row === undefined) return undefined
  const { since, attempts, reason, run_at: next, parked } = row
  const known = next instanceof Date && !parked ? { nextAttempt: instant(next) } : {}
  return { since: instant(since), attempts, reason, parked, ...known }
}
