import { expect, test } from 'vitest'
import { instant } from '#core/kernel'
import { retryAt } from './retry-at.ts'

const SINCE = instant(new Date('2026-01-05T04:00:00Z'))
const after = (seconds: number) => instant(new Date(Date.parse(SINCE) + seconds * 1000))

test('what waits is tried again after as long again, between a second and the longest', () => {
  expect(retryAt(SINCE, SINCE)).toBe(after(1))
  expect(retryAt(SINCE, after(20))).toBe(after(40))
  expect(retryAt(SINCE, after(200))).toBe(after(260))
  expect(retryAt(SINCE, after(200), 300)).toBe(after(400))
})
