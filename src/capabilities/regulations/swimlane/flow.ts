import type { Text } from '#core/kernel'
import { type ActionData, type Edition, termOfAction, type TermData, VERBS } from '#core/regulation'
import { termText } from '../term-text.ts'
import { outcomeText } from './outcome-text.ts'

export interface FlowNode {
  readonly id: string
  readonly kind: 'start' | 'task' | 'choice' | 'end'
  readonly lane: string
  readonly name: Text
  /** Where the act says it: numbers of items or of rows. */
  readonly place?: string
  readonly term?: Text
  /** Several bodies act at the same time. */
  readonly parallel?: true
  /** A person acts, not a system. */
  readonly person?: true
  readonly refusal?: true
}

export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly label?: Text
}

/** What a channel of an edition does, for drawing: lanes are the actors, in the order in which they come in. */
export interface Flow {
  readonly name: Text
  readonly lanes: readonly { readonly id: string; readonly name: Text }[]
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

const NONE: Text = { kk: '', ru: '', en: '' }
const UNITS = {
  second: 'seconds',
  minute: 'minutes',
  hour: 'hours',
  calendarDay: 'calendarDays',
  workingDay: 'workingDays',
} as const

const nextOf = (action: ActionData) => ('next' in action ? Object.entries(action.next) : [])

function reachable(edition: Edition, start: string): readonly string[] {
  const seen = new Set<string>()
  const open = [start]
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const action = edition.actions[id]
    if (action === undefined || seen.has(id)) continue
    seen.add(id)
    open.unshift(...nextOf(action).map(([, next]) => next))
  }
  return [...seen]
}

function termShown(edition: Edition, channel: string, id: string): { term?: Text } {
  const term = termOfAction(edition, channel, id)
  if (term?.kind !== 'counted') return {}
  const data = { [UNITS[term.unit]]: { min: term.min, max: term.max } } as TermData
  return { term: termText(data) }
}

function placeOf(edition: Edition, channel: string, id: string): { place?: string } {
  const described = edition.channels[channel]
  const rows = described?.table?.rows.filter((row) => row.actions.includes(id)) ?? []
  const items = described?.items.filter((item) => item.actions.includes(id)) ?? []
  const numbers = rows.length > 0 ? rows.map(({ no }) => `№ ${no}`) : items.map(({ no }) => no)
  return numbers.length === 0 ? {} : { place: numbers.join(', ') }
}

/** Ways of one action that lead to the same next action are one way. */
function waysOf(action: ActionData): readonly { to: string; label: Text }[] {
  const targets = [...new Set(nextOf(action).map(([, to]) => to))]
  return targets.map((to) => {
    const outcomes = nextOf(action).filter(([, next]) => next === to)
    const texts = outcomes.map(([outcome]) => outcomeText(action, outcome))
    const joined = (lang: 'kk' | 'ru' | 'en') => texts.map((text) => text[lang]).join(' / ')
    return { to, label: { kk: joined('kk'), ru: joined('ru'), en: joined('en') } }
  })
}

interface Part {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

function endPart(id: string, action: ActionData, node: FlowNode): Part {
  const isBad = action.does === 'refuse' || action.does === 'expire'
  const refusal = isBad ? { refusal: true as const } : {}
  const end: FlowNode = { ...node, id: `${id}-end`, kind: 'end', ...refusal }
  if (!node.person || action.does === 'finish') return { nodes: [{ ...end, id }], edges: [] }
  return { nodes: [node, { ...end, name: NONE }], edges: [{ from: id, to: end.id }] }
}

function partOf(edition: Edition, channel: string, id: string): Part {
  const action = edition.actions[id]
  if (action === undefined) return { nodes: [], edges: [] }
  const actor = edition.actors[action.by]?.kind
  const node: FlowNode = {
    id,
    kind: 'task',
    lane: action.by,
    name: action.name,
    ...placeOf(edition, channel, id),
    ...termShown(edition, channel, id),
    ...(action.does === 'agree' ? { parallel: true } : {}),
    ...(actor === 'system' ? {} : { person: true }),
  }
  if (VERBS[action.does].carriedOutBy === 'end') return endPart(id, action, node)
  const ways = waysOf(action)
  if (ways.length === 1) return { nodes: [node], edges: ways.map(({ to }) => ({ from: id, to })) }
  const choice: FlowNode = { id: `${id}-choice`, kind: 'choice', lane: action.by, name: NONE }
  const edges = ways.map(({ to, label }) => ({ from: choice.id, to, label }))
  return { nodes: [node, choice], edges: [{ from: id, to: choice.id }, ...edges] }
}

/** The flow of a channel. @throws RangeError when the edition has no such channel. */
export function flowOf(edition: Edition, channel: string): Flow {
  const described = edition.channels[channel]
  if (described === undefined) throw new RangeError(`${edition.ref} has no channel ${channel}`)
  const parts = reachable(edition, described.start).map((id) => partOf(edition, channel, id))
  const first = edition.actions[described.start]?.by ?? ''
  const start: FlowNode = { id: 'start', kind: 'start', lane: first, name: NONE }
  const nodes = [start, ...parts.flatMap((part) => part.nodes)]
  const lanes = [...new Set(nodes.map(({ lane }) => lane))]
  return {
    name: described.name,
    lanes: lanes.map((id) => ({ id, name: edition.actors[id]?.name ?? NONE })),
    nodes,
    edges: [{ from: 'start', to: described.start }, ...parts.flatMap((part) => part.edges)],
  }
}
