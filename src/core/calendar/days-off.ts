import { addDays, type PlainDate, type Text } from '#core/kernel'
import type { CalendarData } from './calendar-data.ts'
import type { Week } from './office-calendar.ts'

const SATURDAY: Text = { kk: 'сенбі', ru: 'суббота', en: 'Saturday' }
const SUNDAY: Text = { kk: 'жексенбі', ru: 'воскресенье', en: 'Sunday' }
const MOVED: Text = {
  kk: 'Үкімет ауыстырған демалыс күні',
  ru: 'выходной, перенесённый Правительством',
  en: 'day off moved by the Government',
}

/** The days of one year that differ from the rhythm of the week. */
export interface YearDays {
  readonly off: ReadonlyMap<string, Text>
  /** Weekend days on which one works. */
  readonly worked: ReadonlySet<string>
}

/** The weekend day that `day` is in this week; undefined from Monday on. */
export function weekendOf(day: PlainDate, week: Week): Text | undefined {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0) return SUNDAY
  return weekday === 6 && week === 5 ? SATURDAY : undefined
}

const substitute = (name: Text): Text => ({
  kk: `«${name.kk}» мерекесі үшін демалыс күні`,
  ru: `выходной за праздник «${name.ru}»`,
  en: `day off in place of ${name.en}`,
})

function holidaysOf(data: CalendarData, year: number): [PlainDate, Text][] {
  return data.holidays
    .filter(({ from, to }) => (from ?? year) <= year && year <= (to ?? year))
    .map(({ day, name }): [PlainDate, Text] => [`${year}-${day}` as PlainDate, name])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function reliefOf(data: CalendarData, year: number): [string, Text][] {
  return data.relief.flatMap(({ day, dates, name }) =>
    (day === undefined ? (dates ?? []) : [`${year}-${day}`])
      .filter((date) => date.startsWith(`${year}-`))
      .map((date): [string, Text] => [date, name]),
  )
}

/**
 * Days off and worked weekends of a year. In order of date each holiday on a day off of the week takes the next day that is
 * neither weekend nor off already (Law "On holidays", article 5); relief days take nothing; moved days bind the
 * five-day week alone.
 */
export function yearDays(data: CalendarData, year: number, week: Week): YearDays {
  const moved = week === 5 ? data.moved : []
  const holidays = holidaysOf(data, year)
  const off = new Map<string, Text>([
    ...moved.map((one): [string, Text] => [one.off, MOVED]),
    ...reliefOf(data, year),
    ...holidays,
  ])
  for (const [day, name] of holidays) {
    if (weekendOf(day, week) === undefined) continue
    let next = addDays(day, 1)
    while (weekendOf(next, week) !== undefined || off.has(next)) next = addDays(next, 1)
    off.set(next, substitute(name))
  }
  return { off, worked: new Set(moved.map((one) => one.worked)) }
}
