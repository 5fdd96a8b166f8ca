import type { OfficeCalendar } from '#core/calendar'
import { type Actor, type CaseState, type Command, contextOf, step } from '#core/engine'
import { type Instant, type Json, type JsonObject, wallClock } from '#core/kernel'
import { type ActionData, checkForm, type Edition, VERBS } from '#core/regulation'
import type { Decision, Example } from './example.ts'

/** What came of an example when the engine ran it. Moments are those of the country's wall clock. */
export interface ExampleRun {
  readonly path: readonly string[]
  readonly status: string
  readonly result?: string
  readonly ground?: string
  readonly terms: Readonly<Record<string, string>>
  readonly due?: string
  readonly documents: Readonly<Record<string, JsonObject>>
}

interface Running {
  readonly edition: Edition
  readonly example: Example
  readonly calendar: OfficeCalendar
  readonly decisions: Decision[]
  readonly path: string[]
  readonly terms: Record<string, string>
  readonly documents: Record<string, JsonObject>
  state: CaseState | undefined
  now: Instant
}

const shown = (at: Instant) => {
  const { date, time } = wallClock(at)
  return `${date} ${time}`
}

const applicantOf = (running: Running): Actor => ({
  kind: 'applicant',
  party: running.example.given.party,
})

/** The person or system whom the regulation names for the action. */
function actorOf(running: Running, action: ActionData, body?: string): Actor {
  const named = running.edition.actors[action.by]
  if (VERBS[action.does].carriedOutBy === 'worker' || named?.kind === 'system')
    return { kind: 'system', system: 'platform' }
  if (named === undefined || named.kind === 'applicant') return applicantOf(running)
  const unit = body ?? ('unit' in named ? named.unit : '')
  return { kind: 'official', id: action.by, roles: [named.role], unit }
}

function give(running: Running, command: Command, actor: Actor): void {
  const { edition, calendar, state, now } = running
  const stepped = step(edition, state, command, { actor, calendar }, now)
  if (!stepped.ok) throw new Error(`${JSON.stringify(command)} is refused: ${stepped.error.code}`)
  running.state = stepped.value.state
  for (const event of stepped.value.events) {
    if (event.type !== 'entered') continue
    running.path.push(event.action)
    if (event.due !== undefined && running.terms[event.action] === undefined)
      running.terms[event.action] = shown(event.due)
  }
}

function filled(running: Running, state: CaseState, form: string): JsonObject {
  const { edition, example, now } = running
  const { values, errors } = checkForm(edition, form, example.given.form, contextOf(state, now))
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
  if (action.does === 'issue') issued(running, state, action.document)
  const outcome = given?.outcome ?? VERBS[action.does].outcomes[0] ?? ''
  const store = given?.store
  give(
    running,
    { do: 'complete', ...at, outcome, ...(store && { store }) },
    actorOf(running, action),
  )
}

type CurrentOf = { readonly action: string; readonly visit: number }

/** The members of `value` that are there. */
const given = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }

function decide(running: Running, state: CaseState, action: ActionData, at: CurrentOf): void {
  const decision = running.decisions.shift()
  if (decision?.action !== at.action)
    throw new Error(`"${at.action}" waits, but next comes "${decision?.action ?? 'nothing'}"`)
  if (decision.at < running.now) throw new Error(`"${at.action}": time does not run back`)
  running.now = decision.at
  const { remark } = decision
  if ('body' in decision) {
    const { body: part, positive } = decision
    const command: Command = { do: 'conclude', ...at, part, positive, ...given({ remark }) }
    give(running, command, actorOf(running, action, part))
    return
  }
  const outcome = decision.outcome ?? VERBS[action.does].outcomes[0] ?? ''
  const store = action.does === 'fill' ? filled(running, state, action.form) : decision.store
  const said = given({ store, ground: decision.ground, remark })
  give(running, { do: 'complete', ...at, outcome, ...said }, actorOf(running, action))
}

function goOn(running: Running, state: CaseState): void {
  const { current } = state
  const action = running.edition.actions[current?.action ?? '']
  if (current === undefined || action === undefined) throw new Error('the case waits nowhere')
  const at = { action: current.action, visit: current.visit }
  if (VERBS[action.does].carriedOutBy === 'worker') answer(running, state, action, at)
  else decide(running, state, action, at)
}

function outcomeOf({ path, terms, documents, state }: Running): ExampleRun {
  if (state === undefined) throw new Error('the case was not opened')
  return {
    path,
    status: state.status,
    terms,
    documents,
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
export function runExample(
  edition: Edition,
  example: Example,
  calendar: OfficeCalendar,
): ExampleRun {
  const { channel, opened, party, language, decisions } = example.given
  const running: Running = {
    edition,
    example,
    calendar,
    decisions: [...decisions],
    path: [],
    terms: {},
    documents: {},
    state: undefined,
    now: opened,
  }
  const start = edition.actions[edition.channels[channel]?.start ?? '']
  const opener =
    start !== undefined && edition.actors[start.by]?.kind === 'official'
      ? actorOf(running, start)
      : applicantOf(running)
  const open = { id: 'example', number: '10100000000000', channel, party, language }
  give(running, { do: 'open', ...open }, opener)
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
  for (const [id, fields] of Object.entries(expect.documents))
    for (const [name, value] of Object.entries(fields))
      compare(`${name} of ${id}`, value, run.documents[id]?.[name])
  return found
}
