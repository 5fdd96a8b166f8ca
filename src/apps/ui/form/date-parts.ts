import { parseDate } from '#core/kernel'
import { type DateParts, partsOfDate } from '#platform/views'

const PARTS = ['day', 'month', 'year'] as const

/** The fields that a date is typed into. */
export const datePartNames = (field: string): readonly string[] =>
  PARTS.map((part) => `${field}-${part}`)

/** What was typed into the three fields, as one text that people would write: `15.5.2012`; empty when nothing was. */
export function typedDate(field: string, fields: Readonly<Record<string, string>>): string {
  const typed = datePartNames(field).map((name) => (fields[name] ?? '').trim().slice(0, 10))
  return typed.every((part) => part === '') ? '' : typed.join('.')
}

/** The three fields of a date as it was typed or as it is kept. */
export function partsOfTyped(typed = ''): DateParts {
  const kept = parseDate(typed)
  if (kept !== undefined) return partsOfDate(kept)
  const [day = '', month = '', year = ''] = typed.split('.')
  return { day, month, year }
}

/** Typed fields with each date as one text, whatever the form: for a form that is not at hand. */
export function withDates(fields: Readonly<Record<string, string>>): Record<string, string> {
  const dates = Object.keys(fields).flatMap((name) =>
    name.endsWith('-day') ? [name.slice(0, -'-day'.length)] : [],
  )
  return { ...fields, ...Object.fromEntries(dates.map((date) => [date, typedDate(date, fields)])) }
}
