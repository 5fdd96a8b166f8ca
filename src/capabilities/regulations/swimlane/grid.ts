import type { Flow, FlowEdge, FlowNode } from './flow.ts'

/** Where each node stands: `column` is the longest way to it, `row` its lane and, where two would share a cell, a row more. */
export interface Grid {
  readonly column: ReadonlyMap<string, number>
  readonly row: ReadonlyMap<string, number>
  /** First row of each lane and how many it has, in the order of lanes. */
  readonly lanes: readonly { readonly id: string; readonly first: number; readonly rows: number }[]
  readonly isBack: (edge: FlowEdge) => boolean
  /** The node of a cell. */
  readonly at: (column: number, row: number) => FlowNode | undefined
}

const keyOf = ({ from, to }: FlowEdge) => `${from}>${to}`

/** Nodes in topological order once the edges that close a circle are left out. */
function ordered(flow: Flow): {
  readonly order: readonly string[]
  readonly back: ReadonlySet<string>
} {
  const back = new Set<string>()
  const state = new Map<string, 'open' | 'done'>()
  const order: string[] = []
  const visit = (id: string) => {
    state.set(id, 'open')
    for (const edge of flow.edges.filter(({ from }) => from === id)) {
      if (state.get(edge.to) === 'open') back.add(keyOf(edge))
      else if (!state.has(edge.to)) visit(edge.to)
    }
    state.set(id, 'done')
    order.unshift(id)
  }
  visit('start')
  return { order, back }
}

function columnsOf(flow: Flow, order: readonly string[], back: ReadonlySet<string>) {
  const column = new Map(order.map((id) => [id, 0]))
  for (const id of order)
    for (const edge of flow.edges.filter((one) => one.from === id && !back.has(keyOf(one))))
      column.set(edge.to, Math.max(column.get(edge.to) ?? 0, (column.get(id) ?? 0) + 1))
  return column
}

/** The row of the lane in which the way to this node runs already, so that lines stay straight. */
function preferred(flow: Flow, row: ReadonlyMap<string, number>, node: FlowNode): number {
  const before = flow.edges.filter(({ to }) => to === node.id).map(({ from }) => from)
  const near = flow.nodes.find(({ id, lane }) => before.includes(id) && lane === node.lane)
  return row.get(near?.id ?? '') ?? -1
}

/** How many rows below the first one of the lane: the wanted row when its cell is free, else the first free one. */
function freeRow(
  cells: ReadonlyMap<string, FlowNode>,
  column: number,
  [first, wanted]: readonly [number, number],
): number {
  const isFree = (row: number) => !cells.has(`${column}/${row}`)
  if (wanted >= first && isFree(wanted)) return wanted - first
  let sub = 0
  while (!isFree(first + sub)) sub++
  return sub
}

export function gridOf(flow: Flow): Grid {
  const { order, back } = ordered(flow)
  const column = columnsOf(flow, order, back)
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const row = new Map<string, number>()
  const cells = new Map<string, FlowNode>()
  const lanes: { id: string; first: number; rows: number }[] = []
  let first = 0
  for (const lane of flow.lanes) {
    let rows = 1
    for (const id of order) {
      const node = nodes.get(id)
      if (node === undefined || node.lane !== lane.id) continue
      const sub = freeRow(cells, column.get(id) ?? 0, [first, preferred(flow, row, node)])
      cells.set(`${column.get(id)}/${first + sub}`, node)
      row.set(id, first + sub)
      rows = Math.max(rows, sub + 1)
    }
    lanes.push({ id: lane.id, first, rows })
    first += rows
  }
  return {
    column,
    row,
    lanes,
    isBack: (edge) => back.has(keyOf(edge)),
    at: (c, r) => cells.get(`${c}/${r}`),
  }
}
