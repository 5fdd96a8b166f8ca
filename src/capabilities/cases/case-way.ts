import { type CaseState, contextOf, storeName } from '#core/engine'
import type { Instant, Text } from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'

/** One step of the progress line: an action of the regulation, done, running, or yet to come on the ordinary way. */
export interface WayStep {
  readonly action: string
  readonly name: Text
  readonly by: Text
  readonly status: 'done' | 'now' | 'next'
  readonly since?: Instant
  readonly at?: Instant
  readonly due?: Instant
  readonly outcome?: string
}

const named = (edition: Edition, action: string): Pick<WayStep, 'action' | 'name' | 'by'> => {
  const data = edition.actions[action]
  const by = edition.actors[data?.by ?? '']
  const unknown: Text = { kk: action, ru: action, en: action }
  return { action, name: data?.name ?? unknown, by: by?.name ?? unknown }
}

/** A question of the system itself, answered in no time: nothing to tell a reader. */
const isQuestion = (edition: Edition, action: string): boolean =>
  edition.actions[action]?.does === 'test'

const isDeadEnd = (edition: Edition, action: string): boolean =>
  ['refuse', 'expire'].includes(edition.actions[action]?.does ?? '')

/** What is foreseen from one action on: whose data, what was passed, and which names the passed actions will bring. */
interface Foreseen {
  readonly edition: Edition
  readonly state: CaseState
  readonly passed: readonly string[]
  readonly brought: readonly string[]
}

const mentions = (expression: string, name: string): boolean =>
  new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(expression)

/** How a test will come out; undefined while what it asks about is still to come. */
function foretold({ edition, state, brought }: Foreseen, holds: string): boolean | undefined {
  if (brought.some((name) => mentions(holds, name))) return undefined
  const now = state.current?.since ?? state.openedAt
  return edition.evaluate(holds, contextOf(state, now)) === true
}

type Test = Extract<Edition['actions'][string], { does: 'test' }>

/** The way from a test on; where nobody knows yet how it comes out, the steps that come in any case. */
function fromTest(foreseen: Foreseen, { holds, next }: Test): string[] {
  const told = foretold(foreseen, holds)
  if (told !== undefined) return ahead(foreseen, next[told ? 'holds' : 'fails'])
  const branches = [next['holds'], next['fails']]
    .filter((id) => id !== undefined && !isDeadEnd(foreseen.edition, id))
    .map((id) => ahead(foreseen, id))
  const [first = [], ...others] = branches
  return first.filter((id) => others.every((other) => other.includes(id)))
}

/** What lies ahead if all goes well: after each action the first outcome of its verb that is not a refusal. */
function ahead(foreseen: Foreseen, id: string | undefined): string[] {
  const { edition, passed, brought } = foreseen
  const action = edition.actions[id ?? '']
  if (id === undefined || action === undefined || passed.includes(id)) return []
  const later = {
    ...foreseen,
    passed: [...passed, id],
    brought: [...brought, storeName(edition, id)],
  }
  if (action.does === 'test') return fromTest(later, action)
  if (!('next' in action)) return [id]
  const onward = VERBS[action.does].outcomes.flatMap((outcome) => action.next[outcome] ?? [])
  return [id, ...ahead(later, onward.find((one) => !isDeadEnd(edition, one)) ?? onward[0])]
}

/** Steps done (each action once, at its last visit, unless it comes again), the one that runs, and the ordinary way from there to the result. */
export function wayOf(edition: Edition, state: CaseState): WayStep[] {
  const done = state.done.filter(
    (one, index) =>
      one.outcome !== 'revised' &&
      !isQuestion(edition, one.action) &&
      state.done.findLastIndex((other) => other.action === one.action) === index,
  )
  const running = state.current?.action
  const toCome = ahead({ edition, state, passed: [], brought: [] }, running)
  const steps: WayStep[] = done
    .filter((one) => !toCome.includes(one.action))
    .map(({ action, since, at, due, outcome }) => ({
      ...named(edition, action),
      status: 'done',
      since,
      at,
      outcome,
      ...(due === undefined ? {} : { due }),
    }))
  for (const action of toCome) {
    const now = action === running
    const { since, due } = state.current ?? {}
    steps.push({
      ...named(edition, action),
      status: now ? 'now' : 'next',
      ...(now && since !== undefined ? { since } : {}),
      ...(now && due !== undefined ? { due } : {}),
    })
  }
  return steps
}
