import { addDays, addSeconds, dayOf, type Instant, instantAt, type PlainDate } from '#core/kernel'
import type { OfficeCalendar } from './office-calendar.ts'
import { isWorkingDay } from './working-days.ts'

interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

const secondsBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 1000

function stretchesOf(calendar: OfficeCalendar, day: PlainDate): readonly Stretch[] {
  if (!isWorkingDay(calendar, day)) return []
  return calendar.officeHours.map(({ from, to }) => ({
    from: instantAt(day, from),
    to: instantAt(day, to),
  }))
}

/** When the office closes on this day. */
export function closingOf(calendar: OfficeCalendar, day: PlainDate): Instant {
  const last = calendar.officeHours[calendar.officeHours.length - 1] ?? calendar.officeHours[0]
  return instantAt(day, last.to)
}

/** The instant by which `seconds` of office hours have passed since `since`. */
export function addOfficeSeconds(
  calendar: OfficeCalendar,
  since: Instant,
  seconds: number,
): Instant {
  let left = seconds
  for (let day = dayOf(since); ; day = addDays(day, 1)) {
    for (const stretch of stretchesOf(calendar, day)) {
      const from = since > stretch.from ? since : stretch.from
      const room = secondsBetween(from, stretch.to)
      if (room <= 0) continue
      if (left <= room) return addSeconds(from, left)
      left -= room
    }
  }
}

/** Seconds of office hours between two instants; 0 when `to` is not later. */
export function officeSecondsBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number {
  let seconds = 0
  const last = dayOf(to)
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
    for (const stretch of stretchesOf(calendar, day)) {
      const begin = from > stretch.from ? from : stretch.from
      const end = to < stretch.to ? to : stretch.to
      seconds += Math.max(0, secondsBetween(begin, end))
    }
  }
  return seconds
}
