import { dueAt, type OfficeCalendar } from '#core/calendar'
import { type Instant, type JsonObject, type Text, dayOf, partyNumber } from '#core/kernel'
import { type ActionData, type Edition, termOf, termOfAction, VERBS } from '#core/regulation'
import { evolve } from './evolve.ts'
import type { CaseEvent, CaseState, Effect } from './state.ts'

/** One step in the making: events so far, the state that they give, and the work for the world. */
export interface Walk {
  readonly edition: Edition
  readonly calendar: OfficeCalendar
  readonly now: Instant
  readonly events: CaseEvent[]
  readonly effects: Effect[]
  state: CaseState
}

export function emit(walk: Walk, event: CaseEvent): void {
  walk.events.push(event)
  walk.state = evolve(walk.edition, walk.state, { ...event, at: walk.now })
}

/** What expressions of the regulation see. */
export const contextOf = (state: CaseState, now: Instant): JsonObject => ({
  ...state.data,
  party: { kind: state.party.kind, number: partyNumber(state.party) },
  case: {
    number: state.number,
    language: state.data['language'] ?? 'kk',
    filedOn: state.filedAt === undefined ? null : dayOf(state.filedAt),
  },
  today: dayOf(now),
})

const keyOf = (walk: Walk, actionId: string, visit: number) =>
  `${walk.state.id}/${actionId}/${visit}`

const visitOf = (state: CaseState, actionId: string) =>
  state.done.filter((done) => done.action === actionId).length + 1

/** Officials' minutes and hours run in office hours; those of systems by the clock. */
const countingOf = (walk: Walk, action: ActionData) =>
  walk.edition.actors[action.by]?.kind === 'system' ? 'clock' : 'office'

function dueOf(walk: Walk, actionId: string, action: ActionData): Instant | undefined {
  const term = termOfAction(walk.edition, walk.state.channel, actionId)
  return term && dueAt(term, walk.now, walk.calendar, countingOf(walk, action))
}

function bodiesOf(walk: Walk, action: ActionData): readonly string[] | undefined {
  if (action.does !== 'agree') return undefined
  const actor = walk.edition.actors[action.by]
  const known = actor?.kind === 'bodies' ? Object.keys(actor.bodies) : []
  if (action.bodies === undefined) return known
  const asked = walk.edition.evaluate(action.bodies, contextOf(walk.state, walk.now))
  return Array.isArray(asked) ? known.filter((body) => asked.includes(body)) : known
}

const isByWorker = (action: ActionData) => VERBS[action.does].carriedOutBy === 'worker'

/**
 * Whether the platform carries the action out by itself, without waiting for a person or for the world. To agree with
 * nobody is done at once: where the regulation asks no body, no answer would ever come.
 */
function isImmediate(
  walk: Walk,
  action: ActionData,
  bodies: readonly string[] | undefined,
): boolean {
  if (action.does === 'finish' || bodies?.length === 0) return true
  return !isByWorker(action) && walk.edition.actors[action.by]?.kind === 'system'
}

/** Enters an action and goes on by itself until the case waits for somebody or ends. */
export function enter(walk: Walk, actionId: string): void {
  let next: string | undefined = actionId
  while (next !== undefined) {
    const action: ActionData | undefined = walk.edition.actions[next]
    if (action === undefined) throw new TypeError(`${walk.edition.ref} has no action ${next}`)
    const visit = visitOf(walk.state, next)
    const due = dueOf(walk, next, action)
    const parts = bodiesOf(walk, action)
    emit(walk, {
      type: 'entered',
      action: next,
      visit,
      ...(due === undefined ? {} : { due }),
      ...(parts === undefined ? {} : { parts }),
    })
    if (!isImmediate(walk, action, parts)) {
      wait(walk, next, visit, action)
      return
    }
    next = conclude(walk, next, visit, action)
  }
}

function wait(walk: Walk, actionId: string, visit: number, action: ActionData): void {
  const effect = effectOf(walk, actionId, visit, action)
  if (effect !== undefined) walk.effects.push(effect)
  const due = walk.state.current?.due
  if (due !== undefined && !isByWorker(action))
    walk.effects.push({
      effect: 'deadline',
      key: `${keyOf(walk, actionId, visit)}/deadline`,
      action: actionId,
      visit,
      at: due,
    })
}

function effectOf(
  walk: Walk,
  actionId: string,
  visit: number,
  action: ActionData,
): Effect | undefined {
  const at = { key: keyOf(walk, actionId, visit), action: actionId, visit }
  if (action.does === 'verify-signature') return { effect: 'verify-signature', ...at }
  if (action.does === 'issue') return { effect: 'issue', ...at, document: action.document }
  if (action.does === 'ask') return question(walk, at, action, action.purpose)
  if (action.does !== 'identify') return undefined
  const asked = action[walk.state.party.kind]
  if (asked === undefined)
    throw new TypeError(`${actionId} does not identify a ${walk.state.party.kind}`)
  return question(walk, at, asked, action.purpose)
}

function question(
  walk: Walk,
  at: { key: string; action: string; visit: number },
  asked: { service: string; request: Readonly<Record<string, string>> },
  purpose: Text,
): Effect {
  const context = contextOf(walk.state, walk.now)
  const request: Record<string, JsonObject[string]> = {}
  for (const [name, expression] of Object.entries(asked.request)) {
    const value = walk.edition.evaluate(expression, context)
    if (value !== null) request[name] = value
  }
  const subject = partyNumber(walk.state.party)
  return { effect: 'ask', ...at, service: asked.service, request, purpose, subject }
}

/** Carries an immediate action out; gives the next action, or undefined when the case has ended. */
function conclude(
  walk: Walk,
  actionId: string,
  visit: number,
  action: ActionData,
): string | undefined {
  if (action.does === 'finish') return end(walk, { type: 'finished', result: action.result })
  if (action.does === 'refuse') return refuseWith(walk, action.ground ?? action.grounds?.[0] ?? '')
  return complete(walk, actionId, { visit, outcome: 'done' })
}

type Moment = 'filed' | 'registered'
const RUNS_FROM: Readonly<Record<NonNullable<Edition['total']>['from'], Moment>> = {
  filing: 'filed',
  'day-after-filing': 'filed',
  registration: 'registered',
}

/** Records that the case was filed or registered, and sets the term of the whole service where it runs from that moment. */
function reach(walk: Walk, moment: Moment): void {
  const { total } = walk.edition
  const runs = total !== undefined && RUNS_FROM[total.from] === moment
  const due = runs ? dueAt(termOf(total.term), walk.now, walk.calendar, 'clock') : undefined
  emit(walk, { type: moment, ...(due === undefined ? {} : { due }) })
  if (due !== undefined)
    walk.effects.push({ effect: 'term', key: `${walk.state.id}/term/${moment}`, at: due })
}

/** Records what an action came to and says which action is next. */
export function complete(
  walk: Walk,
  actionId: string,
  result: { visit: number; outcome: string; store?: JsonObject },
): string | undefined {
  const action = walk.edition.actions[actionId]
  emit(walk, { type: 'completed', action: actionId, ...result })
  if (action?.does === 'sign' && result.outcome === 'done' && walk.state.filedAt === undefined)
    reach(walk, 'filed')
  if (action?.does === 'register') registered(walk)
  return action !== undefined && 'next' in action ? action.next[result.outcome] : undefined
}

function registered(walk: Walk): void {
  if (walk.state.filedAt === undefined) reach(walk, 'filed')
  reach(walk, 'registered')
  notify(walk, 'registered')
}

export function refuseWith(walk: Walk, groundId: string, remark?: string): undefined {
  const ground = walk.edition.grounds[groundId]
  if (ground === undefined) throw new TypeError(`${walk.edition.ref} has no ground ${groundId}`)
  const text = { kk: ground.text.kk, ru: ground.text.ru, en: ground.text.en }
  return end(walk, {
    type: 'refused',
    ground: groundId,
    text,
    ...(remark === undefined ? {} : { remark }),
  })
}

export function end(
  walk: Walk,
  event: Extract<CaseEvent, { type: 'finished' | 'refused' | 'withdrawn' }>,
): undefined {
  emit(walk, event)
  notify(walk, event.type)
  return undefined
}

export function notify(walk: Walk, about: Extract<Effect, { effect: 'notify' }>['about']): void {
  walk.effects.push({
    effect: 'notify',
    key: `${walk.state.id}/${about}/${walk.state.version}`,
    about,
  })
}
