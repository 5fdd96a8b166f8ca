/** A word or sign of the simple part of FEEL, or a literal with its value. */
export type Token =
  | { readonly kind: 'name' | 'sign'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\["\\])*")|(\d{1,15}(?![\d.]))|([A-Za-z][A-Za-z0-9]*)|(!=|[=+().,:[\]{}]))/y
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Splits an expression; undefined when it holds anything that the simple part of FEEL lacks. */
export function readTokens(expression: string): readonly Token[] | undefined {
  const text = expression.trimEnd()
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (match === null) return undefined
    at = TOKEN.lastIndex
    tokens.push(tokenOf(match))
  }
  return tokens
}

function tokenOf([, quoted, digits, name, sign = '']: RegExpExecArray): Token {
  if (quoted !== undefined)
    return { kind: 'literal', value: quoted.slice(1, -1).replace(/\\(["\\])/g, '$1') }
  if (digits !== undefined) return { kind: 'literal', value: Number(digits) }
  if (name === undefined) return { kind: 'sign', text: sign }
  const word = WORDS.get(name)
  return word === undefined ? { kind: 'name', text: name } : { kind: 'literal', value: word }
}
