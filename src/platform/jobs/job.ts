import type { Instant, JsonObject } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'
import type { Log } from '#platform/log'

export interface Job {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly payload: JsonObject
  /** 1 on the first run; grows with each claim, also after a worker was killed. */
  readonly attempts: number
}

/** What a handler returns when the work is not possible yet and that is no failure: run again at `runAt`. */
export interface JobLater {
  readonly later: Instant
  readonly reason: string
}

export interface JobContext {
  /**
   * Takes the job away inside the handler's own transaction: the work and its end are one. False: the lease was lost and
   * another worker has the job; the handler must roll back.
   */
  readonly done: (tx: Sql) => Promise<boolean>
  /**
   * The same as a part of the handler's one statement, which fails when the lease was lost. A handler whose statement went
   * through returns {@link JOB_ENDED}.
   */
  readonly ending: SqlCall
  readonly later: (runAt: Instant, reason: string) => JobLater
  readonly log: Log
}

/** The handler has ended the job itself. */
export const JOB_ENDED = 'ended'

/**
 * Does one job. Returning without `done` ends it in a transaction of its own, so such work must be safe to repeat.
 * Throwing means failure: it is tried again later, and parked after the last attempt.
 */
export type JobHandler = (
  job: Job,
  context: JobContext,
) => Promise<void | JobLater | typeof JOB_ENDED>

/** A job under a lease: `lease` names this claim of it. */
export interface ClaimedJob extends Job {
  readonly lease: string
}
