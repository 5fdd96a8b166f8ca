/** A point in time, UTC, as `2026-11-22T10:15:00.000Z`. */
export type Instant = string & { readonly instant: unique symbol }
/** A legal day in the country's zone, as `2026-11-22`. */
export type PlainDate = string & { readonly plainDate: unique symbol }

/** The country's zone: UTC+6 until 29 February 2024, UTC+5 since (Government Resolution No 16 of 19 January 2024). */
export const ZONE = 'Asia/Almaty'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const local = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export const instant = (date: Date): Instant => date.toISOString() as Instant

/** The date that `text` names, or undefined when there is no such day. */
export function parseDate(text: string): PlainDate | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
    ? (text as PlainDate)
    : undefined
}

/** A date literal in code or data. @throws RangeError when there is no such day. */
export function plainDate(text: string): PlainDate {
  const date = parseDate(text)
  if (date === undefined) throw new RangeError(`no such day: ${text}`)
  return date
}

/** Date and time of the clock on the wall in the country's zone: `{date: '2026-11-22', time: '15:15:00'}`. */
export function wallClock(at: Instant): { readonly date: PlainDate; readonly time: string } {
  const part: Record<string, string> = {}
  for (const { type, value } of local.formatToParts(new Date(at))) part[type] = value
  return {
    date: `${part['year']}-${part['month']}-${part['day']}` as PlainDate,
    time: `${part['hour']}:${part['minute']}:${part['second']}`,
  }
}

/** The legal day on which an instant falls. */
export const dayOf = (at: Instant): PlainDate => wallClock(at).date

export function addDays(date: PlainDate, days: number): PlainDate {
  const day = new Date(0)
  day.setUTCFullYear(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8)) + days,
  )
  return day.toISOString().slice(0, 10) as PlainDate
}

/** The instant at which the wall clock of the country's zone shows `time` on `date`. */
export function instantAt(date: PlainDate, time = '00:00:00'): Instant {
  const guess = new Date(`${date}T${time}Z`)
  const shown = wallClock(instant(guess))
  const offset = new Date(`${shown.date}T${shown.time}Z`).getTime() - guess.getTime()
  return instant(new Date(guess.getTime() - offset))
}

export const addSeconds = (at: Instant, seconds: number): Instant =>
  instant(new Date(new Date(at).getTime() + seconds * 1000))
