import type { Check } from '../draft.ts'
import { inRegulation } from '../problem.ts'
import { VERBS } from '../verbs.ts'

/** Each outcome of a verb has a next action, and no other outcome is named. */
export const everyOutcomeGoesOn: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (!('next' in action)) return []
    const { outcomes } = VERBS[action.does]
    const missing = outcomes
      .filter((outcome) => !Object.hasOwn(action.next, outcome))
      .map((outcome) =>
        inRegulation(
          ['actions', id, 'next'],
          'OUTCOME_OPEN',
          `"${id}" does not say what follows on "${outcome}"`,
        ),
      )
    const unknown = Object.keys(action.next)
      .filter((outcome) => !outcomes.includes(outcome))
      .map((outcome) =>
        inRegulation(
          ['actions', id, 'next', outcome],
          'UNKNOWN_OUTCOME',
          `"${action.does}" has no outcome "${outcome}"; it has: ${outcomes.join(', ')}`,
        ),
      )
    return [...missing, ...unknown]
  })

/** A verb is carried out by an actor of a kind that can. */
export const actorsFitTheirVerbs: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    const actor = Object.hasOwn(edition.actors, action.by) ? edition.actors[action.by] : undefined
    const { by } = VERBS[action.does]
    if (actor === undefined || by.includes(actor.kind)) return []
    return [
      inRegulation(
        ['actions', id, 'by'],
        'WRONG_ACTOR',
        `"${action.does}" is carried out by: ${by.join(', ')}; "${action.by}" is of kind ${actor.kind}`,
      ),
    ]
  })
