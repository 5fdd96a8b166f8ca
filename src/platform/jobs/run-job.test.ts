import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffSeconds } from './run-job.ts'

test('pauses double from about a second and never exceed five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
      const base = Math.min(300, 2 ** (attempts - 1))
      const pause = backoffSeconds(attempts)
      expect(pause).toBeGreaterThanOrEqual(base * 0.75)
      expect(pause).toBeLessThanOrEqual(Math.min(300, base * 1.25))
    }),
  )
})
