import type { Lang } from '#core/kernel'
import { wrapText } from '../action-table.ts'
import { type Flow, type FlowEdge, type FlowNode, flowOf } from './flow.ts'
import { type Grid, gridOf } from './grid.ts'
import { type Leg, type Route, type Routes, routesOf } from './route.ts'
import type { Edition } from '#core/regulation'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
export interface PlacedNode extends Box {
  readonly node: FlowNode
  /** The name, broken into lines. */
  readonly lines: readonly string[]
}
export interface PlacedEdge {
  readonly edge: FlowEdge
  readonly points: readonly Point[]
}
export interface PlacedLane extends Box {
  readonly id: string
  readonly name: string
  readonly lines: readonly string[]
}

/** A swimlane diagram with all its coordinates, in one language; SVG and BPMN are drawn from it alike. */
export interface Layout {
  readonly flow: Flow
  readonly lang: Lang
  readonly width: number
  readonly height: number
  /** Width of the strip on the left that holds the lanes' names. */
  readonly head: number
  readonly lanes: readonly PlacedLane[]
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

const TASK_WIDTH = 176
const LETTERS = 22
const LINE = 16
const HEAD = 148
const HEAD_LETTERS = 18
const TRACK = 10

const linesOf = (node: FlowNode, lang: Lang) =>
  wrapText(node.name[lang], node.kind === 'end' ? 18 : LETTERS)

function sizeOf(node: FlowNode, lines: number): { width: number; height: number } {
  if (node.kind === 'choice') return { width: 44, height: 44 }
  if (node.kind !== 'task') return { width: 36, height: 36 }
  return { width: TASK_WIDTH, height: 30 + lines * LINE + (node.term === undefined ? 0 : LINE) }
}

/** Half of the height that a node needs around its middle; the name of an end stands below it. */
const reach = (node: FlowNode, lines: number) => {
  const half = sizeOf(node, lines).height / 2
  return node.kind === 'end' ? half + 6 + lines * 14 : half
}

interface Axes {
  /** Middle of each column, and where the gap right of it begins. */
  readonly columns: readonly { readonly middle: number; readonly right: number }[]
  readonly rows: readonly number[]
  readonly lanes: readonly Box[]
  readonly width: number
  readonly height: number
}

/** The words beside the ways of a choice stand right of it, before the tracks. */
const labelRoom = (flow: Flow, grid: Grid, column: number): number =>
  flow.nodes.some(({ id, kind }) => kind === 'choice' && grid.column.get(id) === column) ? 76 : 0

function columnsOf(flow: Flow, grid: Grid, routes: Routes) {
  const last = Math.max(...grid.column.values())
  const columns: { middle: number; right: number }[] = []
  let x = HEAD + 26
  for (let column = 0; column <= last; column++) {
    const inside = flow.nodes.filter(({ id }) => grid.column.get(id) === column)
    const widths = inside.map((node) =>
      node.kind === 'end' && node.name.kk !== '' ? 120 : sizeOf(node, 1).width,
    )
    const width = Math.max(36, ...widths)
    const right = x + width + labelRoom(flow, grid, column)
    columns.push({ middle: x + width / 2, right })
    x = right + 26 + routes.tracksInGap(column) * TRACK
  }
  return { columns, width: x + 6 }
}

function axesOf(flow: Flow, grid: Grid, routes: Routes, lang: Lang): Axes {
  const rows: number[] = []
  const lanes: Box[] = []
  const { columns, width } = columnsOf(flow, grid, routes)
  let y = 0
  for (const [n, lane] of grid.lanes.entries()) {
    const top = y
    const named = wrapText(flow.lanes[n]?.name[lang] ?? '', HEAD_LETTERS).length
    y += 8 + routes.tracksInGutter(n) * TRACK
    for (let row = lane.first; row < lane.first + lane.rows; row++) {
      const inside = flow.nodes.filter(({ id }) => grid.row.get(id) === row)
      const half =
        Math.max(26, ...inside.map((node) => reach(node, linesOf(node, lang).length))) + 10
      rows[row] = y + half
      y += half * 2
    }
    y = Math.max(y, top + named * LINE + 20)
    lanes.push({ x: 0, y: top, width, height: y - top })
  }
  return { columns, rows, lanes, width, height: y }
}

function nodesOf(flow: Flow, grid: Grid, axes: Axes, lang: Lang): readonly PlacedNode[] {
  return flow.nodes.map((node) => {
    const lines = linesOf(node, lang)
    const { width, height } = sizeOf(node, lines.length)
    const middle = axes.columns[grid.column.get(node.id) ?? 0]?.middle ?? 0
    const level = axes.rows[grid.row.get(node.id) ?? 0] ?? 0
    return { node, lines, width, height, x: middle - width / 2, y: level - height / 2 }
  })
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

const trackX = (axes: Axes, leg: Leg = { where: 0, track: 0 }): number =>
  (axes.columns[leg.where]?.right ?? 0) + 14 + leg.track * TRACK

const gutterY = (axes: Axes, leg: Leg = { where: 0, track: 0 }): number =>
  (axes.lanes[leg.where]?.y ?? 0) + 10 + leg.track * TRACK

function pointsOf(route: Route, from: Box, to: Box, axes: Axes): readonly Point[] {
  const a = middleOf(from)
  const b = middleOf(to)
  const start = { x: from.x + from.width, y: a.y }
  const end = { x: to.x, y: b.y }
  const [out, into] = [trackX(axes, route.out), trackX(axes, route.into)]
  const over = gutterY(axes, route.gutter)
  const across = (level: number) => [
    { x: into, y: over },
    { x: into, y: level },
    { x: to.x, y: level },
  ]
  const cornerTo = (level: number) => ({ x: a.x, y: level < a.y ? from.y : from.y + from.height })
  switch (route.shape) {
    case 'straight':
      return [start, end]
    case 'column':
      return [cornerTo(b.y), { x: a.x, y: b.y }, end]
    case 'gap':
      return [start, { x: out, y: a.y }, { x: out, y: b.y }, end]
    case 'detour':
      return [start, { x: out, y: a.y }, { x: out, y: over }, ...across(b.y)]
    case 'back':
      return [cornerTo(over), { x: a.x, y: over }, ...across(b.y - 12)]
    default:
      return route.shape satisfies never
  }
}

/** Lays a channel of an edition out. @throws RangeError when the edition has no such channel. */
export function layoutOf(edition: Edition, channel: string, lang: Lang): Layout {
  const flow = flowOf(edition, channel)
  const grid = gridOf(flow)
  const routes = routesOf(flow, grid)
  const axes = axesOf(flow, grid, routes, lang)
  const nodes = nodesOf(flow, grid, axes, lang)
  const boxes = new Map(nodes.map((one) => [one.node.id, one]))
  const edges = routes.routes.flatMap((route): PlacedEdge[] => {
    const from = boxes.get(route.edge.from)
    const to = boxes.get(route.edge.to)
    if (from === undefined || to === undefined) return []
    return [{ edge: route.edge, points: pointsOf(route, from, to, axes) }]
  })
  const lanes = flow.lanes.flatMap(({ id, name }, n): PlacedLane[] => {
    const box = axes.lanes[n]
    return box === undefined
      ? []
      : [{ id, name: name[lang], lines: wrapText(name[lang], HEAD_LETTERS), ...box }]
  })
  return { flow, lang, width: axes.width, height: axes.height, head: HEAD, lanes, nodes, edges }
}
