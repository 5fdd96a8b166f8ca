import type pg from 'pg'
import type { Instant } from '#core/kernel'
import type { Registers } from './find-party.ts'
import type { Passwords } from './passwords.ts'

export interface IdentityDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly registers: Registers
}

export interface Context extends IdentityDeps {
  readonly passwords: Passwords
}
