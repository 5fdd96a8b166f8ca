import type { Json, JsonObject } from '#core/kernel'
import { type Draft, madeOnce } from './draft.ts'
import { interpret } from './expression/feel.ts'
import { nameOf } from './action-parts.ts'
import { nextOf } from './graph.ts'
import { lawfulForms } from './lawful-forms.ts'
import type { ActionData } from './model.ts'
import {
  answerSamples,
  APPOINTMENT,
  decisionSamples,
  HANDED_OVER,
  partySample,
  PAYMENTS,
  REPRESENTATIVES,
  type Samples,
} from './samples.ts'
import { possibleAt } from './tested.ts'

type PartyKind = 'person' | 'entity'

/** The status of the answer that an outcome comes from. */
const STATUSES: Readonly<Record<string, string>> = {
  ok: 'found',
  found: 'found',
  absent: 'absent',
  noData: 'no-data',
}
/** What verbs keep that the platform itself carries out or records, with the outcome that it comes with. */
const KEPT: Readonly<Partial<Record<ActionData['does'], { outcome: string; samples: Samples }>>> = {
  pay: { outcome: 'paid', samples: PAYMENTS },
  appoint: { outcome: 'appointed', samples: [APPOINTMENT] },
  'hand-over': { outcome: 'done', samples: [HANDED_OVER] },
}
const MOST = 120
const TRIED = 1200

/**
 * The data that a case can have when it enters an action, as samples: what has been asked, filled and decided on some way
 * there. A name that not every way brings is null in some of them, so an expression has to provide for that.
 */
export function contextsAt(draft: Draft, actionId: string, kinds?: readonly PartyKind[]): Samples {
  const parties = kinds ?? draft.about.recipients
  return parties.flatMap((kind) =>
    madeOnce(draft, `${actionId} of ${kind}`, () =>
      product(
        new Map([
          ...namesAt(draft, actionId, kind),
          ...originals(draft, actionId, kind),
          ['case', casesAt(draft, actionId)],
        ]),
        baseOf(kind),
        possibleAt(draft, actionId),
      ),
    ),
  )
}

/** What the check `holds` of an identification sees: the register's own answer, nothing before it. */
export const answerContexts = (draft: Draft, name: string, service: string, kind: PartyKind) =>
  answered(draft, service, 'found').map((answer) => ({ ...baseOf(kind), [name]: answer }))

const CASE = { number: '10100005622331', language: 'kk', filedOn: '2012-05-15', unit: null }

/** A request that an official takes in has that official's unit, one that is made on the portal has none. */
function casesAt({ edition, graph }: Draft, actionId: string): Samples {
  const units = Object.values(edition.channels)
    .filter(({ start }) => graph.reach([start]).has(actionId))
    .map(({ start }) => edition.actors[edition.actions[start]?.by ?? '']?.kind === 'official')
  const seen = units.length === 0 ? [false] : [...new Set(units)]
  return seen.map((taken) => ({ ...CASE, unit: taken ? '630000000' : null }))
}

const baseOf = (kind: PartyKind): JsonObject => ({
  representative: null,
  original: null,
  party: partySample(kind),
  case: CASE,
  today: '2012-05-15',
})

/** All combinations that can be, or an even choice of them when there are too many. */
function product(
  names: ReadonlyMap<string, readonly Json[]>,
  base: JsonObject,
  canBe: (context: JsonObject) => boolean = () => true,
): Samples {
  const lists = [...names]
  const total = lists.reduce((size, [, values]) => size * values.length, 1)
  const tried = evenly(total, TRIED).map((nth) => combination(lists, nth, base))
  const possible = tried.filter(canBe)
  const chosen = new Set(evenly(possible.length, MOST))
  return possible.filter((_, nth) => chosen.has(nth))
}

/** Whole numbers below `total`, all of them or `most` spread evenly. */
function evenly(total: number, most: number): number[] {
  const stride = Math.max(1, total / most)
  return Array.from({ length: Math.min(total, most) }, (_, i) => Math.floor(i * stride))
}

function combination(
  lists: readonly (readonly [string, readonly Json[]])[],
  nth: number,
  base: JsonObject,
): JsonObject {
  let rest = nth
  const picked = lists.map(([name, values]) => {
    const value = values[rest % values.length] ?? null
    rest = Math.floor(rest / values.length)
    return [name, value] as const
  })
  return { ...base, ...Object.fromEntries(picked) }
}

function namesAt(draft: Draft, actionId: string, kind: PartyKind) {
  const names = new Map<string, readonly Json[]>(representatives(draft))
  for (const [id, action] of Object.entries(draft.edition.actions)) {
    const name = nameOf(action)
    if (name === undefined) continue
    const found = samplesOf(draft, id, action, { actionId, kind })
    names.set(name, [...(names.get(name) ?? []), ...found])
  }
  // What no way here brings is null too, so that one expression can serve documents of several ways.
  for (const [name, samples] of names)
    if (samples.length === 0 || mayLack(draft, actionId, name)) names.set(name, [...samples, null])
  names.set('officials', [officialsBefore(draft, actionId)])
  return names
}

/** Who decided on some way there: the id of the official, by the action. */
function officialsBefore({ edition, graph }: Draft, actionId: string): JsonObject {
  const decided = Object.entries(edition.actions).filter(
    ([id, { by }]) => edition.actors[by]?.kind === 'official' && graph.reach([id]).has(actionId),
  )
  return Object.fromEntries(decided.map(([id]) => [id, '790520400105']))
}

/** Where others may order, whoever does or nobody. */
function representatives({ edition }: Draft): readonly (readonly [string, readonly Json[]])[] {
  const { none, parent, attorney } = edition.representation
  if (none !== undefined) return []
  const known = [
    ...(parent === undefined ? [] : [REPRESENTATIVES.parent]),
    ...(attorney === undefined ? [] : [REPRESENTATIVES.attorney]),
  ]
  return [['representative', [null, ...known]]]
}

/** On the ways from a channel about a document: each document that the edition issues, with its fields. */
function originals(
  draft: Draft,
  actionId: string,
  kind: PartyKind,
): readonly (readonly [string, Json[]])[] {
  const channels = Object.values(draft.edition.channels)
  const startsOf = (about: boolean) =>
    channels.filter((one) => (one.about !== undefined) === about).map(({ start }) => start)
  if (!draft.graph.reach(startsOf(true)).has(actionId)) return []
  const ordinary = draft.graph.reach(startsOf(false))
  const samples = Object.entries(draft.edition.actions)
    .filter(([id, { does }]) => does === 'issue' && ordinary.has(id))
    .flatMap(([id]) => originalsOf(draft, id, kind))
  return [['original', ordinary.has(actionId) ? [null, ...samples] : samples]]
}

const MOST_ORIGINALS = 6

function originalsOf(draft: Draft, issuing: string, kind: PartyKind): Samples {
  const action = draft.edition.actions[issuing]
  const id = action?.does === 'issue' ? action.document : ''
  const document = draft.edition.documents[id]
  if (document === undefined) return []
  const fields = Object.entries(document.fields)
  return madeOnce(draft, `original ${id} of ${kind}`, () =>
    product(namesAt(draft, issuing, kind), baseOf(kind))
      .slice(0, MOST_ORIGINALS)
      .map((context) => ({
        caseId: '0190c5a4-7a3f-7f50-8a55-4b7e9d570c5a',
        caseNumber: '10100005622330',
        document: id,
        number: '10100005622330',
        title: { kk: document.title.kk, ru: document.title.ru },
        issuedOn: '2012-05-10',
        data: Object.fromEntries(
          fields.map(([name, text]) => [name, interpret(text, context).value]),
        ),
      })),
  )
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
  if (action.does === 'fill')
    return [draft.forms[action.form] ?? []]
      .flat()
      .flatMap((form) => lawfulForms(form, baseOf(kind)))
  const kept = KEPT[action.does]
  if (kept !== undefined) return outcome === kept.outcome ? kept.samples : []
  const actor = draft.edition.actors[action.by]
  return (
    answersOf(draft, action, outcome, kind) ??
    decisionSamples(actor?.kind === 'bodies' ? Object.keys(actor.bodies) : undefined)
  )
}

function answersOf(
  draft: Draft,
  action: ActionData,
  outcome: string,
  kind: PartyKind,
): Samples | undefined {
  const status = STATUSES[outcome] ?? 'absent'
  if (action.does === 'ask') return stored(draft, action.service, status)
  if (action.does === 'identify') return stored(draft, action[kind]?.service, status)
  return undefined
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
