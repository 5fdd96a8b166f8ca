import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addDays, dayOf, type Instant, instantAt, plainDate } from '#core/kernel'
import {
  addWorkingDays,
  dueAt,
  explainTerm,
  isWorkingDay,
  type OfficeCalendar,
  parseCalendar,
  type Term,
  type Week,
  workingDaysBetween,
} from './index.ts'

const data: unknown = parse(readFileSync('classifiers/calendar.yaml', 'utf8'))
const calendarOf = (week: Week): OfficeCalendar => {
  const parsed = parseCalendar(data, week)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const five = calendarOf(5)
const six = calendarOf(6)

const daysOf = (prefix: string) => {
  const days = []
  for (
    let day = plainDate(`${prefix.slice(0, 4)}-01-01`);
    day <= `${prefix.slice(0, 4)}-12-31`;
    day = addDays(day, 1)
  )
    if (day.startsWith(prefix)) days.push(day)
  return days
}
const offIn = (calendar: OfficeCalendar, prefix: string) =>
  daysOf(prefix).filter((day) => !isWorkingDay(calendar, day)).length
const worked = (calendar: OfficeCalendar, year: number) =>
  daysOf(String(year)).filter((day) => isWorkingDay(calendar, day)).length

const counted = (
  unit: Extract<Term, { kind: 'counted' }>['unit'],
  max: number,
  min = max,
): Term => ({
  kind: 'counted',
  unit,
  min,
  max,
})
const at = (day: string, time = '10:00:00') => instantAt(plainDate(day), time)
const moment = (text: string) => at(text.slice(0, 10), text.slice(11))

describe('days off', () => {
  it.each([
    ['2016', 121],
    ['2018-03', 13],
    ['2021-03', 12],
    ['2022-03', 12],
    ['2016-05', 12],
    ['2024-06', 11],
  ])('of the five-day week in %s are as published: %i', (prefix, count) => {
    expect(offIn(five, prefix)).toBe(count)
  })

  it.each([
    ['2022-03', 8],
    ['2024-06', 6],
  ])('of the six-day week in %s are as published: %i', (prefix, count) => {
    expect(offIn(six, prefix)).toBe(count)
  })

  it.each([
    [2012, 247, 298],
    [2013, 246, 297],
    [2014, 245, 297],
    [2015, 245, 297],
    [2016, 245, 298],
    [2017, 245, 296],
    [2024, 248, 300],
    [2025, 246, 298],
    [2026, 247, 299],
  ])('leave %i with %i working days in five-day and %i in six-day weeks', (year, inFive, inSix) => {
    expect([worked(five, year), worked(six, year)]).toEqual([inFive, inSix])
  })

  it.each([
    [2012, '01-03 12-03 12-18'],
    [2013, '03-25 07-08 12-02'],
    [2014, '03-10 03-24 03-25 07-07 09-01'],
    [2015, '03-09 03-24 03-25 05-11 08-31'],
    [2016, '01-04 05-02 05-10 12-19'],
    [2017, '01-03 05-08 12-18 12-19'],
    [2026, '03-09 03-24 03-25 05-11 10-26'],
  ])('%i has its substitute days: %s', (year, expected) => {
    const substitutes = daysOf(String(year)).filter((day) =>
      five.reasonOff(day)?.en.startsWith('day off in place of'),
    )
    expect(substitutes.map((day) => day.slice(5)).join(' ')).toBe(expected)
  })

  it('give the six-day week nothing for a holiday on Saturday', () => {
    const march = ['2025-03-08', '2025-03-09', '2025-03-10'].map(plainDate)
    expect(march.map((day) => isWorkingDay(five, day))).toEqual([false, false, false])
    expect(march.map((day) => isWorkingDay(six, day))).toEqual([false, false, true])
  })

  it('are not transferred for Orthodox Christmas or Kurban Ait on a weekend', () => {
    expect(isWorkingDay(five, plainDate('2017-01-09'))).toBe(true)
    expect(isWorkingDay(five, plainDate('2014-10-06'))).toBe(true)
  })

  it('are moved by decree for the five-day week only', () => {
    expect(isWorkingDay(five, plainDate('2012-12-29'))).toBe(true)
    expect(five.reasonOff(plainDate('2012-12-31'))?.en).toContain('moved by the Government')
    expect(isWorkingDay(six, plainDate('2012-12-31'))).toBe(true)
    expect(isWorkingDay(five, plainDate('2009-12-20'))).toBe(true)
  })

  it('follow a holiday that changed by law within the years', () => {
    expect(isWorkingDay(five, plainDate('2024-08-30'))).toBe(false)
    expect(isWorkingDay(five, plainDate('2026-08-31'))).toBe(true)
    expect(isWorkingDay(five, plainDate('2026-03-16'))).toBe(true)
    expect(isWorkingDay(five, plainDate('2027-03-15'))).toBe(false)
    expect(isWorkingDay(five, plainDate('2012-05-07'))).toBe(true)
    expect(isWorkingDay(five, plainDate('2013-05-07'))).toBe(false)
  })
})

describe('a calendar that is not sound', () => {
  it.each([
    ['an unknown key', { ...(data as object), holydays: [] }],
    ['a day that does not exist', { ...(data as object), holidays: [{ day: '02-30', name: {} }] }],
    [
      'overlapping hours',
      {
        ...(data as object),
        officeHours: [
          { from: '09:00', to: '13:00' },
          { from: '12:00', to: '18:00' },
        ],
      },
    ],
    ['nothing at all', undefined],
  ])('is refused: %s', (_name, broken) => {
    const parsed = parseCalendar(broken)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.error.code).toBe('CALENDAR_MALFORMED')
  })
})

describe('a term', () => {
  it('by the clock runs through nights and holidays', () => {
    expect(dueAt(counted('minute', 1, 1), at('2026-03-21', '23:59:30'), five, 'clock')).toBe(
      at('2026-03-22', '00:00:30'),
    )
  })

  it('of a range binds by its maximum', () => {
    expect(dueAt(counted('second', 60, 30), at('2012-05-14'), five, 'clock')).toBe(
      at('2012-05-14', '10:01:00'),
    )
  })

  it('that the act does not set or does not count has no end', () => {
    expect(dueAt({ kind: 'none' }, at('2012-05-14'), five, 'clock')).toBeUndefined()
    expect(dueAt({ kind: 'notCounted' }, at('2012-05-14'), five, 'office')).toBeUndefined()
  })

  it.each([
    ['within the morning', '2017-02-06 10:00:00', '2017-02-06 10:15:00'],
    ['over the lunch break', '2017-02-06 12:50:00', '2017-02-06 14:35:00'],
    ['over night', '2017-02-06 18:20:00', '2017-02-07 09:05:00'],
    ['over the weekend', '2017-02-10 18:20:00', '2017-02-13 09:05:00'],
    ['to the very close', '2017-02-06 18:15:00', '2017-02-06 18:30:00'],
    ['from before opening', '2017-02-06 06:00:00', '2017-02-06 09:15:00'],
  ])('of 15 minutes of an official runs in office hours: %s', (_name, from, till) => {
    expect(dueAt(counted('minute', 15), moment(from), five, 'office')).toBe(moment(till))
  })

  it('in working days begins on the day after and ends when the office closes', () => {
    expect(dueAt(counted('workingDay', 1), at('2017-02-10', '09:00:00'), five, 'office')).toBe(
      at('2017-02-13', '18:30:00'),
    )
  })

  it('in working days passes over Nauryz and its substitutes', () => {
    expect(dueAt(counted('workingDay', 2), at('2015-03-20'), five, 'office')).toBe(
      at('2015-03-27', '18:30:00'),
    )
  })

  it('in calendar days that ends on a day off goes on to the next working day, 24:00', () => {
    // 30 days after 6 February 2017 is 8 March, a holiday; 9 March is a Thursday.
    expect(dueAt(counted('calendarDay', 30), at('2017-02-06'), five, 'clock')).toBe(
      at('2017-03-10', '00:00:00'),
    )
  })

  it('is explained by what is spent, what is left, and the days passed over', () => {
    const term = explainTerm(
      counted('workingDay', 3),
      { since: at('2016-04-29'), now: at('2016-05-03') },
      five,
      'office',
    )
    expect(term).toMatchObject({ total: 3, spent: 1, left: 2, due: at('2016-05-05', '18:30:00') })
    expect(term?.skipped.map(({ date, reason }) => `${date} ${reason.en}`)).toEqual([
      '2016-04-30 Saturday',
      '2016-05-01 Unity Day',
      '2016-05-02 day off in place of Unity Day',
    ])
  })

  it('is explained as overdue by a negative rest', () => {
    const range = { since: at('2017-02-06'), now: at('2017-02-10') }
    expect(explainTerm(counted('workingDay', 2), range, five, 'office')?.left).toBe(-2)
  })
})

describe('for any day', () => {
  const day = fc
    .integer({ min: 0, max: 365 * 18 })
    .map((offset) => addDays(plainDate('2009-01-01'), offset))
  const since = fc
    .tuple(day, fc.integer({ min: 0, max: 86_399 }))
    .map(([date, second]) => instantAt(date, new Date(second * 1000).toISOString().slice(11, 19)))
  const term = fc.tuple(
    fc.constantFrom('second', 'minute', 'hour', 'calendarDay', 'workingDay'),
    fc.integer({ min: 1, max: 40 }),
  )
  const counting = fc.constantFrom('clock', 'office')
  const calendar = fc.constantFrom(five, six)

  it('more working days never end earlier, and always on a working day', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (office, date, count) => {
        const end = addWorkingDays(office, date, count)
        expect(isWorkingDay(office, end)).toBe(true)
        expect(end > date).toBe(true)
        expect(addWorkingDays(office, date, count + 1) > end).toBe(true)
        expect(workingDaysBetween(office, date, end)).toBe(count)
      }),
    )
  })

  it('a later start never gives an earlier end', () => {
    fc.assert(
      fc.property(
        calendar,
        fc.tuple(since, since),
        term,
        counting,
        (office, pair, [unit, n], how) => {
          const [early, late] = pair.toSorted()
          const ends = [early, late].map(
            (from) => from && dueAt(counted(unit, n), from, office, how),
          )
          expect((ends[0] ?? '') <= (ends[1] ?? '')).toBe(true)
        },
      ),
    )
  })

  it('a term ends after it began, and in office hours when an office must act', () => {
    fc.assert(
      fc.property(calendar, since, term, counting, (office, from, [unit, n], how) => {
        const due = dueAt(counted(unit, n), from, office, how) ?? ('' as Instant)
        expect(due > from).toBe(true)
        if (how === 'office') expect(isWorkingDay(office, dayOf(due))).toBe(true)
      }),
    )
  })

  it('nothing is spent at the start and nothing is left at the end', () => {
    fc.assert(
      fc.property(calendar, since, term, counting, (office, from, [unit, n], how) => {
        const due = dueAt(counted(unit, n), from, office, how) ?? from
        expect(explainTerm(counted(unit, n), { since: from, now: from }, office, how)?.spent).toBe(
          0,
        )
        expect(explainTerm(counted(unit, n), { since: from, now: due }, office, how)?.left).toBe(
          (unit === 'calendarDay' || unit === 'workingDay') && how === 'clock'
            ? leftAtMidnight(office, due, unit)
            : 0,
        )
      }),
    )
  })

  // 24:00 of the last day is already the day after it.
  const leftAtMidnight = (office: OfficeCalendar, due: Instant, unit: string) =>
    unit === 'calendarDay' || isWorkingDay(office, dayOf(due)) ? -1 : 0
})
