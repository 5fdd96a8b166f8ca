import { expect, it } from 'vitest'
import { writeCalls } from './sql-call.ts'

it('numbers the values of every call in one row, from where the statement itself ends', () => {
  const calls = [
    { name: 'a.one', values: ['x', 'y'] },
    { name: 'b.none', values: [] },
    { name: 'c.two', values: ['z'] },
  ]
  expect(writeCalls(calls, 4)).toEqual({
    text: 'a.one($4, $5), b.none(), c.two($6)',
    values: ['x', 'y', 'z'],
  })
})

it('writes nothing for no calls', () => {
  expect(writeCalls([], 1)).toEqual({ text: '', values: [] })
})
