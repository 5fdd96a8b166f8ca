import { dueAt } from '#core/calendar'
import type { Instant, JsonObject } from '#core/kernel'
import {
  type ActionData,
  type Edition,
  termOf,
  termOfAction,
  totalOf,
  VERBS,
} from '#core/regulation'
import { chargeOf, exempted } from './charge.ts'
import { contextOf } from './context.ts'
import { effectOf } from './effects.ts'
import { end, expire, isEnding, refuseAt } from './ending.ts'
import { numberIn } from './policies.ts'
import type { CaseState, DecisionSignature, NoticeAbout } from './state.ts'
import { emit, keyOf, notify, notifyAll, type Walk } from './walk-parts.ts'

const visitOf = (state: CaseState, actionId: string) =>
  state.done.filter((done) => done.action === actionId).length + 1

/** Officials' minutes and hours run in office hours; those of systems and of citizens by the clock. */
const countingOf = (walk: Walk, action: ActionData) =>
  ['system', 'applicant'].includes(walk.edition.actors[action.by]?.kind ?? '') ? 'clock' : 'office'

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
  if (isEnding(action) && action.document !== undefined) return false
  return VERBS[action.does].carriedOutBy !== 'worker' && isBySystem(walk, action)
}

const isBySystem = (walk: Walk, action: ActionData): boolean =>
  walk.edition.actors[action.by]?.kind === 'system'

const isForPeople = (walk: Walk, action: ActionData): boolean =>
  VERBS[action.does].carriedOutBy !== 'worker' && !isBySystem(walk, action)

/** Enters an action and goes on by itself until the case waits for somebody or ends. */
export function enter(walk: Walk, actionId: string): void {
  let next: string | undefined = actionId
  while (next !== undefined) {
    const action: ActionData | undefined = walk.edition.actions[next]
    if (action === undefined) throw new TypeError(`${walk.edition.ref} has no action ${next}`)
    const visit = visitOf(walk.state, next)
    const due = dueOf(walk, next, action)
    const parts = bodiesOf(walk, action)
    const charge = action.does === 'pay' ? chargeOf(walk) : undefined
    emit(walk, {
      type: 'entered',
      action: next,
      visit,
      ...(due === undefined ? {} : { due }),
      ...(parts === undefined ? {} : { parts }),
      ...(charge === undefined ? {} : { amount: charge.amount }),
    })
    if (charge?.exempt !== undefined)
      next = complete(walk, next, { visit, outcome: 'paid', store: exempted(charge.exempt) })
    else if (isImmediate(walk, action, parts)) next = conclude(walk, next, visit, action)
    else {
      wait(walk, next, visit, action)
      return
    }
  }
}

function wait(walk: Walk, actionId: string, visit: number, action: ActionData): void {
  const at = { key: keyOf(walk, actionId, visit), action: actionId, visit }
  if (action.does === 'refuse' && isBySystem(walk, action)) {
    refuseBySystem(walk, action)
    return
  }
  const effect = effectOf(walk, at, action)
  if (effect !== undefined) walk.effects.push(effect)
  const due = walk.state.current?.due
  if (due !== undefined && isForPeople(walk, action))
    walk.effects.push({ effect: 'deadline', ...at, key: `${at.key}/deadline`, at: due })
  tellOf(walk, action)
}

/** Those for whom it waits are told so. */
function tellOf(walk: Walk, action: ActionData): void {
  if (action.does === 'pay') notify(walk, 'offered')
  if (action.does === 'sign') askConsent(walk, action)
  if (action.does === 'hand-over' && action.tells !== undefined) notify(walk, 'to-fetch')
}

/** Another applicant is told that a signature is asked of them. */
function askConsent(walk: Walk, action: ActionData): void {
  const actor = walk.edition.actors[action.by]
  if (actor?.kind !== 'applicant' || actor.number === undefined) return
  notify(walk, 'consent-asked', numberIn(walk.edition, actor.number, walk.state))
}

/** Carries an immediate action out; gives the next action, or undefined when the case has ended. */
function conclude(
  walk: Walk,
  actionId: string,
  visit: number,
  action: ActionData,
): string | undefined {
  if (action.does === 'finish') return end(walk, { type: 'finished', result: action.result })
  if (action.does === 'expire') return expire(walk, action)
  if (action.does === 'refuse') return refuseBySystem(walk, action)
  const outcome = action.does === 'test' ? tested(walk, action.holds) : 'done'
  return complete(walk, actionId, { visit, outcome })
}

/** A system refuses with the one ground of the action. */
const refuseBySystem = (walk: Walk, action: Extract<ActionData, { does: 'refuse' }>) =>
  refuseAt(walk, action, { ground: action.ground ?? action.grounds?.[0] ?? '' })

const tested = ({ edition, state, now }: Walk, condition: string) =>
  edition.evaluate(condition, contextOf(state, now)) === true ? 'holds' : 'fails'

type Moment = 'filed' | 'registered'
const RUNS_FROM: Readonly<Record<NonNullable<Edition['total']>['from'], Moment>> = {
  filing: 'filed',
  'day-after-filing': 'filed',
  registration: 'registered',
}

/** Records that the case was filed or registered, and sets the term of the whole service where it runs from that moment. */
function reach(walk: Walk, moment: Moment): void {
  const total = totalOf(walk.edition, walk.state.channel)
  const runs = total !== undefined && RUNS_FROM[total.from] === moment
  const due = runs ? dueAt(termOf(total.term), walk.now, walk.calendar, 'clock') : undefined
  emit(walk, { type: moment, ...(due === undefined ? {} : { due }) })
  if (due !== undefined)
    walk.effects.push({ effect: 'term', key: `${walk.state.id}/term/${moment}`, at: due })
}

export interface Result {
  readonly visit: number
  readonly outcome: string
  readonly store?: JsonObject
  readonly signature?: DecisionSignature
  /** Id of the official who did it. */
  readonly by?: string
}

/** Outcomes that the applicant is told of as soon as they are there. */
const TOLD: Readonly<Record<string, NoticeAbout>> = { declined: 'declined', appointed: 'appointed' }

/** Records what an action came to and says which action is next. */
export function complete(walk: Walk, actionId: string, result: Result): string | undefined {
  const action = walk.edition.actions[actionId]
  emit(walk, { type: 'completed', action: actionId, ...result })
  const told = TOLD[result.outcome]
  if (told !== undefined) notifyAll(walk, told)
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
