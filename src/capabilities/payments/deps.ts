import type pg from 'pg'
import type { Documents } from '#capabilities/documents'
import type { Seal } from '#core/envelope'
import type { Instant, Text } from '#core/kernel'
import type { Log } from '#platform/log'
import type { Bank } from './bank.ts'

export interface PaymentsDeps {
  /** Role `app`. */
  readonly pool: pg.Pool
  readonly bank: Bank
  /** Checks the bank's call-backs and signs what is answered to them. */
  readonly seal: Seal
  readonly documents: Pick<Documents, 'issue' | 'revoke' | 'check'>
  /** Who seals receipts. */
  readonly issuer: { readonly seal: string; readonly body: Text }
  /** The address of the page of a request, to which the bank sends the payer back. */
  readonly returnTo: (request: string) => string
  readonly clock: () => Instant
  readonly log: Log
}
