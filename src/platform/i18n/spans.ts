import type { Lang } from '#core/kernel'
import { withCase } from './kazakh-case.ts'
import { LOCALES } from './message.ts'
import { number } from './numbers.ts'

export type SpanUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'calendar-day'
  | 'working-day'
  | 'month'
  | 'year'
/** A length of time as an act writes it: `{ amount: 22, unit: 'working-day' }`. */
export interface Span {
  readonly amount: number
  readonly unit: SpanUnit
}

/** Russian: after 1 (nominative, accusative, genitive), after 2 to 4, after 5 and as genitive plural. */
type Russian = readonly [one: string, oneAcc: string, oneGen: string, few: string, many: string]
interface Names {
  readonly kk: string
  readonly ru: Russian
  readonly en: readonly [one: string, other: string]
}

const words = (text: string): string[] => text.split('|')
const names = (kk: string, ru: string, en: string): Names => {
  const [one = '', oneAcc = '', oneGen = '', few = '', many = ''] = words(ru)
  const [single = '', other = ''] = words(en)
  return { kk, ru: [one, oneAcc, oneGen, few, many], en: [single, other] }
}

const UNITS: Readonly<Record<SpanUnit, Names>> = {
  second: names('секунд', 'секунда|секунду|секунды|секунды|секунд', 'second|seconds'),
  minute: names('минут', 'минута|минуту|минуты|минуты|минут', 'minute|minutes'),
  hour: names('сағат', 'час|час|часа|часа|часов', 'hour|hours'),
  day: names('күн', 'день|день|дня|дня|дней', 'day|days'),
  'calendar-day': names(
    'күнтізбелік күн',
    'календарный день|календарный день|календарного дня|календарных дня|календарных дней',
    'calendar day|calendar days',
  ),
  'working-day': names(
    'жұмыс күні',
    'рабочий день|рабочий день|рабочего дня|рабочих дня|рабочих дней',
    'working day|working days',
  ),
  month: names('ай', 'месяц|месяц|месяца|месяца|месяцев', 'month|months'),
  year: names('жыл', 'год|год|года|года|лет', 'year|years'),
}

type Grammar = 'nominative' | 'accusative' | 'genitive'
const RULES = {
  ru: new Intl.PluralRules(LOCALES.ru),
  en: new Intl.PluralRules(LOCALES.en),
}

function russian({ amount, unit }: Span, grammar: Grammar): string {
  const [one, oneAcc, oneGen, few, many] = UNITS[unit].ru
  const single = { nominative: one, accusative: oneAcc, genitive: oneGen }[grammar]
  const rule = RULES.ru.select(amount)
  if (rule === 'one') return single
  if (rule === 'other') return oneGen
  return rule === 'few' && grammar !== 'genitive' ? few : many
}

const english = ({ amount, unit }: Span): string =>
  UNITS[unit].en[RULES.en.select(amount) === 'one' ? 0 : 1]

const digits = (span: Span, lang: Lang): string => number(span.amount, lang)
const ru = (span: Span, grammar: Grammar): string =>
  `${digits(span, 'ru')}\u00a0${russian(span, grammar)}`
const en = (span: Span): string => `${digits(span, 'en')}\u00a0${english(span)}`
const kk = (span: Span): string => `${digits(span, 'kk')}\u00a0${UNITS[span.unit].kk}`

/** The possessive ending of `жұмыс күні` takes `н` before a case: `жұмыс күніне`, `жұмыс күнінен`. */
function kazakhCase(span: Span, wanted: 'dative' | 'ablative'): string {
  if (span.unit === 'working-day') return `${kk(span)}${wanted === 'dative' ? 'не' : 'нен'}`
  return withCase(kk(span), wanted)
}

type Phrase = Readonly<Record<Lang, (span: Span) => string>>

/** The Russian verb agrees with one: остался 1 день, осталась 1 минута, осталось 5 минут. */
function remained({ amount, unit }: Span): string {
  if (RULES.ru.select(amount) !== 'one') return 'осталось'
  return unit === 'minute' || unit === 'second' ? 'осталась' : 'остался'
}

const PHRASES = {
  /** 22 working days · 22 рабочих дня · 22 жұмыс күні */
  span: { kk, ru: (s) => ru(s, 'nominative'), en },
  /** up to 30 minutes · до 30 минут · 30 минутқа дейін */
  upTo: {
    kk: (s) => `${kazakhCase(s, 'dative')} дейін`,
    ru: (s) => `до ${ru(s, 'genitive')}`,
    en: (s) => `up to ${en(s)}`,
  },
  /** within 22 working days · в течение 22 рабочих дней · 22 жұмыс күні ішінде */
  within: {
    kk: (s) => `${kk(s)} ішінде`,
    ru: (s) => `в течение ${ru(s, 'genitive')}`,
    en: (s) => `within ${en(s)}`,
  },
  /** in 3 hours · через 3 часа · 3 сағаттан кейін */
  later: {
    kk: (s) => `${kazakhCase(s, 'ablative')} кейін`,
    ru: (s) => `через ${ru(s, 'accusative')}`,
    en: (s) => `in ${en(s)}`,
  },
  /** 3 hours ago · 3 часа назад · 3 сағат бұрын */
  ago: {
    kk: (s) => `${kk(s)} бұрын`,
    ru: (s) => `${ru(s, 'accusative')} назад`,
    en: (s) => `${en(s)} ago`,
  },
  /** 2 days left · осталось 2 дня · 2 күн қалды */
  left: {
    kk: (s) => `${kk(s)} қалды`,
    ru: (s) => `${remained(s)} ${ru(s, 'nominative')}`,
    en: (s) => `${en(s)} left`,
  },
  /** 1 day late · просрочено на 1 день · 1 күнге кешікті */
  late: {
    kk: (s) => `${kazakhCase(s, 'dative')} кешікті`,
    ru: (s) => `просрочено на ${ru(s, 'accusative')}`,
    en: (s) => `${en(s)} late`,
  },
} satisfies Readonly<Record<string, Phrase>>

export type PhraseName = keyof typeof PHRASES
export const phrase = (name: PhraseName, span: Span, lang: Lang): string =>
  PHRASES[name][lang](span)

const STEPS: readonly (readonly [SpanUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** The coarsest unit that a count of seconds fills, rounded down: 7 300 s are 2 hours. */
export function spanOfSeconds(seconds: number): Span {
  const whole = Math.max(0, Math.floor(seconds))
  const [unit, size] = STEPS.find(([, length]) => whole >= length) ?? ['second', 1]
  return { amount: Math.floor(whole / size), unit }
}
