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
  const [name, amount] = Object.entries(term)[0] ?? ['', 0]
  const unit = UNITS[name]
  if (unit === undefined || amount === undefined) return '—'
  if (typeof amount === 'number') return view.f.span({ amount, unit })
  return view.f.upTo({ amount: amount.max, unit })
}
