import type { Check } from '../draft.ts'
import { inRegulation } from '../problem.ts'
import { termOfAction } from '../term-of.ts'
import { LAPSED, VERBS } from '../verbs.ts'

/** Each outcome of a verb has a next action, and no other outcome is named. */
export const everyOutcomeGoesOn: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (!('next' in action)) return []
    const { outcomes, optional = [] } = VERBS[action.does]
    const known = [...outcomes, ...optional]
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
      .filter((outcome) => !known.includes(outcome))
      .map((outcome) =>
        inRegulation(
          ['actions', id, 'next', outcome],
          'UNKNOWN_OUTCOME',
          `"${action.does}" has no outcome "${outcome}"; it has: ${known.join(', ')}`,
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

/** Who acts for a unit says by what it is told, and who acts for the whole country has none. */
export const unitsAreTold: Check = ({ edition }) => {
  const acting = new Set(Object.values(edition.actions).map(({ by }) => by))
  return Object.entries(edition.actors).flatMap(([id, actor]) => {
    if (!('unit' in actor) || !acting.has(id)) return []
    const told = actor.of !== undefined
    if ((actor.unit === 'country') !== told) return []
    const message = told
      ? `"${id}" acts in the whole country: there is no unit to tell by "of"`
      : `"${id}" acts ${actor.unit}: "of" says which unit that is in a case`
    return [inRegulation(['actors', id, 'unit'], 'NO_UNIT', message)]
  })
}

/** What goes on when its term passes has a term that is counted, whichever way leads there. */
export const lapsesHaveTerms: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (!('next' in action) || !Object.hasOwn(action.next, LAPSED)) return []
    const counted = Object.keys(edition.channels).some(
      (channel) => termOfAction(edition, channel, id)?.kind === 'counted',
    )
    return counted
      ? []
      : [
          inRegulation(
            ['actions', id],
            'NO_TERM',
            `"${id}" goes on when its term passes, but nothing says what its term is: give it "within"`,
          ),
        ]
  })

/** Only officials sign their decisions; what the applicant signs is the request. */
export const signedByOfficials: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    const kind = edition.actors[action.by]?.kind
    if (!('signed' in action) || kind === 'official' || kind === 'commission') return []
    return [
      inRegulation(
        ['actions', id, 'signed'],
        'WRONG_ACTOR',
        `"signed" is for decisions of officials; "${action.by}" is none`,
      ),
    ]
  })

/** Whoever is refused gets the ground in writing: a signed document. */
export const refusalsAreNotified: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) =>
    action.does !== 'refuse' || action.document !== undefined
      ? []
      : [
          inRegulation(
            ['actions', id],
            'NO_NOTIFICATION',
            `"${id}" refuses without a notification: name its "document"`,
          ),
        ],
  )

/** A duty is paid somewhere, and what is paid is a duty. */
export const dutiesArePaid: Check = ({ edition }) => {
  const paying = Object.entries(edition.actions).filter(([, { does }]) => does === 'pay')
  if ('duty' in edition.fee)
    return paying.length > 0
      ? []
      : [inRegulation(['fee', 'duty'], 'UNUSED', 'no action pays the duty')]
  return paying.map(([id]) =>
    inRegulation(['actions', id], 'NO_DUTY', `"${id}" pays, but "fee" names no duty`),
  )
}
