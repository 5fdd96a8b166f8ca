import type { OfficeCalendar } from '#core/calendar'
import type { CaseState, Effect } from '#core/engine'
import type { Instant, PlainDate, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Appointments } from '#capabilities/appointments'
import type { Offer } from '#capabilities/payments'
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
  /** IIN of the person who is told, where that is not the party of the case. */
  readonly to?: string
}

/** How duties are taken; each is a part of a step's own statement. `offer` is the key of an offer. */
export interface Duties {
  readonly offer: (offer: Offer) => SqlCall
  readonly closeOffer: (offer: string, at: Instant) => SqlCall
  /** `late`: the case did not wait for the money any more. */
  readonly refund: (
    offer: string,
    reason: 'late' | Extract<Effect, { effect: 'refund' }>['reason'],
    at: Instant,
  ) => SqlCall
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
  /** The monthly calculation index (MRP) that counts on a day, in tiyn. */
  readonly mrp: (day: PlainDate) => number
  readonly clock: () => Instant
  readonly newId: () => string
  /** Puts a message into the gateway's outbox, as a part of the step's statement. */
  readonly post: (question: Question) => SqlCall
  /** Tells the applicant, as a part of the step's statement. */
  readonly notify: (notice: Notice) => SqlCall
  readonly duties: Duties
  readonly appointments: Pick<Appointments, 'hour' | 'book' | 'release'>
  readonly waiting: (caseId: string) => Promise<Waiting | undefined>
  /** Whom the platform itself waits for when a job of a case is delayed. */
  readonly delayed: (job: DelayedJob) => Waiting
}
