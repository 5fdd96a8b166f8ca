import { z } from 'zod'
import type { Json } from '#core/kernel'

type Schema = z.core.JSONSchema.BaseSchema

/** A record as a table sees it: cells, objects of them, and lists whose further items stand in further lines. */
type Node =
  | { readonly kind: 'cell'; readonly column: string; readonly type: 'text' | 'number' | 'flag' }
  | {
      readonly kind: 'object'
      readonly members: ReadonlyMap<string, Node>
      readonly optional: boolean
    }
  | { readonly kind: 'list'; readonly item: Node }

export interface Column {
  readonly name: string
  readonly about: string
}

/** One line of a table: what stands in each column. */
export type Cells = Readonly<Record<string, string>>

/** How records of one shape are written as lines of a table and read from them. */
export interface Sheet {
  readonly columns: readonly Column[]
  /** The record that a line begins. */
  read(cells: Cells): Json
  /** Adds what a further line of the same record has: items of its lists. */
  add(record: Json, cells: Cells): void
  write(record: Json): Cells[]
  /** The record with what it leaves out: nothing, as an empty cell or a list without items. */
  complete(record: Json): Json
}

const TYPES: Readonly<Record<string, 'number' | 'flag'>> = {
  integer: 'number',
  number: 'number',
  boolean: 'flag',
}

function nodeOf(schema: Schema, path: readonly string[], columns: Column[]): Node {
  const meant = schema.anyOf?.find((one) => one.type !== 'null') ?? schema
  const inside = (name: string, part: unknown, at = [...path, name]) =>
    nodeOf(part as Schema, at, columns)
  if (meant.type === 'array') return { kind: 'list', item: inside('', meant.items, [...path]) }
  if (meant.type === 'object') {
    const members = Object.entries(meant.properties ?? {}).map(
      ([name, part]) => [name, inside(name, part)] as const,
    )
    return { kind: 'object', members: new Map(members), optional: meant !== schema }
  }
  const column = path.join('.')
  columns.push({ name: column, about: meant.description ?? schema.description ?? '' })
  return { kind: 'cell', column, type: TYPES[String(meant.type)] ?? 'text' }
}

const NUMBER = /^-?\d+$/
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false }

/** What a cell says; a text that is no number or flag stays one, and the shape of the record refuses it. */
function cellValue(type: 'text' | 'number' | 'flag', text: string): Json {
  if (text === '') return null
  if (type === 'number') return NUMBER.test(text) ? Number(text) : text
  return type === 'flag' ? (FLAGS[text] ?? text) : text
}

/** Whether anything stands in the columns of a node; those of lists inside it count when `deep`. */
function isFilled(node: Node, cells: Cells, deep: boolean): boolean {
  if (node.kind === 'cell') return (cells[node.column] ?? '') !== ''
  if (node.kind === 'list') return deep && isFilled(node.item, cells, deep)
  return [...node.members.values()].some((member) => isFilled(member, cells, deep))
}

function read(node: Node, cells: Cells): Json {
  if (node.kind === 'cell') return cellValue(node.type, cells[node.column] ?? '')
  if (node.kind === 'list') return isFilled(node.item, cells, true) ? [read(node.item, cells)] : []
  if (node.optional && !isFilled(node, cells, true)) return null
  return Object.fromEntries([...node.members].map(([name, member]) => [name, read(member, cells)]))
}

function addToList(item: Node, list: Json[], cells: Cells): void {
  if (!isFilled(item, cells, true)) return
  const last = list.at(-1)
  if (last === undefined || isFilled(item, cells, false)) list.push(read(item, cells))
  else add(item, last, cells)
}

function add(node: Node, value: Json, cells: Cells): void {
  if (node.kind === 'list' && Array.isArray(value)) addToList(node.item, value as Json[], cells)
  if (node.kind !== 'object' || value === null || typeof value !== 'object') return
  const record = value as Readonly<Record<string, Json>>
  for (const [name, member] of node.members) add(member, record[name] ?? null, cells)
}

function shown(value: Json): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

type Members = Extract<Node, { readonly kind: 'object' }>

function completeObject(node: Members, value: Json | undefined): Json | undefined {
  if (value === undefined) return node.optional ? null : undefined
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const record = { ...(value as Readonly<Record<string, Json>>) }
  for (const [name, member] of node.members) {
    const whole = complete(member, record[name])
    if (whole !== undefined) record[name] = whole
  }
  return record
}

function complete(node: Node, value: Json | undefined): Json | undefined {
  if (node.kind === 'cell') return value ?? null
  if (node.kind === 'object') return completeObject(node, value)
  if (!Array.isArray(value)) return value ?? []
  return value.map((item: Json) => complete(node.item, item) ?? null)
}

/** Lines side by side: what stands in both is joined line by line. */
function beside(left: readonly Cells[], right: readonly Cells[]): Cells[] {
  const count = Math.max(left.length, right.length)
  return Array.from({ length: count }, (_, i) => ({ ...left[i], ...right[i] }))
}

function write(node: Node, value: Json): readonly Cells[] {
  if (node.kind === 'cell') return [{ [node.column]: shown(value) }]
  if (node.kind === 'list')
    return Array.isArray(value) ? value.flatMap((item: Json) => write(node.item, item)) : []
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
  const record = value as Readonly<Record<string, Json>>
  return [...node.members].reduce<readonly Cells[]>(
    (lines, [name, member]) => beside(lines, write(member, record[name] ?? null)),
    [],
  )
}

/**
 * The table of records of a shape: one column a member, named by its path (`names.kk.surname`). Of a list the first item stands in the
 * record's own line, each further one in a line below that repeats the record's key.
 */
export function createSheet(row: z.ZodType): Sheet {
  const columns: Column[] = []
  const root = nodeOf(z.toJSONSchema(row, { unrepresentable: 'any' }), [], columns)
  return {
    columns,
    read: (cells) => read(root, cells),
    add: (record, cells) => add(root, record, cells),
    write: (record) => [...write(root, record)],
    complete: (record) => complete(root, record) ?? null,
  }
}
