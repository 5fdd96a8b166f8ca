import type { Lang, PlainDate } from '#core/kernel'
import { numberWithCase, withCase } from './kazakh-case.ts'

/** The names are ours, not ICU's: a Node.js built with little ICU has no Kazakh, and a document must not change with it. */
const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  kk: 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' '),
  ru: 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}

type Write = (day: PlainDate) => string
export interface DateWords {
  readonly date: Write
  readonly dayMonth: Write
  readonly weekday: Write
  readonly until: Write
  readonly since: Write
}

interface Parts {
  readonly year: number
  readonly month: string
  readonly day: number
}

function partsOf(date: PlainDate, lang: Lang): Parts {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month: MONTHS[lang][month - 1] ?? '', day }
}

const weekday =
  (lang: Lang): Write =>
  (date) =>
    WEEKDAYS[lang][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''

const dayMonth =
  (lang: Lang): Write =>
  (date) => {
    const { month, day } = partsOf(date, lang)
    return `${day}\u00a0${month}`
  }

const kazakhDate = (date: PlainDate, wanted: 'dative' | 'ablative'): string => {
  const { year, month, day } = partsOf(date, 'kk')
  return `${year} жылғы ${day}\u00a0${withCase(month, wanted)}`
}
function kazakh(): DateWords {
  return {
    date: (date) => `${partsOf(date, 'kk').year} жылғы ${dayMonth('kk')(date)}`,
    dayMonth: dayMonth('kk'),
    weekday: weekday('kk'),
    until: (date) => `${kazakhDate(date, 'dative')} дейін`,
    since: (date) => `${kazakhDate(date, 'ablative')} бастап`,
  }
}

function russian(): DateWords {
  const date: Write = (day) => `${dayMonth('ru')(day)} ${partsOf(day, 'ru').year}\u00a0г.`
  return {
    date,
    dayMonth: dayMonth('ru'),
    weekday: weekday('ru'),
    until: (day) => `до ${date(day)}`,
    since: (day) => `${day.endsWith('-02') ? 'со' : 'с'} ${date(day)}`,
  }
}

function english(): DateWords {
  const date: Write = (day) => `${dayMonth('en')(day)} ${partsOf(day, 'en').year}`
  return {
    date,
    dayMonth: dayMonth('en'),
    weekday: weekday('en'),
    until: (day) => `by ${date(day)}`,
    since: (day) => `from ${date(day)}`,
  }
}

const WORDS: Readonly<Record<Lang, DateWords>> = {
  kk: kazakh(),
  ru: russian(),
  en: english(),
}

export const dateWords = (lang: Lang): DateWords => WORDS[lang]

/** by 14:30 · до 14:30 · 14:30-ға дейін: the suffix follows the last number that is spoken. */
export function timeUntil(time: string, lang: Lang): string {
  if (lang === 'ru') return `до ${time}`
  if (lang === 'en') return `by ${time}`
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return `${numberWithCase(minutes === 0 ? hours : minutes, 'dative', time)} дейін`
}
