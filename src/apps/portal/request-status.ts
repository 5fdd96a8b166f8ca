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
}

/** Which of the three steps of the act the request is at: 1 fill, 2 sign, 3 process, 4 all done. */
export function stepOf(edition: Edition, state: CaseState): number {
  if (state.status === 'finished') return 4
  const verb = edition.actions[state.current?.action ?? '']?.does
  if (verb === 'sign') return 2
  return requestStatus(state) === 'draft' ? 1 : 3
}
