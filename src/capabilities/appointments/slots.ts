import { isWorkingDay, type OfficeCalendar } from '#core/calendar'
import { addDays, type Instant, instantAt, type PlainDate, wallClock } from '#core/kernel'
import type { CalendarRules } from './calendar-file.ts'

/** One hour at which an office receives. */
export interface Slot {
  readonly at: Instant
  /** By the clock on the wall of the office: `2026-12-28T10:30`. */
  readonly local: string
}

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function* timesOf({ hours, minutes }: CalendarRules): Generator<string> {
  for (const { from, to } of hours)
    for (let at = minutesOf(from); at + minutes <= minutesOf(to); at += minutes) yield timeOf(at)
}

/** The days that may be chosen today, the first and the last. */
export const windowOf = ({ lead }: CalendarRules, today: PlainDate) => ({
  first: addDays(today, lead.from),
  last: addDays(today, lead.to),
})

/** Every hour that an office offers from the day `from` on, in order; none outside of what may be chosen `today`. */
export function* slotsFrom(
  rules: CalendarRules,
  calendar: OfficeCalendar,
  { today, from }: { readonly today: PlainDate; readonly from?: PlainDate },
): Generator<Slot> {
  const { first, last } = windowOf(rules, today)
  for (
    let day = from === undefined || from < first ? first : from;
    day <= last;
    day = addDays(day, 1)
  ) {
    if (!isWorkingDay(calendar, day)) continue
    for (const time of timesOf(rules))
      yield { at: instantAt(day, `${time}:00`), local: `${day}T${time}` }
  }
}

/** `2026-12-28T10:30` by the clock on the wall. */
export function localOf(at: Instant): string {
  const { date, time } = wallClock(at)
  return `${date}T${time.slice(0, 5)}`
}
