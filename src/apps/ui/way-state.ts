import type { CaseView } from '#capabilities/cases'
import type { WayAction } from '#platform/views'

type Way = Pick<CaseView, 'way' | 'state'>

/** Outcomes by which a step came to nothing: its time passed, or whoever was asked would not. */
const MISSED: readonly (string | undefined)[] = ['lapsed', 'declined']
const STATES = { done: 'done', now: 'now', next: 'ahead' } as const

/** How the step at `index` of a case's way is marked: a tick is for what was done. */
export function stateOfStep({ way, state: { status } }: Way, index: number): WayAction['state'] {
  const step = way[index]
  if (step === undefined) return 'ahead'
  if (index === way.length - 1 && status === 'refused') return 'refused'
  const isEnd = index === way.length - 1 && status === 'expired'
  return isEnd || MISSED.includes(step.outcome) ? 'missed' : STATES[step.status]
}
