import type pg from 'pg'
import type { Instant, Party } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { Registers } from './find-party.ts'
import type { Passwords } from './passwords.ts'

/** What the owner of an account must hear of at once, since it may have been somebody else. */
export interface IdentityNews {
  readonly about: 'passwordChanged'
  /** Of this one change. */
  readonly key: string
  readonly party: Party
  readonly at: Instant
}

export interface IdentityDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly registers: Registers
  /** Tells the party, in the transaction of the change: without the notice there is no change. */
  readonly notify: (tx: Sql, news: IdentityNews) => Promise<unknown>
}

export interface Context extends IdentityDeps {
  readonly passwords: Passwords
  readonly prune: (now: Instant) => Promise<void>
}
