import { type CodedError, type Json, parseBin, parseDate, parseIin } from '#core/kernel'
import type { FieldData } from '../model.ts'
import { formErrors } from './errors.ts'

/** What was typed, as the field's value; null when nothing was. */
export type Read = { readonly value: Json } | { readonly error: CodedError }

/** Controls, unpaired surrogates, private use, and marks that turn or hide text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u
const CADASTRAL = /^\d{2}:\d{3}:\d{3}:\d{1,5}(?::\d{1,6}(?:\/[A-ZА-Я]\d{0,4})?){0,3}$/
const UPLOAD = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** A time of an office's calendar, by the clock of the country. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/
const LONGEST: Readonly<Partial<Record<FieldData['kind'], number>>> = { 'cadastral-number': 60 }

/** Composed form (NFC), spaces single, none at the ends. */
const clean = (typed: string) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Reads one field. Total: any text gives a value, null, or a coded error at the field. */
export function readField(field: FieldData, typed: unknown): Read {
  const raw = typeof typed === 'string' ? typed : ''
  const limit = field.kind === 'text' ? field.maxLength : (LONGEST[field.kind] ?? 200)
  // Far beyond the limit nothing is looked at: to normalise a book is work done for an attacker.
  if (raw.length > limit * 10) return { error: formErrors.TOO_LONG({ limit }, field.id) }
  const text = clean(raw)
  if (text === '') return { value: null }
  if (FORBIDDEN.test(text)) return { error: formErrors.CHARACTERS({}, field.id) }
  if (Array.from(text).length > limit) return { error: formErrors.TOO_LONG({ limit }, field.id) }
  return readText(field, text)
}

type Reader<K extends FieldData['kind']> = (
  text: string,
  field: Extract<FieldData, { kind: K }>,
) => Read

const READERS: { readonly [K in FieldData['kind']]: Reader<K> } = {
  choice: (text, { id, options }) =>
    picked(
      text,
      options.map(({ value }) => value),
      formErrors.CHOICE({}, id),
    ),
  region: (text, { id, codes }) => picked(text, codes ?? [], formErrors.REGION({}, id)),
  unit: (text, { id, codes }) => picked(text, codes ?? [], formErrors.UNIT({}, id)),
  text: (text, field) => patterned(field, text),
  'cadastral-number': (text, { id }) => cadastral(id, text),
  iin: (text, { id }) => numbered(text, parseIin, formErrors.IIN({}, id)),
  bin: (text, { id }) => numbered(text, parseBin, formErrors.BIN({}, id)),
  date: (text, { id }) => dated(text, id),
  number: (text, field) => counted(field, text),
  decimal: (text, field) => measured(field, text),
  appointment: (text, { id }) =>
    MOMENT.test(text) && parseDate(text.slice(0, 10)) !== undefined
      ? { value: text }
      : { error: formErrors.APPOINTMENT({}, id) },
  file: (text, { id }) =>
    UPLOAD.test(text) ? { value: text } : { error: formErrors.FILE({}, id) },
  /** The account's, never what was typed. */
  'number-of-party': () => ({ value: null }),
}

function readText<K extends FieldData['kind']>(
  field: Extract<FieldData, { kind: K }>,
  text: string,
): Read {
  const read: Reader<K> = READERS[field.kind]
  return read(text, field)
}

const numbered = (
  text: string,
  parse: (digits: string) => string | undefined,
  error: CodedError,
): Read => {
  const value = parse(text.replace(/\s/gu, ''))
  return value === undefined ? { error } : { value }
}

/** A day as a browser gives it, 2012-05-15, or as people write it, 15.05.2012. */
function dated(text: string, id: string): Read {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const value = parseDate(iso)
  if (value !== undefined) return { value }
  // Written as a day is, but the month has no such one.
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  return { error: isWritten ? formErrors.NO_SUCH_DAY({ day: text }, id) : formErrors.DATE({}, id) }
}

function counted(field: Extract<FieldData, { kind: 'number' }>, text: string): Read {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = field
  if (value === undefined) return { error: formErrors.NUMBER({}, field.id) }
  return value < min || value > max
    ? { error: formErrors.NUMBER_RANGE({ min, max }, field.id) }
    : { value }
}

/** `54,3`, `54.3` or `1 054,30`: as people write it; without what adds nothing. */
function measured(field: Extract<FieldData, { kind: 'decimal' }>, text: string): Read {
  const { id, places } = field
  const written = text.replace(/\s/gu, '')
  const [, whole = '', part = ''] = /^(\d{1,8})(?:[.,](\d+))?$/.exec(written) ?? []
  const digits = part.replace(/0+$/, '')
  if (whole === '' || digits.length > places) return { error: formErrors.DECIMAL({ places }, id) }
  const value = String(Number(whole))
  return { value: digits === '' ? value : `${value}.${digits}` }
}

const picked = (text: string, known: readonly string[], error: CodedError): Read =>
  known.includes(text) ? { value: text } : { error }

function patterned(field: Extract<FieldData, { kind: 'text' }>, text: string): Read {
  if (field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(text))
    return { value: text }
  const error = formErrors.PATTERN({}, field.id)
  return { error: field.patternText === undefined ? error : { ...error, text: field.patternText } }
}

function cadastral(id: string, text: string): Read {
  const signs = text.toUpperCase().replace(/[-‐‑–—]/gu, ':')
  // Groups may be told apart by blanks alone; beside colons a blank is a slip.
  const value = signs.replace(/\s+/gu, signs.includes(':') ? '' : ':')
  return CADASTRAL.test(value) ? { value } : { error: formErrors.CADASTRAL_NUMBER({}, id) }
}
