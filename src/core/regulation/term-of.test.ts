import { expect, test } from 'vitest'
import { termOf, termOfAction } from './term-of.ts'
import { loadSample } from './testing/index.ts'

test.each([
  ['none', { kind: 'none' }],
  ['notCounted', { kind: 'notCounted' }],
  [{ workingDays: 3 }, { kind: 'counted', unit: 'workingDay', min: 3, max: 3 }],
  [{ seconds: { min: 30, max: 60 } }, { kind: 'counted', unit: 'second', min: 30, max: 60 }],
] as const)('the term %j is read', (data, term) => expect(termOf(data)).toEqual(term))

test('an action that carries out several rows has their terms together', () => {
  const { edition } = loadSample()
  if (edition === undefined) throw new Error('the sample edition is sound')
  const minutes = (n: number) => ({ kind: 'counted', unit: 'minute', min: n, max: n })
  expect(termOfAction(edition, 'portal', 'askRealty')).toEqual(minutes(3))
  expect(termOfAction(edition, 'portal', 'register')).toEqual(minutes(1))
  expect(termOfAction(edition, 'portal', 'fill')).toEqual({ kind: 'notCounted' })
  expect(termOfAction(edition, 'portal', 'sign')).toBeUndefined()
  expect(termOfAction(edition, 'centre', 'register')).toBeUndefined()
})

test('terms in different units of the clock add up in the smaller one, and an own term stands before rows', () => {
  const { edition } = loadSample()
  const portal = edition?.channels['portal']
  if (!edition || !portal?.table) throw new Error('the sample edition is sound')
  const term = { seconds: { min: 10, max: 30 } }
  const rows = portal.table.rows.map((row) => (row.no === 5 ? { ...row, term } : row))
  const channels = { portal: { ...portal, table: { ...portal.table, rows } } }
  expect(termOfAction({ ...edition, channels }, 'portal', 'askRealty')).toMatchObject({
    unit: 'second',
    min: 130,
    max: 150,
  })
  const register = {
    name: portal.name,
    by: 'portal',
    does: 'register' as const,
    next: {},
    within: { hours: 2 },
  }
  const actions = { ...edition.actions, register }
  expect(termOfAction({ ...edition, actions }, 'portal', 'register')).toMatchObject({
    unit: 'hour',
    max: 2,
  })
})
