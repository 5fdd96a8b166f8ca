import type { Instant } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'
import type { ClaimedJob } from './job.ts'

const CLAIMED = `set lease = gen_random_uuid(), lease_until = clock_timestamp() + make_interval(secs => $2),
  attempts = attempts + 1`
const RETURNED = 'returning j.id, j.kind, j.key, j.payload, j.attempts, j.lease'

// Two statements, so that each walks its own partial index. Kinds are claimed one by one: a heap of jobs that this worker
// does not do must not be walked over.
const CLAIM_DUE = `
with due as (
  select one.id from unnest($1::text[]) as wanted(kind) cross join lateral (
    select id, run_at, created_at from jobs.job
    where kind = wanted.kind and run_at <= $3 and lease_until is null and parked_at is null
    order by run_at, created_at limit $4 for update skip locked
  ) one order by one.run_at, one.created_at limit $4
)
update jobs.job j ${CLAIMED} from due where j.id = due.id ${RETURNED}`

const CLAIM_ABANDONED = `
with abandoned as (
  select id from jobs.job where kind = any($1::text[]) and lease_until < clock_timestamp()
  order by lease_until limit $3 for update skip locked
)
update jobs.job j ${CLAIMED} from abandoned a where j.id = a.id ${RETURNED}`

const RENEW = `
update jobs.job set lease_until = clock_timestamp() + make_interval(secs => $2)
where id = any($3::uuid[]) and lease = any($1::uuid[])`

const POSTPONE = `
update jobs.job set lease = null, lease_until = null, run_at = $3, attempts = $4, last_error = $5
where id = $1 and lease = $2`

const PARK = `
update jobs.job set lease = null, lease_until = null, parked_at = clock_timestamp(), last_error = $3
where id = $1 and lease = $2`

const DONE = 'delete from jobs.job where id = $1 and lease = $2'

interface ClaimOptions {
  readonly kinds: readonly string[]
  readonly leaseSeconds: number
  readonly limit: number
}

/** Leases jobs that are due at `now` on the platform's clock, the longest waiting first. */
export async function claimDue(
  sql: Sql,
  now: Instant,
  options: ClaimOptions,
): Promise<ClaimedJob[]> {
  const values = [options.kinds, options.leaseSeconds, now, options.limit]
  return (await sql.query<ClaimedJob>({ name: 'jobs-claim-due', text: CLAIM_DUE, values })).rows
}

/** Takes over jobs whose worker has not renewed its lease: it was killed or is cut off. */
export async function claimAbandoned(sql: Sql, options: ClaimOptions): Promise<ClaimedJob[]> {
  const values = [options.kinds, options.leaseSeconds, options.limit]
  const query = { name: 'jobs-claim-abandoned', text: CLAIM_ABANDONED, values }
  return (await sql.query<ClaimedJob>(query)).rows
}

export async function renew(sql: Sql, jobs: readonly ClaimedJob[], seconds: number): Promise<void> {
  const values = [jobs.map((job) => job.lease), seconds, jobs.map((job) => job.id)]
  await sql.query({ name: 'jobs-renew', text: RENEW, values })
}

/** Ends a job; false when the lease is not ours any more. */
export async function finish(sql: Sql, job: ClaimedJob): Promise<boolean> {
  const values = [job.id, job.lease]
  return (await sql.query({ name: 'jobs-done', text: DONE, values })).rowCount === 1
}

/** The same for a statement of somebody else: it fails when the lease is not ours any more. */
export const endingOf = (job: ClaimedJob): SqlCall => ({
  name: 'jobs.end_job',
  values: [job.id, job.lease],
})

export async function postpone(
  sql: Sql,
  job: ClaimedJob,
  next: { readonly runAt: Instant; readonly attempts: number; readonly reason: string },
): Promise<void> {
  await sql.query(POSTPONE, [job.id, job.lease, next.runAt, next.attempts, next.reason])
}

/** Sets a job aside for a person to look at; nothing runs it any more. */
export async function park(sql: Sql, job: ClaimedJob, reason: string): Promise<void> {
  await sql.query(PARK, [job.id, job.lease, reason])
}
