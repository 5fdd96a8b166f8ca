import type { ActionData, TextData } from './model.ts'

export type Verb = ActionData['does']

/** Who may carry a verb out, what can come of it, and whether the engine does it by itself within the same step. */
export interface VerbRule {
  /** Each has its next action, always. */
  readonly outcomes: readonly string[]
  /** May come of it where the regulation says what follows. */
  readonly optional?: readonly string[]
  readonly by: readonly ('applicant' | 'system' | 'official' | 'bodies' | 'commission')[]
  /**
   * `step`: done at once by the engine; `worker`: an effect is carried out; `person`: somebody acts; `payment`: somebody
   * pays, and the platform tells it by the bank's word; `end`: the case ends.
   */
  readonly carriedOutBy: 'step' | 'worker' | 'person' | 'payment' | 'end'
}

/** The outcome of an action whose term passed; no one gives it but the clock. */
export const LAPSED = 'lapsed'

const person = (
  by: VerbRule['by'],
  outcomes: readonly string[] = ['done'],
  ...optional: readonly string[]
): VerbRule => ({ outcomes, optional: [...optional, LAPSED], by, carriedOutBy: 'person' })

export const VERBS: Readonly<Record<Verb, VerbRule>> = {
  identify: { outcomes: ['ok', 'mismatch'], by: ['system'], carriedOutBy: 'worker' },
  fill: person(['applicant', 'official']),
  sign: person(['applicant', 'official'], ['done'], 'declined'),
  'verify-signature': { outcomes: ['valid', 'invalid'], by: ['system'], carriedOutBy: 'worker' },
  register: { outcomes: ['done'], by: ['system', 'official'], carriedOutBy: 'step' },
  ask: { outcomes: ['found', 'absent', 'noData'], by: ['system'], carriedOutBy: 'worker' },
  test: { outcomes: ['holds', 'fails'], by: ['system'], carriedOutBy: 'step' },
  pay: { outcomes: ['paid', LAPSED], by: ['applicant'], carriedOutBy: 'payment' },
  check: person(['official'], ['complete', 'incomplete']),
  review: person(['official']),
  agree: { outcomes: ['done'], by: ['bodies'], carriedOutBy: 'person' },
  convene: person(['commission'], ['positive', 'negative']),
  draft: person(['official'], ['positive', 'negative']),
  approve: person(['official'], ['done', 'returned']),
  appoint: {
    outcomes: ['appointed', 'full'],
    by: ['system', 'official'],
    carriedOutBy: 'worker',
  },
  issue: { outcomes: ['done'], by: ['system', 'official'], carriedOutBy: 'worker' },
  'hand-over': person(['official', 'system', 'applicant']),
  refuse: { outcomes: [], by: ['system', 'official'], carriedOutBy: 'end' },
  expire: { outcomes: [], by: ['system'], carriedOutBy: 'end' },
  finish: { outcomes: [], by: ['system', 'official', 'applicant'], carriedOutBy: 'end' },
}

/** What the regulation itself calls an outcome of this action, where it does. */
export const namedOutcome = (action: ActionData, outcome: string): TextData | undefined =>
  action.does === 'check' ? action.outcomes?.[outcome as 'complete' | 'incomplete'] : undefined

/** What can come of this action: the outcomes of its verb, and those of its optional ones that it provides for. */
export function outcomesOf(action: ActionData): readonly string[] {
  const { outcomes, optional = [] } = VERBS[action.does]
  const next = 'next' in action ? action.next : {}
  return [...outcomes, ...optional.filter((outcome) => Object.hasOwn(next, outcome))]
}
