import { type Actor, type CaseState, caseErrors, isParty, mayCarryOut } from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import type { Edition, Verb } from '#core/regulation'
import type { CasesDeps } from './deps.ts'

export interface CurrentAction {
  readonly edition: Edition
  readonly action: string
  readonly visit: number
}

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
  if (actor.kind === 'applicant' && !isParty(actor, state)) return refuse(caseErrors.FORBIDDEN())
  if (edition.actions[action]?.does !== does) return refuse(caseErrors.STALE())
  if (!mayCarryOut(edition, state, action, actor)) return refuse(caseErrors.FORBIDDEN())
  return ok({ edition, action, visit })
}
