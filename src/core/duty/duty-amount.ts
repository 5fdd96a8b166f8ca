/** Money is integer tiyn everywhere; people see tenge. */
export const TIYN_IN_TENGE = 100

/** A duty as an edition writes it: so many MRP, or so many per cent of one. Both may have decimals, such as 0.2 MRP. */
export type DutyShare = { readonly mrp: number } | { readonly percentOfMrp: number }

interface Ratio {
  readonly over: bigint
  readonly under: bigint
}

/** A decimal number as the exact ratio that it is written as: 0.2 is 2/10, whatever the processor makes of it. */
function ratioOf(value: number): Ratio {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (match === null) throw new RangeError(`not a share of the MRP: ${value}`)
  const [, whole = '', decimals = ''] = match
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) }
}

/** The duty in tiyn for an MRP in tiyn. A half tiyn is rounded up. @throws RangeError for a negative or endless share. */
export function dutyAmount(share: DutyShare, mrp: number): number {
  const { over, under } = ratioOf('mrp' in share ? share.mrp : share.percentOfMrp)
  const divisor = under * ('mrp' in share ? 1n : 100n)
  return Number((BigInt(mrp) * over * 2n + divisor) / (divisor * 2n))
}
