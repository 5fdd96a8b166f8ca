import type { Text } from '#core/kernel'
import type { TermData } from '#core/regulation'

const NAMES: Readonly<
  Record<string, { kk: string; ru: readonly [string, string, string]; en: string }>
> = {
  seconds: { kk: 'секунд', ru: ['секунда', 'секунды', 'секунд'], en: 'second' },
  minutes: { kk: 'минут', ru: ['минута', 'минуты', 'минут'], en: 'minute' },
  hours: { kk: 'сағат', ru: ['час', 'часа', 'часов'], en: 'hour' },
  calendarDays: {
    kk: 'күнтізбелік күн',
    ru: ['календарный день', 'календарных дня', 'календарных дней'],
    en: 'calendar day',
  },
  workingDays: {
    kk: 'жұмыс күні',
    ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
    en: 'working day',
  },
}
const russian = new Intl.PluralRules('ru')
const FORM: Readonly<Record<string, 0 | 1 | 2>> = { one: 0, few: 1 }

/** A term of the language in words, where the act's own words are not at hand. */
export function termText(term: TermData): Text {
  if (term === 'none') return { kk: '–', ru: '–', en: '–' }
  if (term === 'notCounted')
    return { kk: 'есепке алынбайды', ru: 'не учитывается', en: 'not counted' }
  return counted(Object.entries(term)[0])
}

function counted(
  [unit, amount]: readonly [string, number | { min: number; max: number }] = ['', 0],
): Text {
  const name = NAMES[unit]
  if (name === undefined) throw new TypeError(`no term unit: ${unit}`)
  const { min, max } = typeof amount === 'number' ? { min: amount, max: amount } : amount
  const count = min === max ? String(max) : `${min}–${max}`
  return {
    kk: `${count} ${name.kk}`,
    ru: `${count} ${name.ru[FORM[russian.select(max)] ?? 2]}`,
    en: `${count} ${name.en}${max === 1 ? '' : 's'}`,
  }
}
