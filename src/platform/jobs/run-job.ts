import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { addSeconds, type Instant } from '#core/kernel'
import type { Log } from '#platform/log'
import { type ClaimedJob, JOB_ENDED, type JobContext, type JobHandler } from './job.ts'
import { endingOf, finish, park, postpone } from './queue.ts'

export interface RunOptions {
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly log: Log
  readonly maxAttempts: number
}

const LONGEST_SECONDS = 300

/** Seconds to wait after a failed attempt: 1, 2, 4 ... 300, a quarter more or less so that failures do not march in step. */
export function backoffSeconds(attempts: number): number {
  const base = Math.min(LONGEST_SECONDS, 2 ** Math.min(attempts - 1, 20))
  return Math.min(LONGEST_SECONDS, (base * randomInt(750, 1250)) / 1000)
}

/** What is kept of an error beside the job: its kind, never its text, which may quote a person's data. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code: unknown = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? `${error.name} ${code}` : error.name
}

async function fail(
  job: ClaimedJob,
  error: unknown,
  options: RunOptions & { log: Log },
): Promise<void> {
  const { pool, clock, log, maxAttempts } = options
  const { attempts } = job
  if (attempts >= maxAttempts) {
    await park(pool, job, reasonOf(error))
    log.error({ alarm: 'job-parked', attempts, err: error }, 'job parked after its last attempt')
    return
  }
  const runAt = addSeconds(clock(), backoffSeconds(attempts))
  await postpone(pool, job, { runAt, attempts, reason: reasonOf(error) })
  log.warn({ attempts, runAt, err: error }, 'job failed and will be tried again')
}

async function handle(job: ClaimedJob, handler: JobHandler, options: RunOptions): Promise<void> {
  const { pool, log } = options
  let ended = false
  const context: JobContext = {
    log,
    later: (later, reason) => ({ later, reason }),
    ending: endingOf(job),
    done(tx) {
      ended = true
      return finish(tx, job)
    },
  }
  const outcome = await handler(job, context)
  // A planned wait is no failure: attempts are counted anew.
  if (typeof outcome === 'object')
    await postpone(pool, job, { runAt: outcome.later, attempts: 0, reason: outcome.reason })
  else if (!ended && outcome !== JOB_ENDED) await finish(pool, job)
}

/**
 * Runs one claimed job to its end, its next attempt or its parking. Never rejects: when even that cannot be written down,
 * the lease runs out and the job is claimed again. A job that keeps killing its worker is parked too.
 */
export async function runJob(
  job: ClaimedJob,
  handler: JobHandler,
  options: RunOptions,
): Promise<void> {
  const log = options.log.child({ job: job.id, kind: job.kind })
  const own = { ...options, log }
  try {
    if (job.attempts > options.maxAttempts)
      await fail(job, new Error('the worker ended before the job did'), own)
    else await handle(job, handler, own).catch((error: unknown) => fail(job, error, own))
  } catch (error) {
    log.error({ err: error }, 'the outcome of a job could not be written down')
  }
}
