import {
  type Actor,
  type CaseState,
  type Command,
  contextOf,
  type CurrentAction,
  type LawFacts,
  numberIn,
  step,
} from '#core/engine'
import { type Iin, type Instant, type Json, type JsonObject, wallClock } from '#core/kernel'
import { type ActionData, checkForm, type Edition, LAPSED, VERBS } from '#core/regulation'
import type { Decision, Example } from './example.ts'

/** What came of an example when the engine ran it. Moments are those of the country's wall clock. */
export interface ExampleRun {
  readonly path: readonly string[]
  readonly status: string
  readonly result?: string
  readonly ground?: string
  readonly terms: Readonly<Record<string, string>>
  readonly amounts: Readonly<Record<string, number>>
  readonly due?: string
  readonly documents: Readonly<Record<string, JsonObject>>
  /** What registers were asked, in order. */
  readonly asked: readonly Asked[]
}

interface Asked {
  readonly service: string
  readonly subject: string
  readonly request: JsonObject
}

interface Running {
  readonly edition: Edition
  readonly example: Example
  readonly law: LawFacts
  readonly decisions: Decision[]
  readonly path: string[]
  readonly terms: Record<string, string>
  readonly amounts: Record<string, number>
  readonly documents: Record<string, JsonObject>
  readonly asked: Asked[]
  state: CaseState | undefined
  now: Instant
}

const shown = (at: Instant) => {
  const { date, time } = wallClock(at)
  return `${date} ${time}`
}

function applicantOf({ example: { given: facts } }: Running): Actor {
  const { party, representative } = facts
  const by = representative === undefined ? {} : { by: { iin: representative.iin } }
  return { kind: 'applicant', party, ...by }
}

const PLATFORM: Actor = { kind: 'system', system: 'platform' }

/** The number of a person or the code of a unit that the case holds. */
function told({ edition, state }: Running, expression: string): string {
  const value = state && numberIn(edition, expression, state)
  if (value === undefined) throw new Error(`${expression} gives nothing`)
  return value
}

/** The person or system whom the regulation names for the action. */
function actorOf(running: Running, action: ActionData, body?: string): Actor {
  const named = running.edition.actors[action.by]
  if (['worker', 'payment'].includes(VERBS[action.does].carriedOutBy)) return PLATFORM
  if (named === undefined || named.kind === 'system') return PLATFORM
  if (named.kind === 'applicant')
    return named.number === undefined
      ? applicantOf(running)
      : { kind: 'applicant', party: { kind: 'person', iin: told(running, named.number) as Iin } }
  const of = 'of' in named ? named.of : undefined
  // Who opens the case serves everywhere: no unit is told yet.
  const everywhere = of === undefined || running.state === undefined
  const unit = body ?? (everywhere ? '*' : told(running, of))
  return { kind: 'official', id: action.by, roles: [named.role], unit }
}

function give(running: Running, command: Command, actor: Actor): void {
  const { edition, law, state, now } = running
  const { calendar, mrp } = law
  const stepped = step(edition, state, command, { actor, calendar, mrp }, now)
  if (!stepped.ok) throw new Error(`${JSON.stringify(command)} is refused: ${stepped.error.code}`)
  running.state = stepped.value.state
  for (const effect of stepped.value.effects) {
    if (effect.effect !== 'ask') continue
    const { service, subject, request } = effect
    running.asked.push({ service, subject, request })
  }
  for (const event of stepped.value.events) {
    if (event.type !== 'entered') continue
    running.path.push(event.action)
    if (event.due !== undefined && running.terms[event.action] === undefined)
      running.terms[event.action] = shown(event.due)
    if (event.amount !== undefined) running.amounts[event.action] = event.amount
  }
}

function filled(
  running: Running,
  state: CaseState,
  form: string,
  typed: Readonly<Record<string, string>>,
): JsonObject {
  const { edition, now } = running
  const { values, errors } = checkForm(edition, form, typed, contextOf(state, now))
  const [error] = errors
  if (error !== undefined) throw new Error(`form: ${error.field ?? ''} ${error.code}`)
  return values
}

function issued(running: Running, state: CaseState, id: string): void {
  const document = running.edition.documents[id]
  const context = contextOf(state, running.now)
  running.documents[id] = Object.fromEntries(
    Object.entries(document?.fields ?? {}).map(([name, expression]): [string, Json] => [
      name,
      running.edition.evaluate(expression, context),
    ]),
  )
}

/** An effect that a worker carries out: answered as the example says, else with its good outcome. */
function answer(running: Running, state: CaseState, action: ActionData, at: CurrentOf): void {
  const given = running.example.given.answers[at.action]
  if ('document' in action) issued(running, state, action.document)
  const outcome = given?.outcome ?? VERBS[action.does].outcomes[0] ?? ''
  const store = given?.store
  give(running, { do: 'complete', ...at, outcome, ...(store && { store }) }, PLATFORM)
}

type CurrentOf = { readonly action: string; readonly visit: number }

/** The members of `value` that are there. */
const given = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }

/** The digest of a decision that nobody looks at again. */
const SIGNED = { sha256: '0'.repeat(64) }

function decide(running: Running, state: CaseState, action: ActionData, at: CurrentOf): void {
  const decision = running.decisions.shift()
  if (decision?.action !== at.action)
    throw new Error(`"${at.action}" waits, but next comes "${decision?.action ?? 'nothing'}"`)
  if (decision.at < running.now) throw new Error(`"${at.action}": time does not run back`)
  running.now = decision.at
  if ('body' in decision) {
    const { body: part, positive, remark } = decision
    const command: Command = { do: 'conclude', ...at, part, positive, ...given({ remark }) }
    give(running, command, actorOf(running, action, part))
  } else if (decision.outcome === LAPSED) give(running, { do: 'elapse', ...at }, PLATFORM)
  else completeBy(running, state, decision, { ...at, does: action })
}

function completeBy(
  running: Running,
  state: CaseState,
  decision: Exclude<Decision, { body: string }>,
  { does: action, ...at }: CurrentOf & { readonly does: ActionData },
): void {
  const outcome = decision.outcome ?? VERBS[action.does].outcomes[0] ?? ''
  const typed = decision.form ?? running.example.given.form
  const store = action.does === 'fill' ? filled(running, state, action.form, typed) : decision.store
  const signature = 'signed' in action ? SIGNED : undefined
  const { ground, remark } = decision
  const said = given({ store, ground, remark, signature })
  give(running, { do: 'complete', ...at, outcome, ...said }, actorOf(running, action))
}

/** A question, a document, or the notification with which the case ends. */
const isForWorker = (action: ActionData, { refusal }: CurrentAction): boolean =>
  VERBS[action.does].carriedOutBy === 'worker' || action.does === 'expire' || refusal !== undefined

function goOn(running: Running, state: CaseState): void {
  const { current } = state
  const action = running.edition.actions[current?.action ?? '']
  if (current === undefined || action === undefined) throw new Error('the case waits nowhere')
  const at = { action: current.action, visit: current.visit }
  if (isForWorker(action, current)) answer(running, state, action, at)
  else decide(running, state, action, at)
}

function outcomeOf({ path, terms, amounts, documents, asked, state }: Running): ExampleRun {
  if (state === undefined) throw new Error('the case was not opened')
  return {
    path,
    status: state.status,
    terms,
    amounts,
    documents,
    asked,
    ...(state.result === undefined ? {} : { result: state.result }),
    ...(state.ground === undefined ? {} : { ground: state.ground.id }),
    ...(state.due === undefined ? {} : { due: shown(state.due) }),
  }
}

const MOST_STEPS = 500

/**
 * Runs an example through the engine from its opening to its end, with the actors that the regulation names. Pure.
 * @throws when the example does something that the regulation does not allow, or stops before the case ends.
 */
export function runExample(edition: Edition, example: Example, law: LawFacts): ExampleRun {
  const { channel, opened, party, language, decisions, representative, about } = example.given
  const running: Running = {
    edition,
    example,
    law,
    decisions: [...decisions],
    path: [],
    terms: {},
    amounts: {},
    documents: {},
    asked: [],
    state: undefined,
    now: opened,
  }
  const start = edition.actions[edition.channels[channel]?.start ?? '']
  const opener =
    start !== undefined && edition.actors[start.by]?.kind === 'official'
      ? actorOf(running, start)
      : applicantOf(running)
  const open = { id: 'example', number: '10100000000000', channel, party, language }
  const whom = given({ representative, about })
  give(running, { do: 'open', ...open, ...whom }, opener)
  for (let n = 0; running.state?.status === 'open' && n < MOST_STEPS; n++)
    goOn(running, running.state)
  if (running.decisions.length > 0) throw new Error('the case ended before the example did')
  return outcomeOf(running)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What an example expects and a run did not give, one sentence each; empty when they agree. */
export function differences({ expect }: Example, run: ExampleRun): readonly string[] {
  const found: string[] = []
  const compare = (what: string, wanted: unknown, got: unknown) => {
    if (!same(wanted, got))
      found.push(`${what}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(got)}`)
  }
  compare('path', expect.path, run.path)
  compare('status', expect.status, run.status)
  compare('result', expect.result, run.result)
  compare('ground', expect.ground, run.ground)
  if (expect.due !== undefined) compare('due', shown(expect.due), run.due)
  for (const [action, due] of Object.entries(expect.terms))
    compare(`term of ${action}`, shown(due), run.terms[action])
  for (const [action, amount] of Object.entries(expect.amounts))
    compare(`amount of ${action}`, amount, run.amounts[action])
  for (const [service, members] of Object.entries(expect.asked)) {
    const last = run.asked.findLast((question) => question.service === service)
    for (const [name, value] of Object.entries(members))
      compare(`${name} asked of ${service}`, value, last?.request[name])
  }
  for (const [id, fields] of Object.entries(expect.documents))
    for (const [name, value] of Object.entries(fields))
      compare(`${name} of ${id}`, value, run.documents[id]?.[name])
  return found
}
