import type { OfficeCalendar } from '#core/calendar'
import {
  type CodedError,
  type Instant,
  ok,
  type PlainDate,
  refuse,
  type Result,
} from '#core/kernel'
import { type ActionData, type Edition, LAPSED, outcomesOf } from '#core/regulation'
import { caseErrors } from './errors.ts'
import { evolve } from './evolve.ts'
import { closeOffer, end, endWith, isEnding, refuseAt } from './ending.ts'
import {
  faultOfWithdrawal,
  isOwnCase,
  isParty,
  mayCarryOut,
  mayConclude,
  mayOpen,
  mayRepresent,
} from './policies.ts'
import type { Actor, CaseEvent, CaseState, Command, Effect } from './state.ts'
import { complete, enter, type Result as Outcome } from './walk.ts'
import { emit, notify, type Walk } from './walk-parts.ts'

/** What holds for everybody: the calendar of offices and the rates. */
export interface LawFacts {
  readonly calendar: OfficeCalendar
  /** The monthly calculation index (MRP) that counts on a day, in tiyn. */
  readonly mrp: (day: PlainDate) => number
}

export interface Facts extends LawFacts {
  readonly actor: Actor
}

export interface Stepped {
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  readonly effects: readonly Effect[]
}

type CommandOf<K extends Command['do']> = Extract<Command, { do: K }>
type OnCurrent = CommandOf<'save' | 'revise' | 'complete' | 'conclude' | 'elapse'>

/**
 * Carries one command out: pure, so the same arguments always give the same events. It goes on through the actions that
 * the platform does by itself, until the case waits for a person or for the world, or ends.
 * @returns the new state with the events and effects that lead to it, or CASE_NOT_OPEN, CASE_STALE, CASE_FORBIDDEN,
 * CASE_OUTCOME_UNKNOWN, CASE_GROUND_UNKNOWN, CASE_CONCLUDED, CASE_CHANNEL_UNKNOWN, CASE_NOT_SIGNED, CASE_ABOUT_NOTHING,
 * CASE_NO_MANDATE, CASE_OWN_CASE; a refused command changes nothing.
 */
export function step(
  edition: Edition,
  state: CaseState | undefined,
  command: Command,
  facts: Facts,
  now: Instant,
): Result<Stepped> {
  if (command.do === 'open')
    return state === undefined ? open(edition, command, facts, now) : refuse(caseErrors.STALE())
  if (state === undefined) return refuse(caseErrors.STALE())
  if (state.status !== 'open') return refuse(caseErrors.NOT_OPEN({ status: state.status }))
  const { calendar, mrp } = facts
  const walk: Walk = { edition, calendar, mrp, now, events: [], effects: [], state }
  if (command.do === 'withdraw') return withdraw(walk, command, facts.actor)
  if (command.do === 'lapse') return lapse(walk, facts.actor)
  return onCurrent(walk, command, facts.actor)
}

const stepped = ({ state, events, effects }: Walk): Result<Stepped> =>
  ok({ state, events, effects })

function open(
  edition: Edition,
  command: CommandOf<'open'>,
  facts: Facts,
  now: Instant,
): Result<Stepped> {
  const channel = Object.hasOwn(edition.channels, command.channel)
    ? edition.channels[command.channel]
    : undefined
  if (channel === undefined) return refuse(caseErrors.CHANNEL_UNKNOWN())
  const fault = faultOfOpening(edition, command, facts.actor)
  if (fault !== undefined) return refuse(fault)
  const { do: _do, fields, ...rest } = command
  const { actor, calendar, mrp } = facts
  const event: CaseEvent = {
    type: 'opened',
    edition: edition.ref,
    ...rest,
    ...(actor.kind === 'official' ? { unit: actor.unit } : {}),
  }
  const state = evolve(edition, undefined, { ...event, at: now })
  const walk: Walk = { edition, calendar, mrp, now, events: [event], effects: [], state }
  const foreign = faultOfOpener(edition, actor, state)
  if (foreign !== undefined) return refuse(foreign)
  if (fields !== undefined) emit(walk, { type: 'saved', fields })
  enter(walk, channel.start)
  return stepped(walk)
}

/** Why nobody like this may open a case by this command. */
function faultOfOpening(
  edition: Edition,
  { channel, about, representative }: CommandOf<'open'>,
  actor: Actor,
): CodedError | undefined {
  if ((edition.channels[channel]?.about === undefined) !== (about === undefined))
    return caseErrors.ABOUT_NOTHING()
  if (representative !== undefined && !mayRepresent(edition, representative))
    return caseErrors.NO_MANDATE()
  return mayOpen(edition, channel, actor) ? undefined : caseErrors.FORBIDDEN()
}

/** Why this very case is not for this person to open. */
function faultOfOpener(edition: Edition, actor: Actor, state: CaseState): CodedError | undefined {
  if (actor.kind === 'official')
    return isOwnCase(edition, actor, state) ? caseErrors.OWN_CASE() : undefined
  return actor.kind === 'system' || opensRightly(actor, state) ? undefined : caseErrors.FORBIDDEN()
}

/** Who orders for another says so, and nobody orders in the name of a representative. */
const opensRightly = (actor: Extract<Actor, { kind: 'applicant' }>, state: CaseState): boolean =>
  isParty(actor, state) && actor.by?.iin === state.representative?.iin

function withdraw(walk: Walk, command: CommandOf<'withdraw'>, actor: Actor): Result<Stepped> {
  if (!isParty(actor, walk.state)) return refuse(caseErrors.FORBIDDEN())
  const fault = faultOfWithdrawal(walk.edition, walk.state)
  if (fault !== undefined) return refuse(fault)
  end(walk, {
    type: 'withdrawn',
    ...(command.reason === undefined ? {} : { reason: command.reason }),
  })
  return stepped(walk)
}

function onCurrent(walk: Walk, command: OnCurrent, actor: Actor): Result<Stepped> {
  const current = walk.state.current
  if (current?.action !== command.action || current.visit !== command.visit)
    return refuse(caseErrors.STALE())
  switch (command.do) {
    case 'save':
      return save(walk, command, actor)
    case 'revise':
      return revise(walk, command, actor)
    case 'conclude':
      return concludePart(walk, command, actor)
    case 'elapse':
      return elapse(walk, command, actor)
    case 'complete':
      return completeCurrent(walk, command, actor)
    default:
      return command satisfies never
  }
}

function save(walk: Walk, command: CommandOf<'save'>, actor: Actor): Result<Stepped> {
  if (walk.edition.actions[command.action]?.does !== 'fill') return refuse(caseErrors.STALE())
  if (!mayCarryOut(walk.edition, walk.state, command.action, actor))
    return refuse(caseErrors.FORBIDDEN())
  emit(walk, { type: 'saved', fields: command.fields })
  return stepped(walk)
}

function revise(walk: Walk, command: CommandOf<'revise'>, actor: Actor): Result<Stepped> {
  const filled = walk.state.done.findLast(
    (done) => walk.edition.actions[done.action]?.does === 'fill',
  )
  if (walk.edition.actions[command.action]?.does !== 'sign' || filled === undefined)
    return refuse(caseErrors.STALE())
  if (!mayCarryOut(walk.edition, walk.state, command.action, actor))
    return refuse(caseErrors.FORBIDDEN())
  complete(walk, command.action, { visit: command.visit, outcome: 'revised' })
  enter(walk, filled.action)
  return stepped(walk)
}

function lapse(walk: Walk, actor: Actor): Result<Stepped> {
  const { due, lapsed } = walk.state
  if (actor.kind !== 'system') return refuse(caseErrors.FORBIDDEN())
  if (lapsed || due === undefined || walk.now < due) return refuse(caseErrors.STALE())
  emit(walk, { type: 'lapsed' })
  notify(walk, 'overdue')
  return stepped(walk)
}

function elapse(walk: Walk, command: CommandOf<'elapse'>, actor: Actor): Result<Stepped> {
  const { current } = walk.state
  if (actor.kind !== 'system') return refuse(caseErrors.FORBIDDEN())
  if (current?.overdue || current?.due === undefined || walk.now < current.due)
    return refuse(caseErrors.STALE())
  const { action, visit } = command
  if (goesOnWhenLapsed(walk.edition.actions[action])) {
    closeOffer(walk)
    return goOn(walk, action, { visit, outcome: LAPSED })
  }
  emit(walk, { type: 'overdue', action, visit })
  notify(walk, 'overdue')
  return stepped(walk)
}

const goesOnWhenLapsed = (action: ActionData | undefined): boolean =>
  action !== undefined && outcomesOf(action).includes(LAPSED)

function concludePart(walk: Walk, command: CommandOf<'conclude'>, actor: Actor): Result<Stepped> {
  const { action, visit, part, positive, remark } = command
  const parts = walk.state.current?.parts ?? {}
  const given = Object.hasOwn(parts, part) ? parts[part] : undefined
  if (given === undefined) return refuse(caseErrors.STALE())
  const { edition, state } = walk
  if (!mayCarryOut(edition, state, action, actor) || !mayConclude(edition, action, part, actor))
    return refuse(caseErrors.FORBIDDEN())
  if (given !== null) return refuse(caseErrors.CONCLUDED())
  const said = remark === undefined ? {} : { remark }
  emit(walk, { type: 'concluded', action, visit, part, positive, ...said })
  return allConcluded(walk) ? goOn(walk, action, { visit, outcome: 'done' }) : stepped(walk)
}

const allConcluded = ({ state }: Walk): boolean =>
  Object.values(state.current?.parts ?? {}).every((one) => one !== null)

function completeCurrent(
  walk: Walk,
  command: CommandOf<'complete'>,
  actor: Actor,
): Result<Stepped> {
  const action = walk.edition.actions[command.action]
  if (action === undefined || action.does === 'agree') return refuse(caseErrors.STALE())
  if (!mayCarryOut(walk.edition, walk.state, command.action, actor))
    return refuse(caseErrors.FORBIDDEN())
  if (isEnding(action) && endWith(walk, action, command.store)) return stepped(walk)
  if ('signed' in action && command.signature === undefined) return refuse(caseErrors.NOT_SIGNED())
  if (action.does === 'refuse') return refuseBy(walk, action, command)
  return decide(walk, command, actor)
}

function decide(walk: Walk, command: CommandOf<'complete'>, actor: Actor): Result<Stepped> {
  const { visit, outcome, store, signature } = command
  const action = walk.edition.actions[command.action]
  if (action === undefined) return refuse(caseErrors.STALE())
  if (outcome === LAPSED || !outcomesOf(action).includes(outcome))
    return refuse(caseErrors.OUTCOME_UNKNOWN())
  const brought = {
    ...(store === undefined ? {} : { store }),
    ...(signature === undefined ? {} : { signature }),
    ...(actor.kind === 'official' ? { by: actor.id } : {}),
  }
  return goOn(walk, command.action, { visit, outcome, ...brought })
}

/** An official refuses: with the one ground of the action, or with one chosen of those that the regulation allows here. */
function refuseBy(
  walk: Walk,
  action: Extract<ActionData, { does: 'refuse' }>,
  command: CommandOf<'complete'>,
): Result<Stepped> {
  const grounds = action.grounds ?? (action.ground === undefined ? [] : [action.ground])
  const only = grounds.length === 1 ? grounds[0] : undefined
  const ground = command.ground ?? only
  if (ground === undefined || !grounds.includes(ground)) return refuse(caseErrors.GROUND_UNKNOWN())
  const { remark, signature } = command
  refuseAt(walk, action, {
    ground,
    ...(remark === undefined ? {} : { remark }),
    ...(signature === undefined ? {} : { signature }),
  })
  return stepped(walk)
}

function goOn(walk: Walk, actionId: string, result: Outcome): Result<Stepped> {
  const next = complete(walk, actionId, result)
  if (next === undefined) throw new TypeError(`${walk.edition.ref}: ${actionId} leads nowhere`)
  enter(walk, next)
  return stepped(walk)
}
