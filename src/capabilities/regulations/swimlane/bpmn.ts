import { BpmnModdle, type Element } from 'bpmn-moddle'
import type { FlowNode } from './flow.ts'
import type { Box, Layout, PlacedNode, Point } from './layout.ts'

const moddle = new BpmnModdle()
type Attributes = Readonly<Record<string, unknown>>
const create = (type: string, attributes: Attributes): Element => moddle.create(type, attributes)

/** XML ids may not hold what ids of the language never hold anyway; a prefix keeps the kinds apart. */
const idOf = (kind: string, id: string) => `${kind}_${id}`

function typeOf(node: FlowNode): string {
  if (node.kind === 'start') return 'bpmn:StartEvent'
  if (node.kind === 'end') return 'bpmn:EndEvent'
  if (node.kind === 'choice') return 'bpmn:ExclusiveGateway'
  return node.person ? 'bpmn:UserTask' : 'bpmn:ServiceTask'
}

function elementOf({ node }: PlacedNode, lang: Layout['lang']): Element {
  const name = node.name[lang]
  const said = [node.place, node.term?.[lang]].filter((one) => one !== undefined).join('; ')
  return create(typeOf(node), {
    id: idOf('node', node.id),
    ...(name === '' ? {} : { name }),
    ...(said === '' ? {} : { documentation: [create('bpmn:Documentation', { text: said })] }),
    ...(node.parallel
      ? {
          loopCharacteristics: create('bpmn:MultiInstanceLoopCharacteristics', {
            isSequential: false,
          }),
        }
      : {}),
  })
}

interface Flows {
  readonly nodes: ReadonlyMap<string, Element>
  readonly flows: readonly Element[]
}

function flowsOf(layout: Layout): Flows {
  const nodes = new Map(layout.nodes.map((one) => [one.node.id, elementOf(one, layout.lang)]))
  const ends = new Map<string, { incoming: Element[]; outgoing: Element[] }>()
  const endsOf = (id: string) => {
    const known = ends.get(id) ?? { incoming: [], outgoing: [] }
    ends.set(id, known)
    return known
  }
  const flows = layout.edges.map(({ edge }) => {
    const flow = create('bpmn:SequenceFlow', {
      id: idOf('flow', `${edge.from}_${edge.to}`),
      sourceRef: nodes.get(edge.from),
      targetRef: nodes.get(edge.to),
      ...(edge.label === undefined ? {} : { name: edge.label[layout.lang] }),
    })
    endsOf(edge.from).outgoing.push(flow)
    endsOf(edge.to).incoming.push(flow)
    return flow
  })
  for (const [id, element] of nodes) Object.assign(element, endsOf(id))
  return { nodes, flows }
}

const bounds = ({ x, y, width, height }: Box) =>
  create('dc:Bounds', {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  })

const shapeOf = (element: Element, box: Box, more: Attributes = {}) =>
  create('bpmndi:BPMNShape', {
    id: `${element.id}_shape`,
    bpmnElement: element,
    bounds: bounds(box),
    ...more,
  })

function nodeShape(placed: PlacedNode, element: Element): Element {
  const { node, x, y, height, lines } = placed
  if (node.kind === 'choice') return shapeOf(element, placed, { isMarkerVisible: true })
  if (node.kind !== 'end' || lines.length === 0) return shapeOf(element, placed)
  const box = { x: x - 42, y: y + height + 4, width: 120, height: lines.length * 14 }
  return shapeOf(element, placed, { label: create('bpmndi:BPMNLabel', { bounds: bounds(box) }) })
}

const pointOf = ({ x, y }: Point) => create('dc:Point', { x: Math.round(x), y: Math.round(y) })

/** Where the name of a way stands: beside the line's beginning. */
function labelOf([start, second]: readonly Point[], name: string): Element {
  if (start === undefined || second === undefined) throw new TypeError('a line has two points')
  const down = second.y > start.y ? 6 : -20
  const dy = start.x === second.x ? down : -18
  const box = { x: start.x + 5, y: start.y + dy, width: name.length * 7, height: 14 }
  return create('bpmndi:BPMNLabel', { bounds: bounds(box) })
}

const edgeOf = (flow: Element, points: readonly Point[], name: string | undefined): Element =>
  create('bpmndi:BPMNEdge', {
    id: `${flow.id}_edge`,
    bpmnElement: flow,
    waypoint: points.map(pointOf),
    ...(name === undefined ? {} : { label: labelOf(points, name) }),
  })

function definitionsOf(layout: Layout, ref: string): Element {
  const { nodes, flows } = flowsOf(layout)
  const { lang, flow: drawn } = layout
  const lanes = layout.lanes.map(({ id, name }) =>
    create('bpmn:Lane', {
      id: idOf('lane', id),
      name,
      flowNodeRef: drawn.nodes.filter((node) => node.lane === id).map((node) => nodes.get(node.id)),
    }),
  )
  const process = create('bpmn:Process', {
    id: 'process',
    name: drawn.name[lang],
    isExecutable: false,
    laneSets: [create('bpmn:LaneSet', { id: 'lanes', lanes })],
    flowElements: [...nodes.values(), ...flows],
  })
  const pool = create('bpmn:Participant', { id: 'pool', name: ref, processRef: process })
  const collaboration = create('bpmn:Collaboration', { id: 'collaboration', participants: [pool] })
  const whole = { x: -30, y: 0, width: layout.width + 30, height: layout.height }
  const planeElement = [
    shapeOf(pool, whole, { isHorizontal: true }),
    ...layout.lanes.flatMap((box, n) =>
      lanes[n] ? [shapeOf(lanes[n], box, { isHorizontal: true })] : [],
    ),
    ...layout.nodes.flatMap((placed) => {
      const element = nodes.get(placed.node.id)
      return element === undefined ? [] : [nodeShape(placed, element)]
    }),
    ...layout.edges.flatMap(({ edge, points }, n) =>
      flows[n] ? [edgeOf(flows[n], points, edge.label?.[lang])] : [],
    ),
  ]
  const plane = create('bpmndi:BPMNPlane', {
    id: 'plane',
    bpmnElement: collaboration,
    planeElement,
  })
  return create('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:qyzmet:regulations',
    exporter: 'Qyzmet',
    rootElements: [collaboration, process],
    diagrams: [create('bpmndi:BPMNDiagram', { id: 'diagram', name: ref, plane })],
  })
}

/** BPMN 2.0 with diagram interchange (OMG formal/2011-01-03), formatted. */
export async function bpmnOf(layout: Layout, ref: string): Promise<string> {
  const { xml } = await moddle.toXML(definitionsOf(layout, ref), { format: true })
  return xml
}
