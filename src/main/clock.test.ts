import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainDate, wallClock } from '#core/kernel'
import { createClock } from './clock.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it('shows the time', () => {
    vi.setSystemTime('2026-11-22T10:00:00.000Z')
    expect(createClock()()).toBe('2026-11-22T10:00:00.000Z')
  })

  it.each([
    '2026-11-22T10:00:00.000Z',
    '2026-11-22T18:59:59.000Z',
    '2026-11-22T19:00:01.000Z',
    '2024-02-29T20:30:00.000Z',
  ])('shows another day with the time of day of the wall clock: at %s', (now) => {
    vi.setSystemTime(now)
    const { time } = wallClock(createClock()())
    for (const day of ['2012-04-09', '2011-10-03', '2026-01-01'])
      expect(wallClock(createClock(plainDate(day))())).toEqual({ date: day, time })
  })

  it('runs on from there, into the next day', () => {
    vi.setSystemTime('2026-11-22T18:59:59.000Z')
    const clock = createClock(plainDate('2012-04-09'))
    expect(wallClock(clock()).date).toBe('2012-04-09')
    vi.setSystemTime('2026-11-22T19:00:00.000Z')
    expect(wallClock(clock())).toEqual({ date: '2012-04-10', time: '00:00:00' })
  })
})
