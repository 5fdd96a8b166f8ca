import {
  type Actor,
  type CaseState,
  caseErrors,
  isParty,
  mayActAs,
  mayCarryOut,
} from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import type { Edition, Verb } from '#core/regulation'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { isInForce } from './is-in-force.ts'

export interface CurrentAction {
  readonly edition: Edition
  readonly action: string
  readonly visit: number
}

/** The party, or one of the other applicants whom the regulation knows in this case. */
const isApplicant = (edition: Edition, state: CaseState, actor: Actor): boolean =>
  isParty(actor, state) ||
  Object.values(edition.actors).some(
    (role) => role.kind === 'applicant' && mayActAs(edition, role, actor, state),
  )

/**
 * The action that the case waits at, when it is of the verb `does` and the actor may carry it out: asked before anything
 * of the case is looked at on the actor's behalf. Refusals: CASE_NOT_OPEN, CASE_STALE, CASE_FORBIDDEN.
 */
export function currentAction(
  deps: CasesDeps,
  state: CaseState,
  actor: Actor,
  does: Verb,
): Result<CurrentAction> {
  const { status, current } = state
  if (status !== 'open') return refuse(caseErrors.NOT_OPEN({ status }))
  const edition = deps.regulations.edition(state.edition)
  if (edition === undefined || current === undefined) return refuse(caseErrors.STALE())
  const { action, visit } = current
  if (actor.kind === 'applicant' && !isApplicant(edition, state, actor))
    return refuse(caseErrors.FORBIDDEN())
  if (edition.actions[action]?.does !== does) return refuse(caseErrors.STALE())
  if (!mayCarryOut(edition, state, action, actor)) return refuse(caseErrors.FORBIDDEN())
  return ok({ edition, action, visit })
}

/**
 * The signing that the case waits at. What is not yet filed must be filed under the law of its day: REQUEST_EDITION_CHANGED;
 * a request that one applicant has filed stays under its edition while others sign.
 */
export function currentSigning(
  deps: CasesDeps,
  state: CaseState,
  actor: Actor,
): Result<CurrentAction> {
  const current = currentAction(deps, state, actor, 'sign')
  if (!current.ok) return current
  return state.filedAt !== undefined || isInForce(deps, current.value.edition)
    ? current
    : refuse(requestErrors.EDITION_CHANGED())
}
