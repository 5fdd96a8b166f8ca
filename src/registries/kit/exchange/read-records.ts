import fs from 'node:fs'
import { parse } from 'csv-parse'
import type { Json } from '#core/kernel'
import { ImportRefused, importErrors } from './errors.ts'
import type { Cells, Sheet } from './sheet.ts'

/** A record as a file has it, and where: the number of its first line, or its place in a JSON list. */
export interface ReadRecord {
  readonly at: number
  readonly record: Json
}

const DELIMITERS = [',', ';', '\t']

/** The delimiter that the first line uses most. */
async function delimiterOf(file: string): Promise<string> {
  let head = ''
  for await (const chunk of fs.createReadStream(file, { encoding: 'utf8', end: 65_535 }))
    head += String(chunk)
  const [first = ''] = head.split('\n', 1)
  const count = (delimiter: string) => first.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function checkHeader(header: readonly string[], sheet: Sheet, keyed: string): string[] {
  const known = new Set(sheet.columns.map(({ name }) => name))
  const unknown = header.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new ImportRefused(importErrors.UNKNOWN_COLUMN({ column: unknown }))
  if (!header.includes(keyed)) throw new ImportRefused(importErrors.NO_KEY({ column: keyed }))
  return [...header]
}

interface Line {
  readonly record: Cells
  readonly info: { readonly lines: number }
}

/** Records of a CSV file: lines with the same key, or with none, belong to the record above. */
async function* readCsv(
  { stream, delimiter }: { readonly stream: fs.ReadStream; readonly delimiter: string },
  sheet: Sheet,
  keyed: string,
): AsyncGenerator<ReadRecord> {
  const parser = stream.pipe(
    parse({
      columns: (header: string[]) => checkHeader(header, sheet, keyed),
      delimiter,
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }),
  )
  let current: { at: number; key: string; record: Json } | undefined
  for await (const { record: cells, info } of parser as AsyncIterable<Line>) {
    const key = cells[keyed] ?? ''
    if (current !== undefined && (key === '' || key === current.key)) {
      sheet.add(current.record, cells)
      continue
    }
    if (current !== undefined) yield current
    current = { at: info.lines, key, record: sheet.read(cells) }
  }
  if (current !== undefined) yield current
}

/** Where the scan of JSON text stands. */
interface Scan {
  depth: number
  quoted: boolean
  escaped: boolean
}

const QUOTE = '"'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)
const OPEN = '{'.charCodeAt(0)
const CLOSE = '}'.charCodeAt(0)

function scanQuoted(scan: Scan, code: number): void {
  if (scan.escaped) scan.escaped = false
  else if (code === BACKSLASH) scan.escaped = true
  else if (code === QUOTE) scan.quoted = false
}

/** Cuts JSON text, a list or one value behind another, into the texts of its objects without holding more than one of them. */
export function createJsonCutter(): (chunk: string) => string[] {
  const scan: Scan = { depth: 0, quoted: false, escaped: false }
  let kept = ''
  return (chunk) => {
    const cut: string[] = []
    const text = kept + chunk
    let start = 0
    for (let i = kept.length; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (scan.quoted) scanQuoted(scan, code)
      else if (code === QUOTE) scan.quoted = true
      else if (code === OPEN) {
        if (scan.depth === 0) start = i
        scan.depth += 1
      } else if (code === CLOSE) {
        scan.depth -= 1
        if (scan.depth === 0) cut.push(text.slice(start, i + 1))
      }
    }
    kept = scan.depth > 0 ? text.slice(start) : ''
    return cut
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

/** Records of JSON: a list of objects, or one object a line. */
async function* readJson(stream: fs.ReadStream): AsyncGenerator<ReadRecord> {
  const cut = createJsonCutter()
  let at = 0
  for await (const chunk of stream.setEncoding('utf8')) {
    for (const text of cut(String(chunk))) {
      at += 1
      yield { at, record: parsed(text) }
    }
  }
}

export interface OpenFile {
  readonly records: AsyncGenerator<ReadRecord>
  /** Bytes of the file that were read. */
  readonly bytesRead: () => number
  readonly bytes: number
}

/** Opens a file of records, CSV or JSON by the end of its name. Refusals are thrown while it is read: IMPORT_*. */
export async function openRecords(file: string, sheet: Sheet, keyed: string): Promise<OpenFile> {
  const { size } = await fs.promises.stat(file)
  const delimiter = await delimiterOf(file)
  const stream = fs.createReadStream(file)
  const records = file.endsWith('.csv')
    ? readCsv({ stream, delimiter }, sheet, keyed)
    : readJson(stream)
  return { records, bytesRead: () => stream.bytesRead, bytes: size }
}
