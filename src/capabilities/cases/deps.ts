import type { OfficeCalendar } from '#core/calendar'
import type { CaseState, Effect } from '#core/engine'
import type { Instant, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Regulations } from '#capabilities/regulations'
import type { Sql } from '#platform/db'
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
}

export interface CasesDeps {
  readonly pool: pg.Pool
  readonly transaction: <T>(work: (tx: Sql) => Promise<T>) => Promise<T>
  readonly regulations: Regulations
  readonly calendar: OfficeCalendar
  readonly clock: () => Instant
  readonly newId: () => string
  /** Puts a message into the gateway's outbox within the transaction. */
  readonly post: (tx: Sql, question: Question) => Promise<void>
  /** Tells the applicant within the transaction. */
  readonly notify: (tx: Sql, notice: Notice) => Promise<void>
  readonly waiting: (caseId: string) => Promise<Waiting | undefined>
}
