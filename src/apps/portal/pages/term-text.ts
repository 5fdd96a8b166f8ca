import type { TermData } from '#core/regulation'
import type { SpanUnit } from '#platform/i18n'
import type { View } from '../view.ts'

const UNITS: Readonly<Record<string, SpanUnit>> = {
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  calendarDays: 'calendar-day',
  workingDays: 'working-day',
}

/** A term of the act in words: a dash for none, what binds for a range. */
export function termText(view: View, term: TermData): string {
  if (term === 'none') return '—'
  if (term === 'notCounted') return view.t('passport.not-counted')
  const span = spanOf(term)
  if (span === undefined) return '—'
  return span.exact ? view.f.span(span) : view.f.upTo(span)
}

/** How long it takes at most, in a few words; undefined when the act sets no term. */
export function longestText(view: View, term: TermData): string | undefined {
  const span = spanOf(term)
  return span && view.f.upTo(span)
}

interface TermSpan {
  readonly amount: number
  readonly unit: SpanUnit
  readonly exact: boolean
}

function spanOf(term: TermData): TermSpan | undefined {
  if (typeof term === 'string') return undefined
  const [name, amount] = Object.entries(term)[0] ?? ['', 0]
  const unit = UNITS[name]
  if (unit === undefined || amount === undefined) return undefined
  return typeof amount === 'number'
    ? { amount, unit, exact: true }
    : { amount: amount.max, unit, exact: false }
}
