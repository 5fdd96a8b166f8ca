import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, controlDigit, type Iin, type Instant } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { createIdentity, type Identity } from './identity.ts'
import { identitySchema } from './schema.ts'

const ASEL = `88010140001${controlDigit('88010140001')}` as Iin
const PASSWORD = 'көк аспан астында'
const HOUR = 3600

let now = '2026-04-02T10:00:00.000Z' as Instant
let database: Awaited<ReturnType<typeof testDatabase>>
let identity: Identity
beforeAll(async () => {
  database = await testDatabase([identitySchema])
  identity = await createIdentity({
    pool: database.database.pool('app'),
    clock: () => now,
    registers: {
      person: async () => ({ status: 'found', name: 'Асель', active: true }),
      entity: async () => ({ status: 'absent' }),
    },
    notify: async () => undefined,
  })
  await identity.register({ number: ASEL, password: PASSWORD, language: 'kk', address: '10.0.0.1' })
})
afterAll(() => database.close())

const enter = (address: string, password = PASSWORD) =>
  identity.signIn({ number: ASEL, password, address, device: 'Firefox' })
async function count(table: 'session' | 'attempt' | 'journal'): Promise<number> {
  const { rows } = await database.database
    .pool('app')
    .query<{ count: number }>(`select count(*)::int as count from identity.${table}`)
  return rows[0]?.count ?? -1
}

describe('what has run out', () => {
  it('is deleted at some later sign-in, but for the journal', async () => {
    for (let n = 0; n < 4; n += 1) await enter(`10.1.0.${n}`)
    for (let n = 0; n < 4; n += 1) await enter(`10.2.0.${n}`, 'a wrong one')
    expect(await count('session')).toBe(4)
    expect(await count('attempt')).toBeGreaterThan(4)
    const written = await count('journal')
    now = addSeconds(now, 25 * HOUR)
    await enter('10.3.0.1')
    expect(await count('session')).toBe(1)
    // Of this sign-in itself: its address.
    expect(await count('attempt')).toBe(1)
    expect(await count('journal')).toBe(written + 1)
  })

  it('is not looked for at each sign-in', async () => {
    now = addSeconds(now, 2 * HOUR)
    await enter('10.4.0.1')
    now = addSeconds(now, 31 * 60)
    await enter('10.4.0.2')
    expect(await count('session')).toBe(2)
  })

  it('does not take with it what still holds', async () => {
    now = addSeconds(now, 2 * HOUR)
    for (let n = 0; n < 5; n += 1) await enter('10.5.0.1', 'a wrong one')
    const other = await enter('10.5.0.2')
    expect(other).toMatchObject({ ok: false, error: { code: 'IDENTITY_TOO_MANY_ATTEMPTS' } })
  })
})
