import type { Cases } from '#capabilities/cases'
import {
  actorFor,
  allows,
  asRepresentative,
  type Representation,
  representationErrors,
} from '#capabilities/representation'
import type { Regulations } from '#capabilities/regulations'
import type { Actor, CaseState } from '#core/engine'
import { dayOf, type Iin, type Instant, ok, refuse, type Result } from '#core/kernel'

interface OpenDeps {
  readonly cases: Pick<Cases, 'open' | 'withdraw'>
  readonly regulations: Pick<Regulations, 'inForce'>
  readonly representation: Representation
  readonly clock: () => Instant
}

/** A new request, and who gives the commands in it from now on. */
export interface Opened {
  readonly state: CaseState
  readonly actor: Actor
}

type Order = Omit<Parameters<Cases['open']>[0], 'party' | 'actor' | 'representative'>

/**
 * Opens a request of a person for somebody else, by a right that the registers confirm now and that the regulation provides for.
 * Refusals: REPRESENTATION_*, and those of `cases.open`.
 */
export async function openForAnother(
  deps: OpenDeps,
  { iin, key }: { readonly iin: Iin | undefined; readonly key: string },
  order: Order,
): Promise<Result<Opened>> {
  const edition = deps.regulations.inForce(order.service, dayOf(deps.clock()))
  if (iin === undefined || edition === undefined) return refuse(representationErrors.NOT_ENTITLED())
  const claimed = await deps.representation.claim(iin, key)
  if (!claimed.ok) return claimed
  const { claimant, mandate } = claimed.value
  if (!allows(edition, mandate)) return refuse(representationErrors.NOT_FOR_SERVICE())
  const { party } = mandate.principal
  const actor = actorFor(mandate.basis, party, iin)
  const representative = asRepresentative(mandate, claimant)
  const request = {
    ...order,
    party,
    actor,
    ...(representative === undefined ? {} : { representative }),
  }
  const state = await openByRight(deps, request, { iin, key: mandate.key })
  if (!state.ok) return state
  await deps.representation.record(state.value.number, claimant, mandate)
  return ok({ state: state.value, actor })
}

/** A draft that was begun by another right, such as a power that has ended since, gives way to a new request. */
async function openByRight(
  { cases, representation }: OpenDeps,
  request: Parameters<Cases['open']>[0],
  { iin, key }: { readonly iin: Iin; readonly key: string },
): Promise<Result<CaseState>> {
  const opened = await cases.open(request)
  if (!opened.ok) return opened
  const { id, number } = opened.value
  const begun = await representation.actingIn(number, iin)
  if (begun === undefined || begun.key === key) return opened
  const left = await cases.withdraw({ caseId: id, actor: request.actor })
  return left.ok ? cases.open(request) : left
}
