import { expect, test } from 'vitest'
import { addSeconds, type Iin, type Instant } from '#core/kernel'
import type { Acting } from './acting-store.ts'
import { createStanding } from './standing.ts'

const MOTHER = '880722400013' as Iin
const DAUGHTER = '150612600016' as Iin
const child = {
  iin: DAUGHTER,
  fullName: { kk: 'ДАНА', ru: 'ДАНА' },
  birthDate: '2015-06-12',
  relation: 'mother',
  recordNumber: '10-123-15-0000001',
  since: '2015-06-20',
}
const acting: Acting = {
  request: '10100000000001',
  iin: MOTHER,
  name: { kk: 'ЖАНАР', ru: 'ЖАНАР' },
  basis: 'parent',
  key: `parent:${DAUGHTER}`,
  principal: { party: { kind: 'person', iin: DAUGHTER }, name: child.fullName },
  at: '2026-04-02T10:00:00.000Z' as Instant,
}

function scene() {
  const world = {
    now: '2026-04-02T10:00:00.000Z' as Instant,
    status: 'found',
    children: [child],
    asked: 0,
  }
  const standing = createStanding({
    sql: { query: () => Promise.reject(new Error('no table is read')) },
    clock: () => world.now,
    ask: async () => {
      world.asked += 1
      return { status: world.status, body: { children: world.children } }
    },
  })
  const said = async (check: 'stands' | 'mayRead') => {
    const answer = await standing[check](acting)
    return answer.ok ? 'stands' : answer.error.code
  }
  return { world, said }
}

test('a confirmed right counts for reading a minute, and for no deed', async () => {
  const { world, said } = scene()
  expect([await said('mayRead'), await said('mayRead'), world.asked]).toEqual([
    'stands',
    'stands',
    1,
  ])
  world.children = []
  expect(await said('mayRead')).toBe('stands')
  world.now = addSeconds(world.now, 60)
  expect(await said('mayRead')).toBe('REPRESENTATION_CLOSED')
})

test('what a deed learns counts for reading at once', async () => {
  const { world, said } = scene()
  expect(await said('mayRead')).toBe('stands')
  world.children = []
  expect(await said('stands')).toBe('REPRESENTATION_ENDED')
  expect(await said('mayRead')).toBe('REPRESENTATION_CLOSED')
})

test('a silent register opens nothing', async () => {
  const { world, said } = scene()
  world.status = 'failed'
  expect(await said('mayRead')).toBe('REPRESENTATION_REGISTER_DOWN')
  expect(await said('stands')).toBe('REPRESENTATION_REGISTER_DOWN')
})
