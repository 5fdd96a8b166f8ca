import { addDays, type Instant, instantAt, type PlainDate, plainDate } from '#core/kernel'
import type { Random } from './random.ts'

/** A day in the year in which somebody of about this age was born. */
export function birthDay(random: Random, today: PlainDate, age: number): PlainDate {
  const year = Number(today.slice(0, 4)) - age - 1
  const two = (n: number) => String(n).padStart(2, '0')
  return plainDate(`${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`)
}

/** A day from `from` up to the day before `to`; `from` itself when there is none between. */
export function dayBetween(random: Random, from: PlainDate, to: PlainDate): PlainDate {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return addDays(from, days > 1 ? random.int(0, days - 1) : 0)
}

export const yearsAfter = (date: PlainDate, years: number): PlainDate =>
  addDays(date, Math.round(years * 365.25))

const isWeekend = (day: PlainDate): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** A moment of that day, or of the Monday after it, in the hours in which registering bodies are open. */
export function officeHour(random: Random, day: PlainDate): Instant {
  const two = (n: number) => String(n).padStart(2, '0')
  const open = [day, addDays(day, 1), addDays(day, 2)].find((one) => !isWeekend(one)) ?? day
  return instantAt(open, `${two(random.int(9, 17))}:${two(random.int(0, 59))}:00`)
}
