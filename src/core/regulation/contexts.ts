import type { Json, JsonObject } from '#core/kernel'
import { type Draft, madeOnce } from './draft.ts'
import { nextOf } from './graph.ts'
import type { ActionData } from './model.ts'
import {
  answerSamples,
  decisionSamples,
  formSamples,
  partySample,
  type Samples,
} from './samples.ts'

type PartyKind = 'person' | 'entity'

/** The status of the answer that an outcome comes from. */
const STATUSES: Readonly<Record<string, string>> = {
  ok: 'found',
  found: 'found',
  absent: 'absent',
  noData: 'no-data',
}
const MOST = 120

/**
 * The data that a case can have when it enters an action, as samples: what has been asked, filled and decided on some way
 * there. A name that not every way brings is null in some of them, so an expression has to provide for that.
 */
export function contextsAt(draft: Draft, actionId: string, kinds?: readonly PartyKind[]): Samples {
  const parties = kinds ?? draft.about.recipients
  return parties.flatMap((kind) =>
    madeOnce(draft, `${actionId} of ${kind}`, () =>
      product(namesAt(draft, actionId, kind), baseOf(kind)),
    ),
  )
}

/** What the check `holds` of an identification sees: the register's own answer, nothing before it. */
export const answerContexts = (draft: Draft, name: string, service: string, kind: PartyKind) =>
  answered(draft, service, 'found').map((answer) => ({ ...baseOf(kind), [name]: answer }))

const baseOf = (kind: PartyKind): JsonObject => ({
  party: partySample(kind),
  case: { number: '10100005622331', language: 'kk', filedOn: '2012-05-15' },
  today: '2012-05-15',
})

/** All combinations, or an even choice of them when there are too many. */
function product(names: ReadonlyMap<string, readonly Json[]>, base: JsonObject): Samples {
  const lists = [...names]
  const total = lists.reduce((size, [, values]) => size * values.length, 1)
  const stride = Math.max(1, total / MOST)
  const count = Math.min(total, MOST)
  return Array.from({ length: count }, (_, i) => {
    let rest = Math.floor(i * stride)
    const picked = lists.map(([name, values]) => {
      const value = values[rest % values.length] ?? null
      rest = Math.floor(rest / values.length)
      return [name, value] as const
    })
    return { ...base, ...Object.fromEntries(picked) }
  })
}

function namesAt(draft: Draft, actionId: string, kind: PartyKind) {
  const names = new Map<string, readonly Json[]>()
  for (const [id, action] of Object.entries(draft.edition.actions)) {
    const name = nameOf(action)
    if (name === undefined) continue
    const found = samplesOf(draft, id, action, { actionId, kind })
    if (found.length > 0) names.set(name, [...(names.get(name) ?? []), ...found])
  }
  for (const [name, samples] of names)
    if (mayLack(draft, actionId, name)) names.set(name, [...samples, null])
  return names
}

const nameOf = (action: ActionData): string | undefined => {
  if (action.does === 'fill') return 'form'
  return 'as' in action ? action.as : undefined
}

/** Whether some way leads to the action without anything stored under the name. */
function mayLack(draft: Draft, actionId: string, name: string): boolean {
  const { edition, graph } = draft
  const storing = Object.keys(edition.actions).filter((id) => {
    const action = edition.actions[id]
    return action !== undefined && nameOf(action) === name
  })
  return graph.reach(graph.starts, ...storing).has(actionId)
}

interface Place {
  readonly actionId: string
  readonly kind: PartyKind
}

function samplesOf(draft: Draft, id: string, action: ActionData, place: Place): Samples {
  const outcomes = Object.entries(nextOf(action)).filter(([, next]) =>
    draft.graph.reach([next], id).has(place.actionId),
  )
  if (outcomes.length === 0) return []
  return outcomes.flatMap(([outcome]) => storedBy(draft, action, outcome, place.kind))
}

function storedBy(draft: Draft, action: ActionData, outcome: string, kind: PartyKind): Samples {
  if (action.does === 'fill') {
    const form = draft.forms[action.form]
    return form === undefined ? [] : formSamples(form)
  }
  const status = STATUSES[outcome] ?? 'absent'
  if (action.does === 'ask') return stored(draft, action.service, status)
  if (action.does === 'identify') return stored(draft, action[kind]?.service, status)
  const actor = draft.edition.actors[action.by]
  return decisionSamples(actor?.kind === 'bodies' ? Object.keys(actor.bodies) : undefined)
}

function answered(draft: Draft, service: string | undefined, status: string): Samples {
  const { services } = draft.world
  const known = service !== undefined && Object.hasOwn(services, service)
  const contract = known ? services[service] : undefined
  return contract === undefined
    ? []
    : madeOnce(draft, `${service} ${status}`, () => answerSamples(contract, status))
}

/** A case keeps the answer's body with the answer's status. */
const stored = (draft: Draft, service: string | undefined, status: string): Samples =>
  answered(draft, service, status).map((answer) => ({ ...answer, status }))
