import fc from 'fast-check'
import { contractOf } from '#core/contracts'
import {
  addSeconds,
  type Iin,
  type Instant,
  type Json,
  type JsonObject,
  parseBin,
  parseIin,
  type PlainDate,
} from '#core/kernel'
import { type ActionData, type Edition, LAPSED, outcomesOf } from '#core/regulation'
import type { Happened } from '../evolve.ts'
import type {
  About,
  Actor,
  CaseState,
  Command,
  CurrentAction,
  Effect,
  Representative,
} from '../state.ts'
import { type LawFacts, step, type Stepped } from '../step.ts'
import { PLATFORM, rightfulActor, rightfulOpener } from './actors.ts'

/** One command that was accepted, and the state before it. */
export interface Taken {
  readonly before: CaseState | undefined
  readonly command: Command
  readonly actor: Actor
  readonly at: Instant
  readonly stepped: Stepped
}

export interface Walked {
  readonly edition: Edition
  readonly taken: readonly Taken[]
  readonly state: CaseState
  readonly events: readonly Happened[]
  readonly effects: readonly Effect[]
}

/** How often a case may go back before it must go on. */
const MOST_TURNS_BACK = 3
const MOST_STEPS = 200

/** The numbers from which every choice on the way is made. */
export const choices = fc.array(fc.nat(), { minLength: 40, maxLength: 120 })

class Chooser {
  #next = 0
  readonly #numbers: readonly number[]
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }
  number(): number {
    this.#next += 1
    return this.#numbers[(this.#next - 1) % this.#numbers.length] ?? 0
  }
  of<T>(values: readonly T[]): T {
    if (values.length === 0) throw new RangeError('nothing to choose from')
    return values[this.number() % values.length] as T
  }
}

const IIN = parseIin('840731400431')
const BIN = parseBin('990140012030')

function partyOf(edition: Edition, chooser: Chooser): CaseState['party'] {
  if (IIN === undefined || BIN === undefined) throw new TypeError('no party')
  return chooser.of(edition.about.recipients) === 'person'
    ? { kind: 'person', iin: IIN }
    : { kind: 'entity', bin: BIN }
}

/** Fields without which the case does not know whom to ask next, so that the form never lets them be left out. */
const NEEDED: Readonly<Record<string, string>> = {
  iin: '850101300125',
  bin: '990140012030',
  date: '2017-01-10',
  appointment: '2017-03-01T10:00',
}

/** What is brought by an action: anything or nothing, for whatever comes the engine must go on. */
function storeOf(edition: Edition, action: ActionData, chooser: Chooser): JsonObject | undefined {
  const fields =
    action.does === 'fill'
      ? (edition.forms[action.form]?.pages.flatMap((page) => page.fields) ?? [])
      : []
  const isNeeded = fields.some(({ kind }) => kind === 'unit' || kind in NEEDED)
  if (!isNeeded && chooser.number() % 4 === 0) return undefined
  if (action.does !== 'fill') return { status: 'found', objects: [], n: chooser.number() % 3 }
  const value = (field: (typeof fields)[number]): Json => {
    if (field.kind === 'unit') return chooser.of(field.codes ?? [])
    const needed = NEEDED[field.kind]
    if (needed !== undefined) return needed
    if (chooser.number() % 5 === 0) return null
    return field.kind === 'choice' ? chooser.of(field.options).value : 'Абай'
  }
  return Object.fromEntries(fields.map((field) => [field.id, value(field)]))
}

/** Whether this outcome leads to an action that the case has been at before. */
const leadsBack = ({ done }: CaseState, action: ActionData, outcome: string): boolean =>
  'next' in action && done.some((one) => one.action === action.next[outcome])

function outcomeOf({ state, chooser }: At, action: ActionData, mayTurnBack: boolean): string {
  const possible = outcomesOf(action).filter((outcome) => outcome !== LAPSED)
  const forward = possible.filter((outcome) => !leadsBack(state, action, outcome))
  return chooser.of(mayTurnBack || forward.length === 0 ? possible : forward)
}

interface Chosen {
  readonly command: Command
  readonly actor: Actor
}

interface At {
  readonly edition: Edition
  readonly state: CaseState
  readonly current: CurrentAction
  readonly chooser: Chooser
}

/** One of the bodies that have not answered yet concludes. */
function concludes({ edition, state, current, chooser }: At): Chosen {
  const { action, visit, parts = {} } = current
  const open = Object.entries(parts).flatMap(([part, said]) => (said === null ? [part] : []))
  const part = chooser.of(open)
  const positive = chooser.number() % 2 === 0
  return {
    command: { do: 'conclude', action, visit, part, positive },
    actor: rightfulActor(edition, action, state.party, { part }),
  }
}

/** A register answers as its contract says. */
function answerTo(action: ActionData, outcome: string): JsonObject | undefined {
  if (action.does !== 'ask' || outcome !== 'found') return undefined
  const sample = contractOf(action.service)?.sample as { readonly found?: JsonObject } | undefined
  return sample?.found && { ...sample.found, status: 'found' }
}

const SIGNATURE = { sha256: '0'.repeat(64) }

function nextCommand(at: At, action: ActionData, mayTurnBack: boolean): Chosen {
  if (action.does === 'agree') return concludes(at)
  const { edition, state, current, chooser } = at
  const place = { action: current.action, visit: current.visit }
  const ended = { command: { do: 'complete', ...place, outcome: '' }, actor: PLATFORM } as const
  if (current.refusal !== undefined || action.does === 'expire') return ended
  if (outcomesOf(action).includes(LAPSED) && chooser.number() % 4 === 0)
    return { command: { do: 'elapse', ...place }, actor: PLATFORM }
  const actor = rightfulActor(edition, current.action, state.party, { state })
  if (action.does === 'sign' && mayTurnBack && chooser.number() % 3 === 0)
    return { command: { do: 'revise', ...place }, actor }
  return { command: { ...place, ...decided(at, action, mayTurnBack) }, actor }
}

type Decided = Omit<Extract<Command, { do: 'complete' }>, 'action' | 'visit'>

function decided(at: At, action: ActionData, mayTurnBack: boolean): Decided {
  const { edition, chooser } = at
  const signed = 'signed' in action ? { signature: SIGNATURE } : {}
  if (action.does === 'refuse') {
    const ground = chooser.of([action.ground ?? [], action.grounds ?? []].flat())
    return { do: 'complete', outcome: '', ground, ...signed }
  }
  const outcome = outcomeOf(at, action, mayTurnBack)
  const store = answerTo(action, outcome) ?? storeOf(edition, action, chooser)
  return { do: 'complete', outcome, ...(store && { store }), ...signed }
}

function waiting(edition: Edition, state: CaseState, chooser: Chooser): [At, ActionData] {
  const { current } = state
  const action = edition.actions[current?.action ?? '']
  if (current === undefined || action === undefined) throw new TypeError('an open case waits')
  return [{ edition, state, current, chooser }, action]
}

function isTurnBack(edition: Edition, state: CaseState, command: Command): boolean {
  if (command.do !== 'complete') return command.do === 'revise'
  const action = edition.actions[command.action]
  return action !== undefined && leadsBack(state, action, command.outcome)
}

function give(
  { edition, ...facts }: { edition: Edition } & LawFacts,
  before: CaseState | undefined,
  { command, actor }: { command: Command; actor: Actor },
  at: Instant,
): Taken {
  const stepped = step(edition, before, command, { actor, ...facts }, at)
  if (!stepped.ok)
    throw new Error(`${edition.ref}: ${JSON.stringify(command)}: ${stepped.error.code}`)
  return { before, command, actor, at, stepped: stepped.value }
}

const REPRESENTED = { iin: '850101300125' as Iin, name: { kk: 'Абай', ru: 'Абай' } }
const ABOUT: About = {
  caseId: 'earlier',
  caseNumber: '10100000000000',
  document: 'certificate',
  number: '10100000000000',
  title: { kk: 'Анықтама', ru: 'Справка' },
  issuedOn: '2017-01-10' as PlainDate,
  data: {},
}

/** In person, or for another where the regulation lets somebody. */
function representativeOf(
  { representation }: Edition,
  chooser: Chooser,
): Representative | undefined {
  const { parent, attorney } = representation
  const codes = attorney?.powers ?? []
  return chooser.of([
    undefined,
    ...(parent ? [{ ...REPRESENTED, basis: 'parent', mandate: {} } as const] : []),
    ...(attorney ? [{ ...REPRESENTED, basis: 'attorney', mandate: { codes } } as const] : []),
  ])
}

function opening(edition: Edition, chooser: Chooser): Chosen {
  const party = partyOf(edition, chooser)
  const channel = chooser.of(Object.keys(edition.channels))
  const language = chooser.of(['kk', 'ru', 'en'])
  const representative = representativeOf(edition, chooser)
  const more = {
    ...(representative && { representative }),
    ...(edition.channels[channel]?.about && { about: ABOUT }),
  }
  const place = { id: 'case', number: '10100000000001', channel }
  return {
    command: { do: 'open', ...place, party, language, ...more },
    actor: rightfulOpener(edition, channel, party, representative),
  }
}

/** Time does not pass a term that has to pass; it never runs back. */
const momentOf = (now: Instant, { do: what }: Command, { current }: CaseState): Instant =>
  what === 'elapse' && current?.due !== undefined && current.due > now ? current.due : now

/**
 * A case from its opening to its end, by lawful commands of the actors that the regulation names, each chosen by the next
 * number; `upTo` stops after so many commands. @throws when a lawful command is refused or the case does not end.
 */
export function randomWalk(
  law: { readonly edition: Edition } & LawFacts,
  numbers: readonly number[],
  upTo = Number.POSITIVE_INFINITY,
): Walked {
  const { edition } = law
  const chooser = new Chooser(numbers)
  let now = addSeconds('2017-02-06T04:00:00.000Z' as Instant, chooser.number() % 31_536_000)
  const taken = [give(law, undefined, opening(edition, chooser), now)]
  let state = taken[0]?.stepped.state
  let turns = 0
  while (state?.status === 'open' && taken.length < upTo) {
    if (taken.length === MOST_STEPS) throw new Error(`${edition.ref}: the case does not end`)
    now = addSeconds(now, chooser.number() % 200_000)
    const next = nextCommand(...waiting(edition, state, chooser), turns < MOST_TURNS_BACK)
    if (isTurnBack(edition, state, next.command)) turns += 1
    now = momentOf(now, next.command, state)
    const one = give(law, state, next, now)
    taken.push(one)
    state = one.stepped.state
  }
  if (state === undefined) throw new Error('the case was not opened')
  return {
    edition,
    taken,
    state,
    events: taken.flatMap(({ stepped, at }) => stepped.events.map((event) => ({ ...event, at }))),
    effects: taken.flatMap(({ stepped }) => stepped.effects),
  }
}
