import { addDays, type PlainDate } from '#core/kernel'
import type { OfficeCalendar } from './office-calendar.ts'

export const isWorkingDay = (calendar: OfficeCalendar, day: PlainDate): boolean =>
  calendar.reasonOff(day) === undefined

/** The day itself when one works on it, else the next working day. */
export function workingDayFrom(calendar: OfficeCalendar, day: PlainDate): PlainDate {
  let date = day
  while (!isWorkingDay(calendar, date)) date = addDays(date, 1)
  return date
}

/** The `count`-th working day after `day`; `day` itself never counts (Civil Code, article 173). */
export function addWorkingDays(calendar: OfficeCalendar, day: PlainDate, count: number): PlainDate {
  let date = day
  for (let left = count; left > 0; left--) date = workingDayFrom(calendar, addDays(date, 1))
  return date
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  calendar: OfficeCalendar,
  from: PlainDate,
  to: PlainDate,
): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
    if (isWorkingDay(calendar, date)) count++
  return count
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
