import { addSeconds, type Instant } from '#core/kernel'

const MARGIN_SECONDS = 300

/**
 * Until when the bank takes money for an offer: five minutes before the offer ends (a tenth of a shorter one), so that what is
 * paid in the last moment is known here while the case still waits for it.
 */
export function payableUntil(offer: {
  readonly offeredAt: Instant
  readonly until: Instant
}): Instant {
  const window = (Date.parse(offer.until) - Date.parse(offer.offeredAt)) / 1000
  return addSeconds(offer.until, -Math.min(MARGIN_SECONDS, window / 10))
}
