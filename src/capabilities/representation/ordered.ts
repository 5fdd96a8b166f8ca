import { addSeconds, type Iin, type Instant } from '#core/kernel'
import { type Acting, orderedBy } from './acting-store.ts'
import { mandatesOf } from './claim-mandate.ts'
import type { RepresentationDeps } from './deps.ts'

/** A request of a person for somebody else, and whether the right stands by which it may be read. */
export interface Ordered {
  readonly acting: Acting
  readonly open: boolean
}

/** What the registers said of somebody's rights: which were asked about, and which stand. */
interface Told {
  readonly until: Instant
  readonly asked: ReadonlySet<string>
  readonly standing: ReadonlySet<string>
}

/** What the registers said counts as long for a list, so that turning its pages does not ask them each time. */
const COUNTS_SECONDS = 60
const MOST_KEPT = 10_000
/** More than that are not listed: a page of the cabinet must cost the same for everybody. */
const MOST_LISTED = 1000

/**
 * What people ordered for others, for the lists of their cabinet. One look at the registers tells of all rights at once; whoever
 * ordered nothing for others costs none. A right that is not confirmed now leaves only that something was ordered.
 */
export function createOrdered(deps: RepresentationDeps) {
  const told = new Map<string, Told>()

  async function standing(iin: Iin, list: readonly Acting[]): Promise<ReadonlySet<string>> {
    const asked = new Set(list.map(({ key }) => key))
    const known = told.get(iin)
    const now = deps.clock()
    if (known !== undefined && now < known.until && [...asked].every((key) => known.asked.has(key)))
      return known.standing
    const { mandates } = await mandatesOf(deps, iin, [...new Set(list.map(({ basis }) => basis))])
    const stand = new Set(mandates.map(({ key }) => key))
    if (told.size >= MOST_KEPT) told.clear()
    told.set(iin, { until: addSeconds(now, COUNTS_SECONDS), asked, standing: stand })
    return stand
  }

  return {
    /** What a person ordered for others, newest first. */
    async orderedBy(iin: Iin): Promise<readonly Ordered[]> {
      const list = await orderedBy(deps.sql, iin, MOST_LISTED)
      if (list.length === 0) return []
      const keys = await standing(iin, list)
      return list.map((acting) => ({ acting, open: keys.has(acting.key) }))
    },
  }
}
