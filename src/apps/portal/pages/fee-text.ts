import { dutyAmount } from '#core/duty'
import type { Edition } from '#core/regulation'
import type { View } from '../view.ts'

/** What a service costs on the day of reading. */
export interface Fee {
  /** In tiyn; zero where nothing is paid. */
  readonly amount: number
  /** The MRP of that day, in tiyn. */
  readonly mrp: number
}

/** `mrp`: the index of today, in tiyn. */
export function feeOf({ fee }: Edition, mrp: number): Fee {
  return { amount: 'duty' in fee ? dutyAmount(fee.duty.amount, mrp) : 0, mrp }
}

/** In one word or figure, for a list. */
export const feeShort = (view: View, { amount }: Fee): string =>
  amount === 0 ? view.t('catalogue.free') : view.f.money(amount)

/** The sum of today, how the law counts it, who pays nothing, and where that is written; one line each. */
export function feeLines(view: View, { fee }: Edition, { amount, mrp }: Fee): string[] {
  const { t, f } = view
  if (!('duty' in fee)) return [view.text(fee.none)]
  const { duty } = fee
  const index = f.money(mrp)
  const counted =
    'mrp' in duty.amount
      ? t('passport.fee-mrp', { n: f.number(duty.amount.mrp), mrp: index })
      : t('passport.fee-percent', { n: f.number(duty.amount.percentOfMrp), mrp: index })
  const exempt = duty.exemptions.map(({ text }) =>
    t('passport.fee-exempt', { who: view.text(text) }),
  )
  return [
    `${view.text(duty.name)}: ${f.money(amount)}`,
    counted,
    ...exempt,
    view.text(duty.reference),
  ]
}
