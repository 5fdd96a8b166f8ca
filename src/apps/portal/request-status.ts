import type { CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'
import type { TagLook } from '#platform/views'

/** A request as its owner sees it; a draft is an open case that was not filed yet. */
export type RequestStatus = 'draft' | CaseState['status']

export const requestStatus = ({ status, filedAt }: CaseState): RequestStatus =>
  status === 'open' && filedAt === undefined ? 'draft' : status

export const STATUS_LOOKS: Readonly<Record<RequestStatus, TagLook>> = {
  draft: 'grey',
  open: 'blue',
  finished: 'green',
  refused: 'red',
  withdrawn: 'grey',
  expired: 'grey',
}

export const STEPS = ['fill', 'sign', 'pay', 'process'] as const
export type Step = (typeof STEPS)[number]

const payingOf = ({ actions }: Edition) =>
  Object.keys(actions).filter((id) => actions[id]?.does === 'pay')

/** The steps of an order; paying is one where the edition has a duty paid. */
export const stepsOf = (edition: Edition): readonly Step[] =>
  payingOf(edition).length > 0 ? STEPS : STEPS.filter((step) => step !== 'pay')

/** Which step the request is at; undefined when all is done. What is looked up between signing and paying belongs to paying. */
export function stepOf(edition: Edition, state: CaseState): Step | undefined {
  if (state.status === 'finished') return undefined
  const verb = edition.actions[state.current?.action ?? '']?.does
  if (verb === 'sign') return 'sign'
  if (requestStatus(state) === 'draft') return 'fill'
  const paying = payingOf(edition)
  const paid = state.done.some(
    ({ action, outcome }) => paying.includes(action) && outcome === 'paid',
  )
  return paying.length === 0 || paid ? 'process' : 'pay'
}
