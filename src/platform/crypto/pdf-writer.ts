import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { expectKind, isKind, PdfSyntaxError, type PdfDict, type PdfValue } from './pdf-value.ts'

const name = (text: string) =>
  `/${Array.from(Buffer.from(text, 'latin1'), (byte) =>
    byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).padStart(2, '0')}`,
  ).join('')}`

const decimal = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(8).replace(/0+$/, '')

/** A value as PDF text. */
export function writeValue(value: PdfValue): string {
  if (typeof value === 'number') return decimal(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (value.kind === 'name') return name(value.name)
  if (value.kind === 'string') return `<${value.bytes.toString('hex')}>`
  if (value.kind === 'ref') return `${value.number} 0 R`
  if (value.kind === 'array') return `[${value.items.map(writeValue).join(' ')}]`
  const entries = [...value.entries].map(([key, entry]) => `${name(key)} ${writeValue(entry)}`)
  return `<<${entries.join('\n')}>>`
}

/** A text string: Latin where it can be, else UTF-16 (ISO 32000-2, 7.9.2.2). */
export const pdfText = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? `(${text.replace(/[\\()]/g, '\\$&')})`
    : `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** A date string in UTC, from an ISO instant. */
export const pdfDate = (iso: string): string =>
  `(D:${iso.replace(/[-:T]/g, '').slice(0, 14)}+00'00')`

/**
 * Appends one incremental update to a file (ISO 32000-2, 7.5.6): what was there stays byte for byte, so what was signed
 * before stays signed.
 */
export class PdfIncrement {
  private readonly file: PdfFile
  private readonly parts: Buffer[] = []
  private readonly placed = new Map<number, number>()
  private length: number
  private size: number

  constructor(file: PdfFile) {
    const size = file.trailer.entries.get('Size')
    if (typeof size !== 'number' || !Number.isInteger(size)) throw new PdfSyntaxError('no Size')
    this.file = file
    this.size = size
    this.length = file.bytes.length
    if (file.bytes.at(-1) !== 10) this.push('\n')
  }

  private push(part: string | Buffer): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    this.parts.push(bytes)
    this.length += bytes.length
  }

  /** The number of a new object. */
  allocate(): number {
    this.size += 1
    return this.size - 1
  }

  put(number: number, ...body: (string | Buffer)[]): void {
    this.placed.set(number, this.length)
    this.push(`${number} 0 obj\n`)
    for (const part of body) this.push(part)
    this.push('\nendobj\n')
  }

  putStream(number: number, keys: string, data: Buffer): void {
    this.put(number, `<<${keys}/Length ${data.length}>>\nstream\n`, data, '\nendstream')
  }

  /** Writes an existing dictionary again with some keys replaced. */
  putChanged(number: number, dict: PdfDict, changes: Readonly<Record<string, PdfValue>>): void {
    const entries = new Map([...dict.entries, ...Object.entries(changes)])
    this.put(number, writeValue({ kind: 'dict', entries }))
  }

  finish(): Buffer {
    const at = this.length
    const { trailer, start, bytes } = this.file
    const changed = createHash('sha256')
      .update(Buffer.concat(this.parts))
      .digest('hex')
      .slice(0, 32)
    const ids = trailer.entries.get('ID')
    const first = isKind(ids, 'array') && isKind(ids.items[0], 'string') ? ids.items[0].bytes : null
    const keys = new Map<string, PdfValue>([
      ['Size', this.size],
      ['Root', expectKind(trailer.entries.get('Root'), 'ref')],
      ['Prev', start],
    ])
    const info = trailer.entries.get('Info')
    if (info !== undefined) keys.set('Info', info)
    const dict = writeValue({ kind: 'dict', entries: keys }).slice(0, -2)
    const id = `/ID [<${first?.toString('hex') ?? changed}> <${changed}>]`
    this.push(`xref\n${this.table()}trailer\n${dict}\n${id}>>\nstartxref\n${at}\n%%EOF\n`)
    return Buffer.concat([bytes, ...this.parts])
  }

  private table(): string {
    const numbers = [...this.placed.keys()].toSorted((a, b) => a - b)
    const runs: number[][] = []
    for (const number of numbers) {
      const run = runs.at(-1)
      if (run?.at(-1) === number - 1) run.push(number)
      else runs.push([number])
    }
    const row = (number: number) =>
      `${String(this.placed.get(number) ?? 0).padStart(10, '0')} 00000 n \n`
    return runs.map((run) => `${run[0]} ${run.length}\n${run.map(row).join('')}`).join('')
  }
}
