import type { Layout, PlacedEdge, PlacedLane, PlacedNode } from './layout.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

const INK = '#1c2733'
const LINE = '#51606e'
const COLOURS = {
  person: { fill: '#ffffff', stroke: '#1f5f8b' },
  system: { fill: '#eef4f8', stroke: '#51606e' },
  done: { fill: '#e3f3e6', stroke: '#1d7a3a' },
  refused: { fill: '#fbe9e7', stroke: '#b3261e' },
} as const

const round = (n: number) => Math.round(n * 10) / 10

/** Lines below one another, `step` apart, the first at `y`. */
function text(
  lines: readonly string[],
  { x, y, step = 16 }: { readonly x: number; readonly y: number; readonly step?: number },
  attributes: string,
): string {
  return lines
    .map(
      (line, n) =>
        `<text x="${round(x)}" y="${round(y + n * step)}" ${attributes}>${escaped(line)}</text>`,
    )
    .join('')
}

function lane({ x, y, width, height, lines }: PlacedLane, index: number, head: number): string {
  const middle = y + height / 2 - ((lines.length - 1) * 16) / 2 + 5
  return [
    `<rect class="swimlane-lane" x="${x}" y="${y}" width="${width}" height="${height}" fill="${index % 2 ? '#ffffff' : '#f6f8fa'}" stroke="#c3ccd5"/>`,
    `<rect class="swimlane-head" x="${x}" y="${y}" width="${head}" height="${height}" fill="#e7edf3" stroke="#c3ccd5"/>`,
    text(
      lines,
      { x: x + head / 2, y: middle },
      `text-anchor="middle" font-weight="600" font-size="13" fill="${INK}"`,
    ),
  ].join('')
}

function label({ edge, points }: PlacedEdge, lang: Layout['lang']): string {
  const [start, second] = points
  if (edge.label === undefined || start === undefined || second === undefined) return ''
  const isUpright = start.x === second.x
  const down = second.y > start.y ? 16 : -8
  const x = start.x + 5
  const y = isUpright ? start.y + down : start.y - 6
  return `<text class="swimlane-way" x="${round(x)}" y="${round(y)}" font-size="12" fill="${INK}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(edge.label[lang])}</text>`
}

const line = ({ points }: PlacedEdge) =>
  `<polyline class="swimlane-line" points="${points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${LINE}" stroke-width="1.5" stroke-linejoin="round" marker-end="url(#swimlane-arrow)"/>`

function coloursOf({ node }: PlacedNode) {
  if (node.kind === 'end') return node.refusal ? COLOURS.refused : COLOURS.done
  return node.person ? COLOURS.person : COLOURS.system
}

function task(placed: PlacedNode, lang: Layout['lang']): string {
  const { node, x, y, width, height, lines } = placed
  const { fill, stroke } = coloursOf(placed)
  const below = y + 34 + lines.length * 16
  const bars = [0, 5, 10]
    .map((dx) => `M${round(x + width - 20 + dx)} ${round(y + height - 14)}v9`)
    .join('')
  return [
    `<g class="swimlane-task"><title>${escaped(node.name[lang])}</title>`,
    `<rect x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    node.place === undefined
      ? ''
      : text([node.place], { x: x + 10, y: y + 16 }, 'font-size="11" fill="#51606e"'),
    text(lines, { x: x + 10, y: y + 34 }, `font-size="13" fill="${INK}"`),
    node.term === undefined
      ? ''
      : text(
          [node.term[lang]],
          { x: x + 10, y: below },
          'font-size="11" font-weight="600" fill="#1f5f8b"',
        ),
    node.parallel ? `<path d="${bars}" stroke="${stroke}" stroke-width="2"/>` : '',
    '</g>',
  ].join('')
}

function choice({ x, y, width, height }: PlacedNode): string {
  const [cx, cy] = [x + width / 2, y + height / 2].map(round)
  return [
    `<path class="swimlane-choice" d="M${cx} ${round(y)}L${round(x + width)} ${cy}L${cx} ${round(y + height)}L${round(x)} ${cy}z" fill="#ffffff" stroke="${LINE}" stroke-width="1.5"/>`,
    `<path d="M${round(x + 15)} ${round(y + 15)}l14 14m0 -14l-14 14" stroke="${LINE}" stroke-width="2"/>`,
  ].join('')
}

function event(placed: PlacedNode): string {
  const { node, x, y, width, height, lines } = placed
  const { fill, stroke } = coloursOf(placed)
  const isEnd = node.kind === 'end'
  const [cx, cy] = [x + width / 2, y + height / 2].map(round)
  return [
    `<circle class="swimlane-${node.kind}" cx="${cx}" cy="${cy}" r="${isEnd ? 16 : 17}" fill="${isEnd ? fill : '#ffffff'}" stroke="${isEnd ? stroke : LINE}" stroke-width="${isEnd ? 4 : 1.5}"/>`,
    isEnd
      ? text(
          lines,
          { x: x + width / 2, y: y + height + 14, step: 14 },
          `text-anchor="middle" font-size="12" fill="${INK}"`,
        )
      : '',
  ].join('')
}

function shape(placed: PlacedNode, lang: Layout['lang']): string {
  if (placed.node.kind === 'task') return task(placed, lang)
  return placed.node.kind === 'choice' ? choice(placed) : event(placed)
}

/** What a screen reader reads: who does what, in the order of the lanes. */
function described({ flow, lang }: Layout): string {
  return flow.lanes
    .map(({ id, name }) => {
      const own = flow.nodes.filter((node) => node.lane === id && node.name[lang] !== '')
      return `${name[lang]}: ${own.map((node) => node.name[lang]).join('; ')}.`
    })
    .join(' ')
}

/**
 * The diagram as a standalone SVG: attributes only, no style and no script, so that it passes a strict content security
 * policy; its own light ground keeps it readable on a dark page. `title` and `desc` tell it to those who do not see it.
 */
export function svgOf(layout: Layout): string {
  const { width, height, head, lang, flow } = layout
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="swimlane" role="img" lang="${lang}" width="${round(width)}" height="${round(height)}" viewBox="-1 -1 ${round(width + 2)} ${round(height + 2)}" font-family="'Golos Text Variable', 'Golos Text', 'Noto Sans', Arial, sans-serif">`,
    `<title>${escaped(flow.name[lang])}</title><desc>${escaped(described(layout))}</desc>`,
    `<defs><marker id="swimlane-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${LINE}"/></marker></defs>`,
    `<rect width="${round(width)}" height="${round(height)}" fill="#ffffff"/>`,
    ...layout.lanes.map((one, index) => lane(one, index, head)),
    ...layout.edges.map(line),
    ...layout.nodes.map((one) => shape(one, lang)),
    ...layout.edges.map((one) => label(one, lang)),
    '</svg>',
  ].join('\n')
}
