import { dutyAmount } from '#core/duty'
import { dayOf, type JsonObject } from '#core/kernel'
import { contextOf } from './context.ts'
import type { Walk } from './walk-parts.ts'

/** What a case has to pay: in tiyn, nothing where an exemption holds. */
export interface Charge {
  readonly amount: number
  readonly exempt?: string
}

/** The state duty of the edition on this day. @throws TypeError for a service that is free: its regulation has no `pay`. */
export function chargeOf(walk: Walk): Charge {
  const { fee, ref } = walk.edition
  if (!('duty' in fee)) throw new TypeError(`${ref} has no duty`)
  const context = contextOf(walk.state, walk.now)
  const exemption = fee.duty.exemptions.find(
    ({ when }) => walk.edition.evaluate(when, context) === true,
  )
  if (exemption !== undefined) return { amount: 0, exempt: exemption.id }
  return { amount: dutyAmount(fee.duty.amount, walk.mrp(dayOf(walk.now))) }
}

/** What is kept of a payment that was not asked for, in the shape of one that was made. */
export const exempted = (exempt: string): JsonObject => ({
  order: null,
  amount: 0,
  paidAt: null,
  receipt: null,
  exempt,
})
