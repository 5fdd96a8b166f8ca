import { addSeconds, type Instant, ok, refuse, type Result } from '#core/kernel'
import type { Acting } from './acting-store.ts'
import { claimMandate } from './claim-mandate.ts'
import type { RepresentationDeps } from './deps.ts'
import { representationErrors } from './errors.ts'

/** A confirmed right counts for reading this long, so that turning pages does not ask the register each time. */
const COUNTS_SECONDS = 60
const MOST_KEPT = 10_000

/** Whether the right by which a request was made still stands. */
export function createStanding(deps: RepresentationDeps) {
  const confirmed = new Map<string, Instant>()
  const nameOf = ({ request, iin }: Acting) => `${request}/${iin}`

  async function ask(acting: Acting): Promise<Result<undefined>> {
    const { iin, name, key } = acting
    const now = deps.clock()
    const again = await claimMandate(deps, { iin, name }, key)
    confirmed.delete(nameOf(acting))
    if (again.ok) {
      if (confirmed.size >= MOST_KEPT) confirmed.clear()
      confirmed.set(nameOf(acting), addSeconds(now, COUNTS_SECONDS))
      return ok(undefined)
    }
    return again.error.code === 'REPRESENTATION_REGISTER_DOWN'
      ? again
      : refuse(representationErrors.ENDED())
  }

  return {
    /** Asked of the register now, before anything is done. Refusals: REPRESENTATION_ENDED, REPRESENTATION_REGISTER_DOWN. */
    stands: ask,
    /** Before anything is read; what was confirmed within the last minute counts. Refusals: REPRESENTATION_CLOSED, REPRESENTATION_REGISTER_DOWN. */
    async mayRead(acting: Acting): Promise<Result<undefined>> {
      const until = confirmed.get(nameOf(acting))
      if (until !== undefined && deps.clock() < until) return ok(undefined)
      const asked = await ask(acting)
      const ended = !asked.ok && asked.error.code === 'REPRESENTATION_ENDED'
      return ended ? refuse(representationErrors.CLOSED()) : asked
    },
  }
}
