import { dayOf, type Instant, instant, instantAt, type PlainDate } from '#core/kernel'

/**
 * The platform's clock. With `today` it shows that day with the present time of day, and runs on from there: for trying
 * out an older edition.
 */
export function createClock(today?: PlainDate): () => Instant {
  if (today === undefined) return () => instant(new Date())
  const now = instant(new Date())
  const shift = Date.parse(instantAt(today)) - Date.parse(instantAt(dayOf(now)))
  return () => instant(new Date(Date.now() + shift))
}
