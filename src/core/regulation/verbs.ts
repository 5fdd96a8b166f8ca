import type { ActionData } from './model.ts'

export type Verb = ActionData['does']

/** Who may carry a verb out, what can come of it, and whether the engine does it by itself within the same step. */
export interface VerbRule {
  readonly outcomes: readonly string[]
  readonly by: readonly ('applicant' | 'system' | 'official' | 'bodies' | 'commission')[]
  /** `step`: done at once by the engine; `worker`: an effect is carried out; `person`: somebody acts; `end`: the case ends. */
  readonly carriedOutBy: 'step' | 'worker' | 'person' | 'end'
}

export const VERBS: Readonly<Record<Verb, VerbRule>> = {
  identify: { outcomes: ['ok', 'mismatch'], by: ['system'], carriedOutBy: 'worker' },
  fill: { outcomes: ['done'], by: ['applicant', 'official'], carriedOutBy: 'person' },
  sign: { outcomes: ['done'], by: ['applicant', 'official'], carriedOutBy: 'person' },
  'verify-signature': { outcomes: ['valid', 'invalid'], by: ['system'], carriedOutBy: 'worker' },
  register: { outcomes: ['done'], by: ['system', 'official'], carriedOutBy: 'step' },
  ask: { outcomes: ['found', 'absent', 'noData'], by: ['system'], carriedOutBy: 'worker' },
  check: { outcomes: ['complete', 'incomplete'], by: ['official'], carriedOutBy: 'person' },
  review: { outcomes: ['done'], by: ['official'], carriedOutBy: 'person' },
  agree: { outcomes: ['done'], by: ['bodies'], carriedOutBy: 'person' },
  convene: { outcomes: ['positive', 'negative'], by: ['commission'], carriedOutBy: 'person' },
  draft: { outcomes: ['positive', 'negative'], by: ['official'], carriedOutBy: 'person' },
  approve: { outcomes: ['done', 'returned'], by: ['official'], carriedOutBy: 'person' },
  issue: { outcomes: ['done'], by: ['system', 'official'], carriedOutBy: 'worker' },
  'hand-over': {
    outcomes: ['done'],
    by: ['official', 'system', 'applicant'],
    carriedOutBy: 'person',
  },
  refuse: { outcomes: [], by: ['system', 'official'], carriedOutBy: 'end' },
  finish: { outcomes: [], by: ['system', 'official', 'applicant'], carriedOutBy: 'end' },
}
