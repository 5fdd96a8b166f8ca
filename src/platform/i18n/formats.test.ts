import { describe, expect, it } from 'vitest'
import { defineErrors, instant, instantAt, LANGS, plainDate } from '#core/kernel'
import { formatsOf } from './formats.ts'
import { numberWithCase, withCase } from './kazakh-case.ts'
import { renderError } from './message.ts'

const MONTHS =
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const kk = formatsOf('kk')
const ru = formatsOf('ru')
const en = formatsOf('en')

describe('Kazakh cases', () => {
  it('put every month into the dative', () => {
    expect(MONTHS.map((month) => withCase(month, 'dative')).join(' ')).toBe(
      'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға',
    )
  })

  it('put every month into the ablative', () => {
    expect(MONTHS.map((month) => withCase(month, 'ablative')).join(' ')).toBe(
      'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
    )
  })

  it('follow the spoken numeral', () => {
    const said = [1, 5, 6, 9, 10, 20, 30, 40, 50, 100, 1000].map((n) => numberWithCase(n, 'dative'))
    expect(said.join(' ')).toBe('1-ге 5-ке 6-ға 9-ға 10-ға 20-ға 30-ға 40-қа 50-ге 100-ге 1000-ға')
  })

  it('form genitive, accusative and locative', () => {
    expect(withCase('өтініш', 'genitive')).toBe('өтініштің')
    expect(withCase('анықтама', 'accusative')).toBe('анықтаманы')
    expect(withCase('Астана', 'locative')).toBe('Астанада')
    expect(withCase('Алматы', 'genitive')).toBe('Алматының')
    expect(withCase('қызмет', 'locative')).toBe('қызметте')
    expect(['минут', 'кредит', 'оқу', 'су', 'институт'].map((w) => withCase(w, 'dative'))).toEqual([
      'минутқа',
      'кредитке',
      'оқуға',
      'суға',
      'институтқа',
    ])
  })
})

describe('dates and times', () => {
  const day = plainDate('2026-04-02')
  const at = instantAt(day, '14:30:00')

  it('are written as each language writes them', () => {
    expect([kk, ru, en].map((f) => plain(f.date(day)))).toEqual([
      '2026 жылғы 2 сәуір',
      '2 апреля 2026 г.',
      '2 April 2026',
    ])
    expect([kk, ru, en].map((f) => f.weekday(day))).toEqual(['бейсенбі', 'четверг', 'Thursday'])
    expect(kk.dateShort(day)).toBe('02.04.2026')
  })

  it('say until when and since when', () => {
    expect([kk, ru, en].map((f) => plain(f.untilDate(day)))).toEqual([
      '2026 жылғы 2 сәуірге дейін',
      'до 2 апреля 2026 г.',
      'by 2 April 2026',
    ])
    expect([kk, ru].map((f) => plain(f.sinceDate(day)))).toEqual([
      '2026 жылғы 2 сәуірден бастап',
      'со 2 апреля 2026 г.',
    ])
    expect(kk.until(instantAt(day, '15:00:00'), at)).toBe('15:00-ке дейін')
    const next = plainDate('2026-04-03')
    expect([kk, ru, en].map((f) => plain(f.until(at, instantAt(day, '09:00:00'))))).toEqual([
      '14:30-ға дейін',
      'до 14:30',
      'by 14:30',
    ])
    expect(plain(ru.until(at, instantAt(next, '14:30:00')))).toBe('2 апреля 2026 г., до 14:30')
    expect([kk, ru, en].map((f) => plain(f.until(instantAt(next, '00:00:00'))))).toEqual([
      '2026 жылғы 2 сәуір, 24:00-ке дейін',
      '2 апреля 2026 г., до 24:00',
      '2 April 2026, by 24:00',
    ])
  })

  it('stand in the zone of the country, before and after the change of 1 March 2024', () => {
    const late = instant(new Date('2026-04-01T20:15:00Z'))
    expect(plain(ru.dateTime(late))).toBe('2 апреля 2026 г., 01:15')
    const before = instant(new Date('2024-02-01T18:15:00Z'))
    expect(plain(ru.dateTime(before))).toBe('2 февраля 2024 г., 00:15')
  })

  it('tell how far an instant is', () => {
    const in3h = instantAt(day, '17:40:00')
    expect([kk, ru, en].map((f) => plain(f.relative(in3h, at)))).toEqual([
      '3 сағаттан кейін',
      'через 3 часа',
      'in 3 hours',
    ])
    expect([kk, ru, en].map((f) => plain(f.relative(at, in3h)))).toEqual([
      '3 сағат бұрын',
      '3 часа назад',
      '3 hours ago',
    ])
    expect(ru.relative(at, at)).toBe('только что')
  })
})

const working = (amount: number) => ({ amount, unit: 'working-day' as const })

describe('terms', () => {
  it('take the Russian form that the number and the case demand', () => {
    expect([1, 2, 5, 21, 22].map((n) => plain(ru.span(working(n))))).toEqual([
      '1 рабочий день',
      '2 рабочих дня',
      '5 рабочих дней',
      '21 рабочий день',
      '22 рабочих дня',
    ])
    expect(plain(ru.within(working(22)))).toBe('в течение 22 рабочих дней')
    expect(plain(ru.within(working(1)))).toBe('в течение 1 рабочего дня')
    expect(plain(ru.upTo({ amount: 30, unit: 'minute' }))).toBe('до 30 минут')
    expect(plain(ru.later({ amount: 1, unit: 'minute' }))).toBe('через 1 минуту')
    expect(plain(ru.left({ amount: 1, unit: 'day' }))).toBe('остался 1 день')
    expect(plain(ru.left({ amount: 21, unit: 'minute' }))).toBe('осталась 21 минута')
    expect(plain(ru.left({ amount: 1, unit: 'hour' }))).toBe('остался 1 час')
    expect(plain(ru.left({ amount: 5, unit: 'minute' }))).toBe('осталось 5 минут')
    expect(plain(ru.late({ amount: 2, unit: 'day' }))).toBe('просрочено на 2 дня')
  })

  it('carry the Kazakh suffixes', () => {
    expect(plain(kk.upTo({ amount: 30, unit: 'minute' }))).toBe('30 минутқа дейін')
    expect(plain(kk.upTo(working(3)))).toBe('3 жұмыс күніне дейін')
    expect(plain(kk.within({ amount: 30, unit: 'calendar-day' }))).toBe('30 күнтізбелік күн ішінде')
    expect(plain(kk.later(working(5)))).toBe('5 жұмыс күнінен кейін')
    expect(plain(kk.later({ amount: 2, unit: 'month' }))).toBe('2 айдан кейін')
    expect(plain(kk.late({ amount: 1, unit: 'day' }))).toBe('1 күнге кешікті')
  })

  it('round a measured duration down to its coarsest unit', () => {
    expect([4, 61, 7300, 90_000].map((s) => plain(en.duration(s)))).toEqual([
      '4 seconds',
      '1 minute',
      '2 hours',
      '1 day',
    ])
  })
})

describe('numbers and sums', () => {
  it('group digits and show tiyn only where there are any', () => {
    expect([kk, ru, en].map((f) => plain(f.money(123_456_750)))).toEqual([
      '1 234 567,50 ₸',
      '1 234 567,50 ₸',
      '1,234,567.50 ₸',
    ])
    expect(plain(kk.money(240_500n))).toBe('2 405 ₸')
    expect(plain(ru.money(-5))).toBe('−0,05 ₸')
    expect(plain(ru.number(12_345.5))).toBe('12 345,5')
  })
})

describe('a coded error', () => {
  it('is rendered over its own parameters', () => {
    const errors = defineErrors('TEST', {
      WAIT: {
        status: 409,
        text: {
          kk: '{n} минут күтіңіз.',
          ru: 'Подождите {n, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
          en: 'Wait {n, plural, one {# minute} other {# minutes}}.',
        },
      },
    })
    const error = errors.WAIT({ n: 1 })
    expect(LANGS.map((lang) => renderError(error, lang))).toEqual([
      '1 минут күтіңіз.',
      'Подождите 1 минуту.',
      'Wait 1 minute.',
    ])
  })
})
