import { expect, test } from 'vitest'
import { stateOfStep } from './way-state.ts'

const step = (status: 'done' | 'now' | 'next', outcome?: string) => ({
  action: 'a',
  name: { kk: 'а', ru: 'а', en: 'a' },
  by: { kk: 'а', ru: 'а', en: 'a' },
  status,
  ...(outcome === undefined ? {} : { outcome }),
})
const marks = (status: string, ...way: readonly ReturnType<typeof step>[]) =>
  way.map((_, index) => stateOfStep({ way, state: { status } } as never, index))

test('a tick is for what was done', () => {
  const paid = step('done', 'paid')
  const lapsed = step('done', 'lapsed')
  expect(marks('open', paid, step('now'), step('next'))).toEqual(['done', 'now', 'ahead'])
  expect(marks('expired', step('done', 'done'), lapsed, step('done', 'expired'))).toEqual([
    'done',
    'missed',
    'missed',
  ])
  expect(marks('refused', paid, step('done', 'refused'))).toEqual(['done', 'refused'])
  expect(marks('expired', step('done', 'declined'), step('done'))).toEqual(['missed', 'missed'])
  expect(marks('withdrawn', paid)).toEqual(['done'])
})
