import type { PlainDate } from '#core/kernel'
import { TIYN_IN_TENGE } from './duty-amount.ts'

/** `all`: fines, taxes, duties and whatever else is not told apart; `benefits`: benefits and other social payments. */
export type MrpPurpose = 'all' | 'benefits'

/** One row of the table: the index from that day on, until the next row of its purpose. */
export interface MrpRate {
  readonly from: PlainDate
  readonly tenge: number
  readonly purpose: MrpPurpose
  /** Where the figure was taken from; `own knowledge` until somebody has seen the law. */
  readonly source: string
}

/** The rates in the order of their days, from `parseMrp`. */
export type MrpRates = readonly MrpRate[]

/**
 * The MRP in tiyn that counts on a day. A row for benefits alone leaves duties where they were (1 April 2022); a row for all
 * holds for benefits too. @throws RangeError for a day before the first row: nothing may be charged by a guess.
 */
export function mrpOn(rates: MrpRates, day: PlainDate, purpose: MrpPurpose = 'all'): number {
  const rate = rates.findLast(
    (row) => row.from <= day && (row.purpose === 'all' || purpose === 'benefits'),
  )
  if (rate === undefined) throw new RangeError(`the MRP of ${day} is not known`)
  return rate.tenge * TIYN_IN_TENGE
}
