import type { CaseState, Effect } from '#core/engine'
import type { Edition } from '#core/regulation'
import type { Sql } from '#platform/db'
import { enqueue, type NewJob } from '#platform/jobs'
import type { CasesDeps } from './deps.ts'

/** The jobs that carry a case's effects out. Their handlers are in `workers/`. */
export const JOB = {
  verify: 'case.verify-signature',
  issue: 'case.issue-document',
  deadline: 'case.deadline',
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
    case 'ask':
    case 'notify':
      return undefined
    default:
      return effect satisfies never
  }
}

/** Hands a step's effects to those who carry them out, in the step's own transaction. */
export async function postEffects(
  deps: CasesDeps,
  tx: Sql,
  step: { state: CaseState; edition: Edition; effects: readonly Effect[] },
): Promise<void> {
  const { state, edition, effects } = step
  const jobs = effects.flatMap((effect) => jobOf(state.id, effect) ?? [])
  if (jobs.length > 0) await enqueue(tx, jobs)
  for (const effect of effects) {
    if (effect.effect === 'ask') {
      const { key, action, visit } = effect
      await deps.post(tx, { key, caseId: state.id, action, visit, ask: effect })
    }
    if (effect.effect === 'notify')
      await deps.notify(tx, { key: effect.key, about: effect.about, state, edition })
  }
}
