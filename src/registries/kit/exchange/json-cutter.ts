import { ImportRefused, importErrors } from './errors.ts'

/** The text of one value of JSON text, and whether it is a number or a word: nothing that ends by a sign of its own. */
export interface JsonPiece {
  readonly text: string
  readonly line: number
  readonly bare: boolean
}

export interface JsonCutter {
  /** The values that end in this part of the text. IMPORT_NOT_JSON. */
  cut(chunk: string): readonly JsonPiece[]
  /** The value that the end of the text ends. IMPORT_CUT_OFF. */
  end(): readonly JsonPiece[]
}

interface Scan {
  /** The list around the values: not known yet, none, begun, ended. */
  list: 'unknown' | 'none' | 'begun' | 'ended'
  inside: boolean
  bare: boolean
  depth: number
  quoted: boolean
  escaped: boolean
  /** In a list: a value ended, and the next one needs a comma. */
  comma: boolean
  line: number
}

const SPACE = ' \t\r\n\uFEFF'
const BEHIND_BARE = `${SPACE},]`

function scanQuoted(scan: Scan, char: string): boolean {
  if (scan.escaped) scan.escaped = false
  else if (char === '\\') scan.escaped = true
  else if (char === '"') scan.quoted = false
  return !scan.quoted && scan.depth === 0
}

/** Goes on inside of a value; whether it ends with this character. */
function scanInside(scan: Scan, char: string): boolean {
  if (scan.quoted) return scanQuoted(scan, char)
  if (char === '"') scan.quoted = true
  else if (char === '{' || char === '[') scan.depth += 1
  else if (char === '}' || char === ']') {
    scan.depth -= 1
    return scan.depth === 0
  }
  return false
}

const endsBefore = (scan: Scan, char: string): boolean =>
  scan.inside && scan.bare && BEHIND_BARE.includes(char)
const endsWith = (scan: Scan, char: string): boolean =>
  scan.inside && !scan.bare && scanInside(scan, char)

/** Takes a sign of the list that is around the values. */
function scanList(scan: Scan, char: string): boolean {
  if (scan.list === 'unknown') {
    scan.list = char === '[' ? 'begun' : 'none'
    return char === '['
  }
  if (scan.list !== 'begun') return false
  if (char === ']') scan.list = 'ended'
  else if (scan.comma && char === ',') scan.comma = false
  else return false
  return true
}

/** Goes on between values, where one may begin. */
function scanBetween(scan: Scan, char: string): void {
  if (SPACE.includes(char) || scanList(scan, char)) return
  if (scan.list === 'ended' || scan.comma || ',]}'.includes(char))
    throw new ImportRefused(importErrors.NOT_JSON({ line: scan.line }))
  scan.bare = !'{["'.includes(char)
  scan.inside = true
}

/** Cuts JSON text, a list or one value behind another, into the texts of its values without holding more than one of them. */
export function createJsonCutter(): JsonCutter {
  const scan: Scan = {
    list: 'unknown',
    inside: false,
    bare: false,
    depth: 0,
    quoted: false,
    escaped: false,
    comma: false,
    line: 1,
  }
  let kept = ''
  const ended = (text: string): JsonPiece => {
    scan.inside = false
    scan.comma = scan.list === 'begun'
    return { text, line: scan.line, bare: scan.bare }
  }
  function cut(chunk: string): readonly JsonPiece[] {
    const pieces: JsonPiece[] = []
    const text = kept + chunk
    let start = 0
    for (let i = kept.length; i < text.length; i += 1) {
      const char = text.charAt(i)
      if (endsBefore(scan, char)) pieces.push(ended(text.slice(start, i)))
      if (!scan.inside) {
        scanBetween(scan, char)
        start = i
      }
      if (endsWith(scan, char)) pieces.push(ended(text.slice(start, i + 1)))
      if (char === '\n') scan.line += 1
    }
    kept = scan.inside ? text.slice(start) : ''
    return pieces
  }
  function end(): readonly JsonPiece[] {
    const last = scan.inside && scan.bare && scan.list === 'none' ? [ended(kept)] : []
    if (scan.inside || scan.list === 'begun')
      throw new ImportRefused(importErrors.CUT_OFF({ line: scan.line }))
    return last
  }
  return { cut, end }
}
