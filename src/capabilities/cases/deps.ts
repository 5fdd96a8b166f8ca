import type { OfficeCalendar } from '#core/calendar'
import type { CaseState, Effect } from '#core/engine'
import type { Instant, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Regulations } from '#capabilities/regulations'
import type { SqlCall } from '#platform/db'
import type { DelayedJob } from '#platform/jobs'
import type pg from 'pg'

/** A question to a registry, on behalf of a case. */
export interface Question {
  readonly key: string
  readonly caseId: string
  readonly action: string
  readonly visit: number
  readonly ask: Extract<Effect, { effect: 'ask' }>
}

/** A change of status that the applicant is told of. */
export interface Notice {
  readonly key: string
  readonly about: Extract<Effect, { effect: 'notify' }>['about']
  readonly state: CaseState
  readonly edition: Edition
}

/** A system that a case waits for, as the gateway knows it. */
export interface Waiting {
  readonly system: string
  readonly name: Text
  readonly since: Instant
  readonly attempts: number
  readonly nextAttempt?: Instant
  /** Tried in vain for long: people look into it. */
  readonly parked?: true
}

export interface CasesDeps {
  readonly pool: pg.Pool
  readonly regulations: Regulations
  readonly calendar: OfficeCalendar
  readonly clock: () => Instant
  readonly newId: () => string
  /** Puts a message into the gateway's outbox, as a part of the step's statement. */
  readonly post: (question: Question) => SqlCall
  /** Tells the applicant, as a part of the step's statement. */
  readonly notify: (notice: Notice) => SqlCall
  readonly waiting: (caseId: string) => Promise<Waiting | undefined>
  /** Whom the platform itself waits for when a job of a case is delayed. */
  readonly delayed: (job: DelayedJob) => Waiting
}
