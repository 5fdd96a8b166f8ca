import type { CaseState, Effect } from '#core/engine'
import type { Edition } from '#core/regulation'
import type { SqlCall } from '#platform/db'
import { enqueueCall, type NewJob } from '#platform/jobs'
import type { CasesDeps } from './deps.ts'

/** The jobs that carry a case's effects out. Their handlers are in `workers/`. */
export const JOB = {
  verify: 'case.verify-signature',
  issue: 'case.issue-document',
  deadline: 'case.deadline',
  term: 'case.term',
} as const

function jobOf(caseId: string, effect: Effect): NewJob | undefined {
  switch (effect.effect) {
    case 'verify-signature':
      return {
        kind: JOB.verify,
        key: effect.key,
        payload: { caseId, action: effect.action, visit: effect.visit },
      }
    case 'issue':
      return {
        kind: JOB.issue,
        key: effect.key,
        payload: { caseId, action: effect.action, visit: effect.visit, document: effect.document },
      }
    case 'deadline':
      return {
        kind: JOB.deadline,
        key: effect.key,
        payload: { caseId, action: effect.action, visit: effect.visit },
        runAt: effect.at,
      }
    case 'term':
      return { kind: JOB.term, key: effect.key, payload: { caseId }, runAt: effect.at }
    case 'ask':
    case 'notify':
      return undefined
    default:
      return effect satisfies never
  }
}

function leaves(
  deps: CasesDeps,
  { state, edition }: { state: CaseState; edition: Edition },
  effect: Effect,
): SqlCall | undefined {
  if (effect.effect === 'ask') {
    const { key, action, visit } = effect
    return deps.post({ key, caseId: state.id, action, visit, ask: effect })
  }
  if (effect.effect !== 'notify') return undefined
  return deps.notify({ key: effect.key, about: effect.about, state, edition })
}

/** Hands a step's effects to those who carry them out, as parts of the step's own statement. */
export function postEffects(
  deps: CasesDeps,
  step: { state: CaseState; edition: Edition; effects: readonly Effect[] },
): SqlCall[] {
  const jobs = step.effects.flatMap((effect) => jobOf(step.state.id, effect) ?? [])
  const others = step.effects.flatMap((effect) => leaves(deps, step, effect) ?? [])
  return jobs.length === 0 ? others : [enqueueCall(jobs), ...others]
}
