import type { OfficeCalendar } from '#core/calendar'
import { type Instant, ok, refuse, type Result } from '#core/kernel'
import { type ActionData, type Edition, VERBS } from '#core/regulation'
import { caseErrors } from './errors.ts'
import { evolve } from './evolve.ts'
import { isParty, mayCarryOut, mayConclude, mayOpen } from './policies.ts'
import type { Actor, CaseEvent, CaseState, Command, Effect } from './state.ts'
import { complete, emit, end, enter, notify, refuseWith, type Walk } from './walk.ts'

export interface Facts {
  readonly actor: Actor
  readonly calendar: OfficeCalendar
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
 * CASE_OUTCOME_UNKNOWN, CASE_GROUND_UNKNOWN, CASE_CONCLUDED, CASE_CHANNEL_UNKNOWN; a refused command changes nothing.
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
  const walk: Walk = { edition, calendar: facts.calendar, now, events: [], effects: [], state }
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
  if (!mayOpen(edition, command.channel, facts.actor)) return refuse(caseErrors.FORBIDDEN())
  const { do: _do, fields, ...rest } = command
  const event: CaseEvent = { type: 'opened', edition: edition.ref, ...rest }
  const state = evolve(edition, undefined, { ...event, at: now })
  const walk: Walk = { edition, calendar: facts.calendar, now, events: [event], effects: [], state }
  if (facts.actor.kind === 'applicant' && !isParty(facts.actor, state))
    return refuse(caseErrors.FORBIDDEN())
  if (fields !== undefined) emit(walk, { type: 'saved', fields })
  enter(walk, channel.start)
  return stepped(walk)
}

function withdraw(walk: Walk, command: CommandOf<'withdraw'>, actor: Actor): Result<Stepped> {
  if (!isParty(actor, walk.state)) return refuse(caseErrors.FORBIDDEN())
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
  emit(walk, { type: 'overdue', action: command.action, visit: command.visit })
  notify(walk, 'overdue')
  return stepped(walk)
}

function concludePart(walk: Walk, command: CommandOf<'conclude'>, actor: Actor): Result<Stepped> {
  const { action, visit, part, positive, remark } = command
  const parts = walk.state.current?.parts ?? {}
  const given = Object.hasOwn(parts, part) ? parts[part] : undefined
  if (given === undefined) return refuse(caseErrors.STALE())
  if (!mayConclude(walk.edition, action, part, actor)) return refuse(caseErrors.FORBIDDEN())
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
  if (action.does === 'refuse') return refuseBy(walk, action, command)
  if (!VERBS[action.does].outcomes.includes(command.outcome))
    return refuse(caseErrors.OUTCOME_UNKNOWN())
  const { visit, outcome, store } = command
  return goOn(walk, command.action, { visit, outcome, ...(store === undefined ? {} : { store }) })
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
  refuseWith(walk, ground, command.remark)
  return stepped(walk)
}

function goOn(
  walk: Walk,
  actionId: string,
  result: Parameters<typeof complete>[2],
): Result<Stepped> {
  const next = complete(walk, actionId, result)
  if (next === undefined) throw new TypeError(`${walk.edition.ref}: ${actionId} leads nowhere`)
  enter(walk, next)
  return stepped(walk)
}
