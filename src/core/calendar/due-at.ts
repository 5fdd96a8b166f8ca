import { addDays, addSeconds, dayOf, type Instant, instantAt, type PlainDate } from '#core/kernel'
import type { OfficeCalendar } from './office-calendar.ts'
import { addOfficeSeconds, closingOf } from './office-time.ts'
import type { Term, TermUnit } from './term.ts'
import { addWorkingDays, workingDayFrom } from './working-days.ts'

/** Whose time runs: `clock` for systems and for the applicant, `office` for what officials do. */
export type Counting = 'clock' | 'office'

/** Seconds in a unit that is counted by time; undefined for one that is counted by days. */
export const secondsIn = (unit: TermUnit): number | undefined =>
  ({ second: 1, minute: 60, hour: 3600, calendarDay: undefined, workingDay: undefined })[unit]

/**
 * A day's term ends when the office closes, where an office must act; else at 24:00 of the day, which is 00:00 of the next
 * (Civil Code, article 176).
 */
const endOf = (calendar: OfficeCalendar, day: PlainDate, counting: Counting): Instant =>
  counting === 'office' ? closingOf(calendar, day) : instantAt(addDays(day, 1))

/**
 * The instant by which a term that an event at `since` started must be met; what binds is its maximum. Undefined when the act
 * sets none or does not count it.
 *
 * Readings, after the Law "On administrative procedures", article 12-1, and the Civil Code, articles 173 to 176:
 * - seconds, minutes and hours start at the event; those of officials run in office hours only;
 * - days start on the day after the event, whatever its hour;
 * - working days are those of the office's calendar;
 * - a term of calendar days whose last day is not a working day ends on the next working day.
 */
export function dueAt(
  term: Term,
  since: Instant,
  calendar: OfficeCalendar,
  counting: Counting,
): Instant | undefined {
  if (term.kind !== 'counted') return undefined
  const seconds = secondsIn(term.unit)
  if (seconds !== undefined)
    return counting === 'office'
      ? addOfficeSeconds(calendar, since, term.max * seconds)
      : addSeconds(since, term.max * seconds)
  const day = dayOf(since)
  const last =
    term.unit === 'workingDay'
      ? addWorkingDays(calendar, day, term.max)
      : workingDayFrom(calendar, addDays(day, term.max))
  return endOf(calendar, last, counting)
}
