import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Path, Problem } from './problem.ts'

/** A file of a regulation as text; `path` is what problems name. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A YAML file that was read: its value, and where each part of it stands. */
export interface Source {
  readonly path: string
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** The line of a place; of its nearest part that exists when it does not. */
  lineOf(at: Path): number
}

const MAX_CHARACTERS = 1_000_000
const CODE = 'REGULATION_YAML'

const unreadable = (path: string, message: string, line = 1): Source => ({
  path,
  value: undefined,
  problems: [{ file: path, line, code: CODE, message }],
  lineOf: () => 1,
})

/** Reads YAML 1.2; a key written twice, a broken line or an alias bomb is a problem, never an exception. */
export function readSource(file: SourceFile): Source {
  if (file.text.length > MAX_CHARACTERS)
    return unreadable(file.path, `the file is longer than ${MAX_CHARACTERS} characters`)
  try {
    return parse(file)
  } catch (error) {
    return unreadable(file.path, error instanceof Error ? firstLine(error.message) : 'not YAML')
  }
}

const firstLine = (message: string) => message.split('\n')[0]?.replace(/:$/, '') ?? message

function parse(file: SourceFile): Source {
  const counter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: counter, version: '1.2' })
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file: file.path,
    line: error.linePos?.[0].line ?? 1,
    code: CODE,
    message: firstLine(error.message),
  }))
  const root = document.contents
  return {
    path: file.path,
    value: problems.length === 0 ? document.toJS() : undefined,
    problems,
    lineOf: (at) => counter.linePos(offsetOf(root, at)).line || 1,
  }
}

function offsetOf(root: Node | null, at: Path): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of at) {
    const found = childOf(node, key)
    if (found === undefined) return offset
    offset = found.offset ?? offset
    node = found.node
  }
  return offset
}

function childOf(node: unknown, key: string | number) {
  if (isMap(node)) {
    const pair = node.items.find(
      (one) => isScalar(one.key) && String(one.key.value) === String(key),
    )
    if (pair === undefined || !isScalar(pair.key)) return undefined
    return { node: pair.value, offset: pair.key.range?.[0] }
  }
  if (!isSeq(node)) return undefined
  const item: unknown = node.items[Number(key)]
  return isNode(item) ? { node: item, offset: item.range?.[0] } : undefined
}
