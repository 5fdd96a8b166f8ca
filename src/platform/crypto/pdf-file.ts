import { inflateSync } from 'node:zlib'
import { ok, refuse, type Result } from '#core/kernel'
import { pdfErrors } from './pdf-errors.ts'
import { type Budget, PdfLexer } from './pdf-lexer.ts'
import {
  expectKind,
  isKind,
  nameOf,
  type PdfDict,
  PdfSyntaxError,
  type PdfValue,
} from './pdf-value.ts'

const MAX_WORK = 2_000_000
const MAX_REVISIONS = 32
const MAX_OBJECTS = 100_000
const MAX_STREAM = 16 << 20
const FREE = -1

/** A PDF with classic cross-reference tables, as all our own documents are. */
export interface PdfFile {
  readonly bytes: Buffer
  /** Offset of the newest cross-reference table. */
  readonly start: number
  /** Where the last `%%EOF` ends. */
  readonly end: number
  /** Object number to its newest offset; -1 for an object that was deleted. */
  readonly offsets: ReadonlyMap<number, number>
  readonly trailer: PdfDict
  readonly budget: Budget
}

/**
 * Finds every object of a file by its cross-reference tables.
 * @throws PdfSyntaxError on anything else: junk, truncated, encrypted, cross-reference streams, hybrid files.
 */
export function readPdf(bytes: Buffer): PdfFile {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new PdfSyntaxError('no header')
  const budget = { left: MAX_WORK }
  const { start, end } = lastTable(bytes)
  const offsets = new Map<number, number>()
  let trailer: PdfDict | undefined
  let next: number | undefined = start
  for (let revision = 0; next !== undefined; revision += 1) {
    if (revision >= MAX_REVISIONS) throw new PdfSyntaxError('too many revisions')
    const section = readTable(new PdfLexer(bytes, next, budget), offsets)
    trailer ??= section
    next = previous(section, next)
  }
  if (trailer === undefined) throw new PdfSyntaxError('no trailer')
  return { bytes, start, end, offsets, trailer, budget }
}

function lastTable(bytes: Buffer): { start: number; end: number } {
  const from = Math.max(0, bytes.length - 2048)
  const tail = bytes.toString('latin1', from)
  const at = tail.lastIndexOf('startxref')
  const match = at < 0 ? null : /^startxref\s+(\d{1,10})\s+%%EOF\r?\n?/.exec(tail.slice(at))
  if (!match) throw new PdfSyntaxError('no startxref')
  return { start: Number(match[1]), end: from + at + match[0].length }
}

function readTable(lexer: PdfLexer, offsets: Map<number, number>): PdfDict {
  const first = lexer.word()
  if (/^\d+$/.test(first)) throw new PdfSyntaxError('cross-reference stream', 'UNSUPPORTED')
  if (first !== 'xref') throw new PdfSyntaxError('no xref')
  for (;;) {
    const word = lexer.word()
    if (word === 'trailer') break
    if (!/^\d{1,10}$/.test(word)) throw new PdfSyntaxError('bad subsection')
    readSubsection(lexer, Number(word), offsets)
  }
  const trailer = expectKind(lexer.value(), 'dict')
  if (trailer.entries.has('Encrypt')) throw new PdfSyntaxError('encrypted', 'ENCRYPTED')
  if (trailer.entries.has('XRefStm')) throw new PdfSyntaxError('hybrid file', 'UNSUPPORTED')
  return trailer
}

function readSubsection(lexer: PdfLexer, first: number, offsets: Map<number, number>): void {
  const count = lexer.integer()
  if (count > MAX_OBJECTS || first > MAX_OBJECTS) throw new PdfSyntaxError('too many objects')
  for (let number = first; number < first + count; number += 1) {
    const offset = lexer.integer()
    lexer.integer()
    const state = lexer.word()
    if (state !== 'n' && state !== 'f') throw new PdfSyntaxError('bad entry')
    if (!offsets.has(number)) offsets.set(number, state === 'n' ? offset : FREE)
  }
}

function previous(trailer: PdfDict, current: number): number | undefined {
  const value = trailer.entries.get('Prev')
  if (value === undefined) return undefined
  // Increments only ever point back, which also rules out a loop.
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= current)
    throw new PdfSyntaxError('bad Prev')
  return value
}

/** The value of an object, and the lexer standing behind it. @throws PdfSyntaxError */
function locate(file: PdfFile, number: number): { value: PdfValue; lexer: PdfLexer } {
  const offset = file.offsets.get(number)
  if (offset === undefined || offset === FREE || offset >= file.bytes.length)
    throw new PdfSyntaxError('no such object')
  const lexer = new PdfLexer(file.bytes, offset, file.budget)
  if (lexer.integer() !== number || lexer.integer() !== 0)
    throw new PdfSyntaxError('object is not where the table says')
  lexer.expect('obj')
  return { value: lexer.value(), lexer }
}

/** The value of an indirect object. @throws PdfSyntaxError */
export const objectOf = (file: PdfFile, number: number): PdfValue => locate(file, number).value

/** Follows a reference (once: a reference to a reference is refused). @throws PdfSyntaxError */
export function resolve(file: PdfFile, value: PdfValue | undefined): PdfValue | undefined {
  return isKind(value, 'ref') ? objectOf(file, value.number) : value
}

/** @throws PdfSyntaxError */
export function rootOf(file: PdfFile): { number: number; dict: PdfDict } {
  const { number } = expectKind(file.trailer.entries.get('Root'), 'ref')
  return { number, dict: expectKind(objectOf(file, number), 'dict') }
}

/** A stream as it is written, with its data decoded (no filter or FlateDecode). @throws PdfSyntaxError */
export function streamOf(file: PdfFile, number: number): { dict: PdfDict; data: Buffer } {
  const { value, lexer } = locate(file, number)
  const dict = expectKind(value, 'dict')
  lexer.expect('stream')
  const skip = file.bytes[lexer.position] === 13 ? 2 : 1
  const from = lexer.position + skip
  const length = resolve(file, dict.entries.get('Length'))
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0)
    throw new PdfSyntaxError('bad stream length')
  if (from + length > file.bytes.length) throw new PdfSyntaxError('truncated stream')
  return { dict, data: decode(dict, file.bytes.subarray(from, from + length)) }
}

function decode(dict: PdfDict, data: Buffer): Buffer {
  const filter = dict.entries.get('Filter')
  if (filter === undefined) return Buffer.from(data)
  const only = isKind(filter, 'array') && filter.items.length === 1 ? filter.items[0] : filter
  if (nameOf(only) !== 'FlateDecode' || dict.entries.has('DecodeParms'))
    throw new PdfSyntaxError('filter', 'UNSUPPORTED')
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM })
  } catch {
    throw new PdfSyntaxError('bad compressed stream')
  }
}

/** Runs a reader over a file of unknown origin: its syntax errors become refusals, the size is bounded. */
export function guarded<T>(bytes: Buffer, limit: number, read: () => T): Result<T> {
  if (bytes.length > limit) return refuse(pdfErrors.TOO_LARGE({ limit: Math.floor(limit / 1e6) }))
  try {
    return ok(read())
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    return refuse(pdfErrors[error.reason]())
  }
}
