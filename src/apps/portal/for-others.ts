import type { CaseFilter } from '#capabilities/cases'
import { actorFor, type Ordered } from '#capabilities/representation'
import type { Actor } from '#core/engine'
import type { Party } from '#core/kernel'
import type { PortalDeps } from './deps.ts'
import type { Listed } from './pages/request-table.tsx'
import type { SignedExchange } from './view.ts'

/** What the reader ordered for others, by the numbers of the requests. */
export type ForOthers = ReadonlyMap<string, Ordered>

/** Nothing for a legal entity: it orders for itself. */
export async function forOthersOf(
  { representation }: Pick<PortalDeps, 'representation'>,
  party: Party,
): Promise<ForOthers> {
  const ordered = party.kind === 'person' ? await representation.orderedBy(party.iin) : []
  return new Map(ordered.map((one) => [one.acting.request, one]))
}

/** Those that the reader may read now, as on the page of the request. */
export const openOf = (others: ForOthers): readonly string[] =>
  [...others].filter(([, { open }]) => open).map(([number]) => number)

/**
 * The requests in the reader's lists: the own ones, those they were asked to take part in, those they ordered for others. That one
 * was ordered is seen also when the right has ended; not how it stands, so a list by status leaves it out.
 */
export async function listRequests(
  { cases }: Pick<PortalDeps, 'cases'>,
  { party }: Pick<SignedExchange, 'party'>,
  others: ForOthers,
  filter: Omit<CaseFilter, 'forOthers'>,
): Promise<{ readonly total: number; readonly cases: readonly Listed[] }> {
  const forOthers = filter.status === undefined ? [...others.keys()] : openOf(others)
  const { total, cases: found } = await cases.list(party, { ...filter, forOthers })
  const listed = found.map((one) => {
    const ordered = one.as === 'orderer' ? others.get(one.state.number) : undefined
    return ordered === undefined ? one : { ...one, ordered }
  })
  return { total, cases: listed }
}

/** Who the reader is in a request: oneself, or the representative of its party. */
export function readerOf({ ordered }: Listed, reader: Actor): Actor {
  if (ordered === undefined) return reader
  const { basis, principal, iin } = ordered.acting
  return actorFor(basis, principal.party, iin)
}
