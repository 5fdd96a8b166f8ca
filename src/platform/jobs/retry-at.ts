import { addSeconds, type Instant } from '#core/kernel'

const LONGEST_SECONDS = 60

/** When to try again what was not possible now: after as long again as it has waited `since` then, `longest` seconds at most. */
export function retryAt(since: Instant, now: Instant, longest = LONGEST_SECONDS): Instant {
  const waited = (Date.parse(now) - Date.parse(since)) / 1000
  return addSeconds(now, Math.min(longest, Math.max(1, waited)))
}
