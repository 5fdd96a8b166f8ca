import fc from 'fast-check'
import {
  addSeconds,
  type Instant,
  type Json,
  type JsonObject,
  parseBin,
  parseIin,
} from '#core/kernel'
import { type ActionData, type Edition, VERBS } from '#core/regulation'
import type { Happened } from '../evolve.ts'
import type { Actor, CaseState, Command, CurrentAction, Effect } from '../state.ts'
import { step, type Stepped } from '../step.ts'
import { rightfulActor, rightfulOpener } from './actors.ts'
import type { CountryLaw } from './country-law.ts'

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
    const value = values[this.number() % values.length]
    if (value === undefined) throw new RangeError('nothing to choose from')
    return value
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

/** What is brought by an action: anything or nothing, for whatever comes the engine must go on. */
function storeOf(edition: Edition, action: ActionData, chooser: Chooser): JsonObject | undefined {
  if (chooser.number() % 4 === 0) return undefined
  if (action.does !== 'fill') return { status: 'found', objects: [], n: chooser.number() % 3 }
  const fields = edition.forms[action.form]?.pages.flatMap((page) => page.fields) ?? []
  const value = (field: (typeof fields)[number]): Json => {
    if (chooser.number() % 5 === 0) return null
    return field.kind === 'choice' ? chooser.of(field.options).value : 'Абай'
  }
  return Object.fromEntries(fields.map((field) => [field.id, value(field)]))
}

function outcomeOf(action: ActionData, chooser: Chooser, mayTurnBack: boolean): string {
  const { outcomes } = VERBS[action.does]
  return chooser.of(outcomes.filter((outcome) => outcome !== 'returned' || mayTurnBack))
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
    actor: rightfulActor(edition, action, state.party, part),
  }
}

function nextCommand(at: At, action: ActionData, mayTurnBack: boolean): Chosen {
  if (action.does === 'agree') return concludes(at)
  const { edition, state, current, chooser } = at
  const actor = rightfulActor(edition, current.action, state.party)
  const place = { action: current.action, visit: current.visit }
  if (action.does === 'sign' && mayTurnBack && chooser.number() % 3 === 0)
    return { command: { do: 'revise', ...place }, actor }
  if (action.does === 'refuse') {
    const ground = chooser.of([action.ground ?? [], action.grounds ?? []].flat())
    return { command: { do: 'complete', ...place, outcome: '', ground }, actor }
  }
  const store = storeOf(edition, action, chooser)
  const outcome = outcomeOf(action, chooser, mayTurnBack)
  return { command: { do: 'complete', ...place, outcome, ...(store && { store }) }, actor }
}

function waiting(edition: Edition, state: CaseState, chooser: Chooser): [At, ActionData] {
  const { current } = state
  const action = edition.actions[current?.action ?? '']
  if (current === undefined || action === undefined) throw new TypeError('an open case waits')
  return [{ edition, state, current, chooser }, action]
}

const isTurnBack = (command: Command) =>
  command.do === 'revise' || (command.do === 'complete' && command.outcome === 'returned')

function give(
  { edition, calendar }: { edition: Edition; calendar: CountryLaw['calendar'] },
  before: CaseState | undefined,
  { command, actor }: { command: Command; actor: Actor },
  at: Instant,
): Taken {
  const stepped = step(edition, before, command, { actor, calendar }, at)
  if (!stepped.ok)
    throw new Error(`${edition.ref}: ${JSON.stringify(command)}: ${stepped.error.code}`)
  return { before, command, actor, at, stepped: stepped.value }
}

/**
 * A case from its opening to its end, by lawful commands of the actors that the regulation names, each chosen by the next
 * number; `upTo` stops after so many commands. @throws when a lawful command is refused or the case does not end.
 */
export function randomWalk(
  law: { readonly edition: Edition; readonly calendar: CountryLaw['calendar'] },
  numbers: readonly number[],
  upTo = Number.POSITIVE_INFINITY,
): Walked {
  const { edition } = law
  const chooser = new Chooser(numbers)
  const party = partyOf(edition, chooser)
  const channel = chooser.of(Object.keys(edition.channels))
  const language = chooser.of(['kk', 'ru', 'en'])
  const open: Command = {
    do: 'open',
    id: 'case',
    number: '10100000000001',
    channel,
    party,
    language,
  }
  let now = addSeconds('2017-02-06T04:00:00.000Z' as Instant, chooser.number() % 31_536_000)
  const taken = [
    give(law, undefined, { command: open, actor: rightfulOpener(edition, channel, party) }, now),
  ]
  let state = taken[0]?.stepped.state
  let turns = 0
  while (state?.status === 'open' && taken.length < upTo) {
    if (taken.length === MOST_STEPS) throw new Error(`${edition.ref}: the case does not end`)
    now = addSeconds(now, chooser.number() % 200_000)
    const next = nextCommand(...waiting(edition, state, chooser), turns < MOST_TURNS_BACK)
    if (isTurnBack(next.command)) turns += 1
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
