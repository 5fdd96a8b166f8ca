import type { OfficeCalendar } from '#core/calendar'
import type { Instant, PlainDate } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { evolve } from './evolve.ts'
import { numberIn } from './policies.ts'
import type { CaseEvent, CaseState, Effect, NoticeAbout } from './state.ts'

/** One step in the making: events so far, the state that they give, and the work for the world. */
export interface Walk {
  readonly edition: Edition
  readonly calendar: OfficeCalendar
  /** The monthly calculation index that counts on a day, in tiyn. */
  readonly mrp: (day: PlainDate) => number
  readonly now: Instant
  readonly events: CaseEvent[]
  readonly effects: Effect[]
  state: CaseState
}

export function emit(walk: Walk, event: CaseEvent): void {
  walk.events.push(event)
  walk.state = evolve(walk.edition, walk.state, { ...event, at: walk.now })
}

export const keyOf = (walk: Walk, actionId: string, visit: number) =>
  `${walk.state.id}/${actionId}/${visit}`

/** Tells of a change: the party of the case, or the other applicant with this number. */
export function notify(walk: Walk, about: NoticeAbout, to?: string): void {
  const key = `${walk.state.id}/${about}/${walk.state.version}`
  walk.effects.push({ effect: 'notify', key, about, ...(to === undefined ? {} : { to }) })
}

/** The other applicants who have signed. */
function cosigners({ edition, state }: Walk): ReadonlySet<string> {
  const signed = state.done.flatMap(({ action, outcome }) => {
    const data = edition.actions[action]
    const by = edition.actors[data?.by ?? '']
    const other = by?.kind === 'applicant' ? by.number : undefined
    if (data?.does !== 'sign' || outcome !== 'done' || other === undefined) return []
    return numberIn(edition, other, state) ?? []
  })
  return new Set(signed)
}

/** Tells of what concerns all applicants alike: the party, and the others who have signed. */
export function notifyAll(walk: Walk, about: NoticeAbout): void {
  notify(walk, about)
  const key = `${walk.state.id}/${about}/${walk.state.version}`
  for (const to of cosigners(walk))
    walk.effects.push({ effect: 'notify', key: `${key}/${to}`, about, to })
}
