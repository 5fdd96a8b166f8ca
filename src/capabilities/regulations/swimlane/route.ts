import type { Flow, FlowEdge } from './flow.ts'
import type { Grid } from './grid.ts'

/**
 * How a line goes, before there are coordinates. `vertical` legs run in the gap right of a column, `horizontal` ones in the
 * gutter above a lane; each has a `track` there, so that lines do not lie on one another.
 */
export interface Route {
  readonly edge: FlowEdge
  readonly shape: 'straight' | 'column' | 'gap' | 'detour' | 'back'
  /** Gap and track of the first vertical leg, where there is one. */
  readonly out?: Leg
  readonly gutter?: Leg
  /** Gap and track of the last vertical leg. */
  readonly into?: Leg
}

export interface Leg {
  /** Gap: the column on its left. Gutter: the lane below it. */
  readonly where: number
  readonly track: number
}

interface Wish {
  readonly where: number
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Gives stretches of the same place tracks of their own; those with the same key share one. */
class Tracks {
  readonly #taken = new Map<number, { key: string; from: number; to: number }[][]>()

  take({ where, key, from, to }: Wish): Leg {
    const tracks = this.#taken.get(where) ?? []
    this.#taken.set(where, tracks)
    const [low, high] = from < to ? [from, to] : [to, from]
    const isFree = (track: readonly { key: string; from: number; to: number }[]) =>
      track.every((one) => one.key === key || one.to < low || high < one.from)
    const found = tracks.findIndex(isFree)
    const index = found === -1 ? tracks.length : found
    const track = tracks[index] ?? []
    tracks[index] = [...track, { key, from: low, to: high }]
    return { where, track: index }
  }

  count(where: number): number {
    return this.#taken.get(where)?.length ?? 0
  }
}

export interface Routes {
  readonly routes: readonly Route[]
  readonly tracksInGap: (column: number) => number
  readonly tracksInGutter: (lane: number) => number
}

interface Ends {
  readonly fromColumn: number
  readonly toColumn: number
  readonly fromRow: number
  readonly toRow: number
}

const endsOf = (grid: Grid, { from, to }: FlowEdge): Ends => ({
  fromColumn: grid.column.get(from) ?? 0,
  toColumn: grid.column.get(to) ?? 0,
  fromRow: grid.row.get(from) ?? 0,
  toRow: grid.row.get(to) ?? 0,
})

/** No node in the row strictly between two columns. */
function rowIsFree(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++)
    if (grid.at(column, row) !== undefined) return false
  return true
}

/** No node in the column from the row after `from` up to and with `to`. */
function columnIsFree(grid: Grid, column: number, from: number, to: number): boolean {
  const step = from < to ? 1 : -1
  for (let row = from + step; row !== to + step; row += step)
    if (grid.at(column, row) !== undefined) return false
  return true
}

const laneOf = (grid: Grid, row: number) =>
  grid.lanes.findIndex(({ first, rows }) => first <= row && row < first + rows)

/** The gutter in which a way back runs: above its lane, or below it where another node of its column is in the way. */
function backLane(grid: Grid, { fromColumn, fromRow }: Ends): number {
  const lane = laneOf(grid, fromRow)
  const { first = 0, rows = 1 } = grid.lanes[lane] ?? {}
  const last = first + rows - 1
  const isOpen = (to: number) => to === fromRow || columnIsFree(grid, fromColumn, fromRow, to)
  return isOpen(first) || !isOpen(last) || lane + 1 === grid.lanes.length ? lane : lane + 1
}

export function routesOf(flow: Flow, grid: Grid): Routes {
  const gaps = new Tracks()
  const gutters = new Tracks()
  const kinds = new Map(flow.nodes.map(({ id, kind }) => [id, kind]))
  // Each corner of a choice has one way, so that the words beside the ways do not meet.
  const corners = new Set(
    flow.edges.filter(grid.isBack).flatMap(({ from }) => [`${from}/up`, `${from}/down`]),
  )
  const takeCorner = (edge: FlowEdge, { fromRow, toRow }: Ends): boolean => {
    const corner = `${edge.from}/${toRow < fromRow ? 'up' : 'down'}`
    if (kinds.get(edge.from) !== 'choice' || corners.has(corner)) return false
    corners.add(corner)
    return true
  }

  const detour = (edge: FlowEdge, ends: Ends): Route => {
    const { fromColumn, toColumn, fromRow, toRow } = ends
    const isBack = grid.isBack(edge)
    const lane = isBack ? backLane(grid, ends) : laneOf(grid, Math.max(fromRow, toRow))
    const level = (grid.lanes[lane]?.first ?? 0) - 0.5
    const out = { where: fromColumn, key: edge.from, from: fromRow, to: level }
    const over = { where: lane, key: `${edge.from}>${edge.to}`, from: fromColumn, to: toColumn }
    const into = { where: toColumn - 1, key: `>${edge.to}`, from: level, to: toRow }
    return {
      edge,
      shape: isBack ? 'back' : 'detour',
      ...(isBack ? {} : { out: gaps.take(out) }),
      gutter: gutters.take(over),
      into: gaps.take(into),
    }
  }
  const routeOf = (edge: FlowEdge): Route => {
    const ends = endsOf(grid, edge)
    const { fromColumn, toColumn, fromRow, toRow } = ends
    if (grid.isBack(edge)) return detour(edge, ends)
    const isFree = rowIsFree(grid, toRow, fromColumn, toColumn)
    if (fromRow === toRow && isFree) return { edge, shape: 'straight' }
    if (!isFree) return detour(edge, ends)
    if (columnIsFree(grid, fromColumn, fromRow, toRow) && takeCorner(edge, ends))
      return { edge, shape: 'column' }
    const wish = { where: fromColumn, key: edge.from, from: fromRow, to: toRow }
    return { edge, shape: 'gap', out: gaps.take(wish) }
  }
  return {
    routes: flow.edges.map(routeOf),
    tracksInGap: (column) => gaps.count(column),
    tracksInGutter: (lane) => gutters.count(lane),
  }
}
