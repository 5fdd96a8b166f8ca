/** A PDF object as it is written in the file (ISO 32000-2, 7.3), parsed by {@link PdfLexer}. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict

export interface PdfName {
  readonly kind: 'name'
  readonly name: string
}
/** `start` and `end` are the offsets of the whole literal in the file, delimiters included. */
export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Buffer
  readonly hex: boolean
  readonly start: number
  readonly end: number
}
export interface PdfRef {
  readonly kind: 'ref'
  readonly number: number
}
export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}
export interface PdfDict {
  readonly kind: 'dict'
  readonly entries: ReadonlyMap<string, PdfValue>
}

type Kind = 'name' | 'string' | 'ref' | 'array' | 'dict'
type OfKind<K extends Kind> = Extract<PdfValue, { kind: K }>

/** Why a file is refused; the names of {@link pdfErrors}. */
export type PdfReason = 'MALFORMED' | 'ENCRYPTED' | 'UNSUPPORTED' | 'NOT_SIGNED' | 'CHANGED'

/** A file that is not what it must be; never leaves the PDF files of this module. */
export class PdfSyntaxError extends Error {
  readonly reason: PdfReason

  constructor(message: string, reason: PdfReason = 'MALFORMED') {
    super(message)
    this.reason = reason
  }
}

export function isKind<K extends Kind>(value: PdfValue | undefined, kind: K): value is OfKind<K> {
  return typeof value === 'object' && value !== null && value.kind === kind
}

/** @throws PdfSyntaxError when the value is of another kind. */
export function expectKind<K extends Kind>(value: PdfValue | undefined, kind: K): OfKind<K> {
  if (!isKind(value, kind)) throw new PdfSyntaxError(`expected ${kind}`)
  return value
}

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  isKind(value, 'name') ? value.name : undefined

/** The text of a string object: UTF-16 with its mark, else Latin-1. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isKind(value, 'string')) return undefined
  const { bytes } = value
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  const even = Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
  return even.swap16().toString('utf16le')
}

/** One text for equal values, whatever their place, spacing and order of keys. */
export function normalForm(value: PdfValue): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (value.kind === 'name') return `/${JSON.stringify(value.name)}`
  if (value.kind === 'string') return `<${value.bytes.toString('hex')}>`
  if (value.kind === 'ref') return `${value.number}R`
  if (value.kind === 'array') return `[${value.items.map(normalForm).join(' ')}]`
  const entries = [...value.entries].map(
    ([key, entry]) => `${JSON.stringify(key)} ${normalForm(entry)}`,
  )
  return `{${entries.toSorted().join(' ')}}`
}

/** The dictionary without some of its keys. */
export const without = (dict: PdfDict, ...keys: string[]): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries].filter(([key]) => !keys.includes(key))),
})
