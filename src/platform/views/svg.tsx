/** SVG markup that our own code drew. The only way for markup to enter a page unescaped. */
export interface TrustedSvg {
  readonly markup: string
  readonly [trusted]: true
}
const trusted: unique symbol = Symbol('trusted svg')

const ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker a clipPath'.split(
    ' ',
  ),
)
const FORBIDDEN = /\son\w+\s*=|\sstyle\s*=|href\s*=\s*["']?(?!["']?(#|\/[^/]))|<!|<\?/i

function flawOf(markup: string): string | undefined {
  const names = Array.from(markup.matchAll(/<([a-zA-Z][\w:-]*)/g), ([, name = '']) => name)
  const odd = names.find((name) => !ELEMENTS.has(name))
  if (odd !== undefined) return `element ${odd}`
  if (names[0] !== 'svg' || names.lastIndexOf('svg') > 0) return 'more or less than one svg element'
  if (!markup.startsWith('<svg') || !markup.endsWith('</svg>')) return 'text around the svg element'
  return FORBIDDEN.exec(markup)?.[0].trim()
}

/**
 * Declares markup as drawn by us and fit for our content policy: one `svg` element of plain shapes and texts, without
 * script, style, event attributes or outer references.
 * @throws TypeError when it is not: a diagram that carries such things is broken code, not a refusal.
 */
export function trustSvg(markup: string): TrustedSvg {
  const text = markup.trim()
  const flaw = flawOf(text)
  if (flaw !== undefined) throw new TypeError(`not allowed in a trusted svg: ${flaw}`)
  return { markup: text, [trusted]: true }
}

/** A drawing of our own; `label` is what a screen reader says, an empty one marks decoration. Scrolls when it is wide. */
export function Svg(props: {
  readonly svg: TrustedSvg
  readonly label: string
  readonly class?: string | undefined
}) {
  const role = props.label === '' ? 'presentation' : 'img'
  const label = props.label === '' ? {} : { 'aria-label': props.label }
  return (
    <div
      class={`q-svg ${props.class ?? ''}`}
      tabIndex={props.label === '' ? undefined : 0}
      role={props.label === '' ? undefined : 'group'}
      {...label}
    >
      <div role={role} {...label} dangerouslySetInnerHTML={{ __html: props.svg.markup }} />
    </div>
  )
}
