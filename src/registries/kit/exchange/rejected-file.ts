import { stringify } from 'csv-stringify/sync'
import type { Json } from '#core/kernel'

/** A record as its file has it: lines of a table under their header, or a value of JSON. */
export type Original =
  | { readonly header: readonly string[]; readonly lines: readonly (readonly string[])[] }
  | { readonly value: Json }

/** Why a record was not taken, and where it stood. */
export interface RejectionNote {
  readonly row: number
  readonly code: string
  readonly text: string
}

const NOTE = 'rejection'
const COLUMNS = ['row', 'code', 'text'] as const

/** Columns that a file of rejected records has beside those of the records. */
export const isNote = (column: string): boolean => column.startsWith(`${NOTE}.`)

/** The name of the file of records that were rejected from a file. */
export const rejectedName = (file: string): string =>
  file.replace(/\.\w+$/, file.endsWith('.csv') ? '.rejected.csv' : '.rejected.jsonl')

const withoutNotes = (header: readonly string[], cells: readonly string[]) =>
  cells.filter((_, i) => !isNote(header[i] ?? ''))

/**
 * What a file of rejected records says of one: the record as it was, to be mended and imported again, and why it was rejected. Of a table
 * the notes stand in the first columns, so that a line with too many cells keeps them all.
 */
export function rejectedText(original: Original, note: RejectionNote, first: boolean): string {
  if ('value' in original) {
    const { value } = original
    const record =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Readonly<Record<string, Json>>)
        : { value }
    return `${JSON.stringify({ ...record, [NOTE]: note })}\n`
  }
  const { header, lines } = original
  const head = [...COLUMNS.map((name) => `${NOTE}.${name}`), ...withoutNotes(header, header)]
  const told = [String(note.row), note.code, note.text]
  const rows = lines.map((cells, i) => [
    ...(i === 0 ? told : COLUMNS.map(() => '')),
    ...withoutNotes(header, cells),
  ])
  return stringify(first ? [head, ...rows] : rows)
}
