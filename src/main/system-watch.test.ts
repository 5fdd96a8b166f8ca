import { expect, test } from 'vitest'
import { addSeconds, instant } from '#core/kernel'
import { createWatch } from './system-watch.ts'

test('a state has the moment since when it is so, is asked for at most every fifteen seconds, and a fault is no answer', async () => {
  let now = instant(new Date('2026-11-22T06:00:00Z'))
  const start = now
  let up = true
  let asked = 0
  const watch = createWatch(
    {
      bank: () => {
        asked += 1
        return up ? Promise.resolve(true) : Promise.reject(new Error('refused'))
      },
    },
    () => now,
  )
  expect(await watch()).toMatchObject([{ id: 'bank', state: 'up', since: start }])
  up = false
  now = addSeconds(start, 14)
  expect(await watch()).toMatchObject([{ state: 'up' }])
  expect(asked).toBe(1)
  now = addSeconds(start, 15)
  const down = now
  expect(await watch()).toMatchObject([{ state: 'down', since: down }])
  now = addSeconds(start, 60)
  expect(await watch()).toMatchObject([{ state: 'down', since: down }])
  expect(asked).toBe(3)
})
