import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createPace } from './pace.ts'

const toil = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it('lets few jobs run while the thread is busy, and all of them again once it is not', async () => {
  const pace = createPace(8)
  expect(pace()).toBe(8)
  toil(150)
  expect(pace()).toBe(2)
  await sleep(300)
  expect(pace()).toBe(8)
})

it('never allows more than there may be', () => {
  const pace = createPace(1)
  toil(150)
  expect(pace()).toBe(1)
})
