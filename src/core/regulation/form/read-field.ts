import type { CodedError, Json } from '#core/kernel'
import type { FieldData } from '../model.ts'
import { formErrors } from './errors.ts'

/** What was typed, as the field's value; null when nothing was. */
export type Read = { readonly value: Json } | { readonly error: CodedError }

/** Controls, unpaired surrogates, private use, and marks that turn or hide text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u
const CADASTRAL = /^\d{2}:\d{3}:\d{3}:\d{1,5}(?::\d{1,6}(?:\/[A-ZА-Я]\d{0,4})?){0,3}$/
const UPLOAD = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
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

function readText(field: FieldData, text: string): Read {
  switch (field.kind) {
    case 'choice':
      return picked(
        text,
        field.options.map((option) => option.value),
        formErrors.CHOICE({}, field.id),
      )
    case 'region':
      return picked(text, field.codes ?? [], formErrors.REGION({}, field.id))
    case 'text':
      return patterned(field, text)
    case 'cadastral-number':
      return cadastral(field.id, text)
    case 'file':
      return UPLOAD.test(text) ? { value: text } : { error: formErrors.FILE({}, field.id) }
    case 'number-of-party':
      return { value: null }
    default:
      return field satisfies never
  }
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
  const value = text
    .toUpperCase()
    .replace(/\s/gu, '')
    .replace(/[-‐‑–—]/gu, ':')
  return CADASTRAL.test(value) ? { value } : { error: formErrors.CADASTRAL_NUMBER({}, id) }
}
