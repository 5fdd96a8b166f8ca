import { ok, type PlainDate, refuse, type Result } from '#core/kernel'
import { type CalendarData, calendarData } from './calendar-data.ts'
import { weekendOf, yearDays, type YearDays } from './days-off.ts'
import { calendarErrors } from './errors.ts'
import type { OfficeCalendar, Week } from './office-calendar.ts'

function calendarOf(data: CalendarData, week: Week): OfficeCalendar {
  const years = new Map<number, YearDays>()
  const daysOf = (year: number): YearDays => {
    const known = years.get(year) ?? yearDays(data, year, week)
    years.set(year, known)
    return known
  }
  return {
    week,
    known: data.known,
    officeHours: data.officeHours,
    reasonOff(day: PlainDate) {
      const { off, worked } = daysOf(Number(day.slice(0, 4)))
      if (worked.has(day)) return undefined
      return off.get(day) ?? weekendOf(day, week)
    },
  }
}

/**
 * The calendar of offices from the data of classifiers/calendar.yaml. State bodies work a five-day week; the six-day week is
 * that of service centres. Refuses with CALENDAR_MALFORMED, naming the place.
 */
export function parseCalendar(data: unknown, week: Week = 5): Result<OfficeCalendar> {
  const parsed = calendarData.safeParse(data)
  if (parsed.success) return ok(calendarOf(parsed.data, week))
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  return refuse(calendarErrors.MALFORMED({ place, reason: issue?.message ?? '' }))
}
