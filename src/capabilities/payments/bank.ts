import type { BankDecline, BankPayment, StatementEntry } from '#core/contracts'
import type { Instant, PlainDate, Result, Text } from '#core/kernel'

/** An order as the bank is told it. No name and no number of a person goes there. */
export interface BankOrder {
  /** Our id of the order: random, and what makes the order happen once. */
  readonly order: string
  /** Tiyn. */
  readonly amount: number
  readonly purpose: Text
  /** The bank takes no money after this moment. */
  readonly until: Instant
  /** Where the payer comes back to. */
  readonly returnTo: string
}

export interface BankOrderState {
  readonly payment: BankPayment | null
  readonly declines: readonly BankDecline[]
  /** The bank takes no further attempt, whatever time is left. */
  readonly closed: boolean
}

export interface BankRefund {
  readonly reference: string
  readonly at: Instant
}

/**
 * The port to whoever takes the money; docs/payments.md says what an adapter owes. Every call may be repeated: an order and a
 * refund happen once by their ids. Refusals: PAYMENT_BANK_DOWN (try again later), PAYMENT_BANK_REFUSED.
 */
export interface Bank {
  /** Opens the order; gives the address of the page where it is paid. */
  createOrder(order: BankOrder): Promise<Result<{ readonly page: string }>>
  /** Where an order stands; `undefined`: the bank was never told of it. */
  status(order: string): Promise<Result<BankOrderState | undefined>>
  refund(refund: {
    readonly refund: string
    readonly payment: string
    readonly amount: number
  }): Promise<Result<BankRefund>>
  /** All money that moved on a legal day, in the order of the bank's book. */
  statement(day: PlainDate): Promise<Result<readonly StatementEntry[]>>
}
