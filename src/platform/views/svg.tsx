/** SVG markup that our own code drew. The only way for markup to enter a page unescaped. */
export interface TrustedSvg {
  readonly markup: string
  readonly [trusted]: true
}
const trusted: unique symbol = Symbol('trusted svg')

const FORBIDDEN =
  /<\s*(script|style|foreignObject|iframe|image|use)\b|\son\w+\s*=|\sstyle\s*=|href\s*=\s*["'](?!#|\/[^/])|<!|<\?/i

/**
 * Declares markup as drawn by us and fit for our content policy: one `svg` element without script, style, event
 * attributes or outer references.
 * @throws TypeError when it is not: a diagram that carries such things is broken code, not a refusal.
 */
export function trustSvg(markup: string): TrustedSvg {
  const text = markup.trim()
  if (!/^<svg[\s>]/.test(text) || !text.endsWith('</svg>'))
    throw new TypeError('not an svg element')
  const found = FORBIDDEN.exec(text)
  if (found) throw new TypeError(`not allowed in a trusted svg: ${found[0].trim()}`)
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
