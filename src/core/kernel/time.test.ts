import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  type Instant,
  instant,
  instantAt,
  parseDate,
  plainDate,
  wallClock,
} from './time.ts'

describe('legal days', () => {
  it.each(['2012-02-30', '2013-02-29', '2012-13-01', '12-01-01', '2012-1-1', ''])(
    'know that %j is no day',
    (text) => {
      expect(parseDate(text)).toBeUndefined()
    },
  )
  it('follow the wall clock of the country, UTC+6 until 29 February 2024 and UTC+5 since', () => {
    expect(wallClock('2012-04-09T18:30:00.000Z' as Instant)).toEqual({
      date: '2012-04-10',
      time: '00:30:00',
    })
    expect(wallClock('2026-11-22T18:59:59.000Z' as Instant)).toEqual({
      date: '2026-11-22',
      time: '23:59:59',
    })
    expect(dayOf('2026-11-22T19:00:00.000Z' as Instant)).toBe('2026-11-23')
  })
  it('begin at the instant at which that clock shows midnight', () => {
    const days = fc.integer({ min: 0, max: 6000 })
    fc.assert(
      fc.property(days, (offset) => {
        const date = addDays(plainDate('2011-06-27'), offset)
        expect(wallClock(instantAt(date))).toEqual({ date, time: '00:00:00' })
      }),
    )
  })
  it('count across months and leap days', () => {
    expect(addDays(plainDate('2012-02-28'), 2)).toBe('2012-03-01')
    expect(addDays(plainDate('2013-01-01'), -1)).toBe('2012-12-31')
  })
  it('print an instant in UTC with milliseconds', () => {
    expect(instant(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
  })
})
