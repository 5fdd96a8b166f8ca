import { addDays, dayOf, type Instant, type Lang, type PlainDate, wallClock } from '#core/kernel'
import { dateWords, timeUntil } from './dates.ts'
import { money, number, type Tiyn } from './numbers.ts'
import { phrase, type PhraseName, type Span, spanOfSeconds } from './spans.ts'

/**
 * How dates, terms and sums are written in one language. Days are legal days (Asia/Almaty), times are the clock on the
 * country's wall. Spans and sums keep their parts together by no-break spaces.
 */
export interface Formats extends Readonly<Record<PhraseName, (span: Span) => string>> {
  /** 2 April 2026 · 2 апреля 2026 г. · 2026 жылғы 2 сәуір */
  date(day: PlainDate | Instant): string
  /** 2 April · 2 апреля · 2 сәуір */
  dayMonth(day: PlainDate | Instant): string
  /** 02.04.2026, in every language, for tables. */
  dateShort(day: PlainDate | Instant): string
  /** Thursday · четверг · бейсенбі */
  weekday(day: PlainDate | Instant): string
  /** by 2 April 2026 · до 2 апреля 2026 г. · 2026 жылғы 2 сәуірге дейін */
  untilDate(day: PlainDate | Instant): string
  /** from 2 April 2026 · с 2 апреля 2026 г. · 2026 жылғы 2 сәуірден бастап */
  sinceDate(day: PlainDate | Instant): string
  /** 14:30 */
  time(at: Instant): string
  /** A deadline with its day, or without where that is today; at midnight it ends the day before: 2 April 2026, by 24:00. */
  until(at: Instant, now?: Instant): string
  /** 2 April 2026, 14:30 */
  dateTime(at: Instant): string
  number(value: number | bigint): string
  money(tiyn: Tiyn): string
  /** A measured duration: 4 seconds · 4 секунды · 4 секунд. */
  duration(seconds: number): string
  /** in 3 hours, 2 days ago, just now. */
  relative(at: Instant, now: Instant): string
}

const NOW: Readonly<Record<Lang, string>> = { kk: 'жаңа ғана', ru: 'только что', en: 'just now' }

const isInstant = (day: PlainDate | Instant): day is Instant => day.includes('T')
const dayIn = (day: PlainDate | Instant): PlainDate => (isInstant(day) ? dayOf(day) : day)
const timeOf = (at: Instant): string => wallClock(at).time.slice(0, 5)

function relative(at: Instant, now: Instant, lang: Lang): string {
  const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000
  if (Math.abs(seconds) < 5) return NOW[lang]
  return phrase(seconds > 0 ? 'later' : 'ago', spanOfSeconds(Math.abs(seconds)), lang)
}

export function createFormats(lang: Lang): Formats {
  const words = dateWords(lang)
  const span = (name: PhraseName) => (value: Span) => phrase(name, value, lang)
  return {
    span: span('span'),
    upTo: span('upTo'),
    within: span('within'),
    later: span('later'),
    ago: span('ago'),
    left: span('left'),
    late: span('late'),
    date: (day) => words.date(dayIn(day)),
    dayMonth: (day) => words.dayMonth(dayIn(day)),
    dateShort: (day) => dayIn(day).split('-').toReversed().join('.'),
    weekday: (day) => words.weekday(dayIn(day)),
    untilDate: (day) => words.until(dayIn(day)),
    sinceDate: (day) => words.since(dayIn(day)),
    time: timeOf,
    until: (at, now) => {
      const atMidnight = timeOf(at) === '00:00'
      const day = atMidnight ? addDays(dayOf(at), -1) : dayOf(at)
      const time = timeUntil(atMidnight ? '24:00' : timeOf(at), lang)
      return now !== undefined && dayOf(now) === day ? time : `${words.date(day)}, ${time}`
    },
    dateTime: (at) => `${words.date(dayOf(at))}, ${timeOf(at)}`,
    number: (value) => number(value, lang),
    money: (tiyn) => money(tiyn, lang),
    duration: (seconds) => phrase('span', spanOfSeconds(seconds), lang),
    relative: (at, now) => relative(at, now, lang),
  }
}

const FORMATS: Readonly<Record<Lang, Formats>> = {
  kk: createFormats('kk'),
  ru: createFormats('ru'),
  en: createFormats('en'),
}

/** The formats of a language; they hold no state. */
export const formatsOf = (lang: Lang): Formats => FORMATS[lang]
