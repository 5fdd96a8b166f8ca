import fs from 'node:fs'
import { finished } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Json } from '#core/kernel'
import { ImportRefused, importErrors, NOT_A_RECORD, widthCode } from './errors.ts'
import { findNotUtf8 } from './find-not-utf8.ts'
import { createJsonCutter, type JsonPiece } from './json-cutter.ts'
import { isNote, type Original } from './rejected-file.ts'
import type { Cells, Sheet } from './sheet.ts'

/** A record as a file has it, and where: the number of its first line, or its place in a JSON list. */
export interface ReadRecord {
  readonly at: number
  readonly record: Json
  /** What the file itself says, so that it can be written down again. */
  readonly original: Original
  /** Why it cannot be a record. */
  readonly broken?: string
}

const DELIMITERS = [',', ';', '\t']
/** Characters of a line: a quotation mark that is never closed does not take in the rest of the file. */
const LONGEST_LINE = 1_000_000

/** The delimiter that the first line uses most. */
async function delimiterOf(file: string): Promise<string> {
  let head = ''
  for await (const chunk of fs.createReadStream(file, { encoding: 'utf8', end: 65_535 }))
    head += String(chunk)
  const [first = ''] = head.split('\n', 1)
  const count = (delimiter: string) => first.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function checkHeader(header: readonly string[], sheet: Sheet, keyed: string): void {
  const known = new Set(sheet.columns.map(({ name }) => name))
  const unknown = header.find((name) => !known.has(name) && !isNote(name))
  if (unknown !== undefined)
    throw new ImportRefused(importErrors.UNKNOWN_COLUMN({ column: unknown }))
  if (!header.includes(keyed)) throw new ImportRefused(importErrors.NO_KEY({ column: keyed }))
}

interface Line {
  readonly at: number
  readonly cells: readonly string[]
}

const FORM = {
  bom: true,
  skip_empty_lines: true,
  trim: true,
  relax_column_count: true,
  max_record_size: LONGEST_LINE,
} as const

/** Waits for what calls back when it is done, or failed. */
const told = (work: (done: (error?: Error | null) => void) => void) =>
  new Promise<Error | undefined>((resolve) => work((error) => resolve(error ?? undefined)))

const unreadable = (error: Error, line: number): Error =>
  error instanceof CsvError ? new ImportRefused(importErrors.BAD_QUOTES({ line })) : error

/** All lines of a CSV file before the first one that cannot be read, however many cells they have. @throws ImportRefused IMPORT_BAD_QUOTES */
async function* linesOf(stream: fs.ReadStream, delimiter: string): AsyncGenerator<Line> {
  const read: Line[] = []
  let last = 0
  // The parser drops what it holds when it fails, so that it is given nothing to hold.
  const take = (cells: readonly string[], { lines }: { readonly lines: number }) => {
    read.push({ at: lines, cells })
    last = lines
    return null
  }
  const parser = parse({ ...FORM, delimiter, on_record: take }).resume()
  const ended = told((done) => finished(parser, done))
  for await (const chunk of stream) {
    const error = await told((done) => parser.write(chunk, done))
    yield* read.splice(0)
    if (error !== undefined) throw unreadable(error, last + 1)
  }
  parser.end()
  const error = await ended
  yield* read.splice(0)
  if (error !== undefined) throw unreadable(error, last + 1)
}

/** The record that a line begins, and its further lines. */
interface Group {
  readonly at: number
  readonly key: string
  readonly first: Cells
  readonly original: { readonly header: readonly string[]; readonly lines: (readonly string[])[] }
  readonly more: Cells[]
  broken: string | undefined
}

const cellsOf = (header: readonly string[], line: readonly string[]) => ({
  cells: Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])),
  broken: line.length === header.length ? undefined : widthCode(line.length, header.length),
})

function recordOf({ at, first, original, more, broken }: Group, sheet: Sheet): ReadRecord {
  const record = sheet.read(first)
  for (const cells of more) sheet.add(record, cells)
  return broken === undefined ? { at, record, original } : { at, record, original, broken }
}

/**
 * Records of a CSV file: lines with the same key, or with none, belong to the record above. The record before a line that cannot be read
 * is not given, since it may go on there.
 */
async function* readCsv(
  lines: AsyncGenerator<Line>,
  sheet: Sheet,
  keyed: string,
): AsyncGenerator<ReadRecord> {
  const head = await lines.next()
  if (head.done === true) return
  const header = head.value.cells
  checkHeader(header, sheet, keyed)
  let group: Group | undefined
  for await (const { cells: line, at } of lines) {
    const { cells, broken } = cellsOf(header, line)
    const key = cells[keyed] ?? ''
    if (group !== undefined && (key === '' || key === group.key)) {
      group.more.push(cells)
      group.original.lines.push(line)
      group.broken ??= broken
      continue
    }
    if (group !== undefined) yield recordOf(group, sheet)
    const original = { header, lines: [line] }
    group = { at, key, first: cells, original, more: [], broken }
  }
  if (group !== undefined) yield recordOf(group, sheet)
}

function parsed({ text, line, bare }: JsonPiece): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    if (bare) throw new ImportRefused(importErrors.NOT_JSON({ line }))
    return undefined
  }
}

function jsonRecord(piece: JsonPiece, at: number, sheet: Sheet): ReadRecord {
  const value = parsed(piece)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { at, record: sheet.complete(value), original: { value } }
    : { at, record: null, original: { value: value ?? piece.text }, broken: NOT_A_RECORD }
}

/** Records of JSON: a list of objects, or one object a line. */
async function* readJson(stream: fs.ReadStream, sheet: Sheet): AsyncGenerator<ReadRecord> {
  const cutter = createJsonCutter()
  let at = 0
  for await (const chunk of stream.setEncoding('utf8')) {
    for (const piece of cutter.cut(String(chunk))) {
      at += 1
      yield jsonRecord(piece, at, sheet)
    }
  }
  for (const piece of cutter.end()) yield jsonRecord(piece, at + 1, sheet)
}

export interface OpenFile {
  readonly records: AsyncGenerator<ReadRecord>
  /** Bytes of the file that were read. */
  readonly bytesRead: () => number
  readonly bytes: number
}

/**
 * Opens a file of records, CSV or JSON by the end of its name. Refusals are thrown, IMPORT_NOT_UTF8 here, others while it is read.
 */
export async function openRecords(file: string, sheet: Sheet, keyed: string): Promise<OpenFile> {
  const { size } = await fs.promises.stat(file)
  const wrong = await findNotUtf8(file)
  if (wrong !== undefined) throw new ImportRefused(importErrors.NOT_UTF8({ ...wrong }))
  const delimiter = await delimiterOf(file)
  const stream = fs.createReadStream(file)
  const records = file.endsWith('.csv')
    ? readCsv(linesOf(stream, delimiter), sheet, keyed)
    : readJson(stream, sheet)
  return { records, bytesRead: () => stream.bytesRead, bytes: size }
}
