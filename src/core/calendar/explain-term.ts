import { addDays, addSeconds, dayOf, type Instant, type PlainDate, type Text } from '#core/kernel'
import { type Counting, dueAt, secondsIn } from './due-at.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import { officeSecondsBetween } from './office-time.ts'
import type { Term, TermUnit } from './term.ts'
import { daysBetween, workingDaysBetween } from './working-days.ts'

export interface TermExplanation {
  readonly due: Instant
  readonly unit: TermUnit
  /** The term itself, in `unit`. */
  readonly total: number
  /** Whole units that have passed by `now`. */
  readonly spent: number
  /** Units still to come until `due`, rounded up; 0 on the last day, negative when it is overdue. */
  readonly left: number
  /** The days that the count passed over, each with its reason. */
  readonly skipped: readonly { readonly date: PlainDate; readonly reason: Text }[]
}

type Counted = Extract<Term, { kind: 'counted' }>

/** The last legal day of a term: one that ends at 24:00 belongs to the day before. */
const lastDay = (due: Instant, counting: Counting): PlainDate =>
  dayOf(counting === 'office' ? due : addSeconds(due, -1))

function passed(term: Counted, calendar: OfficeCalendar, counting: Counting) {
  return (from: Instant, to: Instant): number => {
    const seconds = secondsIn(term.unit)
    if (seconds === undefined)
      return term.unit === 'workingDay'
        ? workingDaysBetween(calendar, dayOf(from), dayOf(to))
        : daysBetween(dayOf(from), dayOf(to))
    if (counting === 'office' && to >= from)
      return officeSecondsBetween(calendar, from, to) / seconds
    if (counting === 'office') return 0 - officeSecondsBetween(calendar, to, from) / seconds
    return (Date.parse(to) - Date.parse(from)) / 1000 / seconds
  }
}

function skippedDays(
  term: Counted,
  since: Instant,
  last: PlainDate,
  calendar: OfficeCalendar,
): TermExplanation['skipped'] {
  const start = dayOf(since)
  const first = term.unit === 'calendarDay' ? addDays(start, term.max) : addDays(start, 1)
  const skipped: { date: PlainDate; reason: Text }[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const reason = calendar.reasonOff(date)
    if (reason !== undefined) skipped.push({ date, reason })
  }
  return skipped
}

/**
 * How a term is counted, for people: when it ends, how much of it is spent and left at `now`, and which days did not count.
 * Undefined when the act sets no term or does not count it. Counts as `dueAt` does.
 */
export function explainTerm(
  term: Term,
  { since, now }: { readonly since: Instant; readonly now: Instant },
  calendar: OfficeCalendar,
  counting: Counting,
): TermExplanation | undefined {
  const due = dueAt(term, since, calendar, counting)
  if (due === undefined || term.kind !== 'counted') return undefined
  const between = passed(term, calendar, counting)
  const byTime = secondsIn(term.unit) !== undefined
  const end = byTime || counting === 'office' ? due : addSeconds(due, -1)
  const counts = !byTime || counting === 'office'
  return {
    due,
    unit: term.unit,
    total: term.max,
    spent: Math.floor(between(since, now)),
    left: Math.ceil(between(now, end)) + 0,
    skipped: counts
      ? skippedDays(term, since, byTime ? dayOf(due) : lastDay(due, counting), calendar)
      : [],
  }
}
