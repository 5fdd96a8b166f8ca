import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, controlDigit, type Iin, type Instant } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import type { Registers } from './find-party.ts'
import { createIdentity, type Identity } from './identity.ts'
import { identitySchema } from './schema.ts'

const PASSWORD = 'көк аспан астында'
const DAY = 24 * 60 * 60

/** Valid numbers of persons, no two the same in this file. */
let serial = 0
function newNumber(): Iin {
  for (;;) {
    serial += 1
    const base = `9001013${String(serial).padStart(4, '0')}`
    const digit = controlDigit(base)
    if (digit !== undefined) return `${base}${digit}` as Iin
  }
}
const newNumbers = (count: number): Iin[] => Array.from({ length: count }, newNumber)

/** Everybody lives and has a name worth harvesting. */
const registers: Registers = {
  async person() {
    return { status: 'found', name: 'Асель', active: true }
  },
  async entity() {
    return { status: 'absent' }
  },
}

let now = '2026-04-02T10:00:00.000Z' as Instant
let database: Awaited<ReturnType<typeof testDatabase>>
let identity: Identity
beforeAll(async () => {
  database = await testDatabase([identitySchema])
  identity = await createIdentity({
    pool: database.database.pool('app'),
    clock: () => now,
    registers,
    notify: async () => undefined,
  })
})
afterAll(() => database.close())

const look = (number: string, address: string) => identity.find({ number }, address)
const join = (number: string, address: string) =>
  identity.register({ number, password: PASSWORD, language: 'kk', address })
const enter = (number: string, address: string, password = PASSWORD) =>
  identity.signIn({ number, password, address, device: 'Firefox' })
const refused = (code: string) => ({ ok: false, error: { code: `IDENTITY_${code}` } })
const passed = (results: readonly { ok: boolean }[]): number =>
  results.filter(({ ok }) => ok).length

async function each<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await act(item))
  return results
}

describe('many honest people behind one address', () => {
  const LIBRARY = '192.0.2.1'

  it('register one after another, look their number up before, and sign in', async () => {
    const people = newNumbers(40)
    for (const number of people) {
      expect(await look(number, LIBRARY)).toMatchObject({ ok: true })
      expect(await join(number, LIBRARY)).toMatchObject({ ok: true })
    }
    expect(await enter(people[0] ?? '', LIBRARY)).toMatchObject({ ok: true })
  })

  it('sign in even when the look-ups of their address are used up', async () => {
    const address = '192.0.2.2'
    const number = newNumber()
    await join(number, address)
    await each(newNumbers(100), (one) => look(one, address))
    expect(await look(newNumber(), address)).toMatchObject(refused('TOO_MANY_CHECKS'))
    expect(await enter(number, address)).toMatchObject({ ok: true })
  })

  it('are not counted together for ever: a new day begins anew, however busy the last ones were', async () => {
    const address = '192.0.2.3'
    for (let day = 0; day < 8; day += 1) {
      const results = await each(newNumbers(10), (number) => enter(number, address, 'a mistake'))
      expect(results.at(-1)).toMatchObject(refused('WRONG_CREDENTIALS'))
      now = addSeconds(now, DAY - 3600)
    }
  })

  it('are not locked out by one whose own number is locked and who goes on trying', async () => {
    const address = '192.0.2.4'
    const [number = '', other = ''] = newNumbers(2)
    await join(other, address)
    const results = await each(Array.from({ length: 60 }), () => enter(number, address, 'forgot'))
    expect(results.at(-1)).toMatchObject(refused('TOO_MANY_ATTEMPTS'))
    expect(await enter(other, address)).toMatchObject({ ok: true })
  })
})

describe('a harvester of names', () => {
  it('is stopped when one address looks 200 numbers up', async () => {
    const results = await each(newNumbers(200), (number) => look(number, '198.51.100.1'))
    expect(passed(results)).toBeLessThanOrEqual(60)
    expect(results.at(-1)).toMatchObject(refused('TOO_MANY_CHECKS'))
  })

  it('gets no further by looking all numbers up at once', async () => {
    const results = await Promise.all(newNumbers(100).map((number) => look(number, '198.51.100.2')))
    expect(passed(results)).toBeLessThanOrEqual(60)
  })

  it('is stopped when it tries to register who is registered already', async () => {
    const number = newNumber()
    await join(number, '198.51.100.3')
    const results = await each(Array.from({ length: 70 }), () => join(number, '198.51.100.4'))
    expect(results.at(0)).toMatchObject(refused('ALREADY_REGISTERED'))
    expect(results.at(-1)).toMatchObject(refused('TOO_MANY_CHECKS'))
  })

  it('cannot buy look-ups without end by registering strangers', async () => {
    const pool = database.database.pool('app')
    const address = '198.51.100.5'
    await join(newNumber(), address)
    await pool.query("update identity.attempt set failures = 299 where subject like 'register-%'")
    expect(await join(newNumber(), address)).toMatchObject({ ok: true })
    expect(await join(newNumber(), address)).toMatchObject(refused('TOO_MANY_CHECKS'))
  })

  it('who guesses the head of one entity is stopped from any address', async () => {
    const bin = `12054000001${controlDigit('12054000001')}`
    const codes: (string | undefined)[] = []
    for (const [n, headIin] of newNumbers(30).entries()) {
      const found = await identity.find({ number: bin, headIin }, `203.0.113.${n}`)
      if (!found.ok) codes.push(found.error.code)
    }
    expect(codes[0]).toBe('IDENTITY_NOT_IN_REGISTER')
    expect(codes.at(-1)).toBe('IDENTITY_TOO_MANY_CHECKS')
  })
})

describe('failed sign-ins of one address', () => {
  it('keep their lock, whatever is looked up or reset meanwhile', async () => {
    const address = '198.51.100.9'
    const mine = newNumber()
    await join(mine, address)
    await each(newNumbers(30), (number) => enter(number, address, 'a guess'))
    expect(await enter(mine, address)).toMatchObject(refused('TOO_MANY_ATTEMPTS'))
    expect(await look(newNumber(), address)).toMatchObject({ ok: true })
    const reset = { party: { kind: 'person', iin: mine }, next: PASSWORD, address } as const
    expect(await identity.resetPassword(reset)).toMatchObject({ ok: true })
    expect(await enter(mine, address)).toMatchObject(refused('TOO_MANY_ATTEMPTS'))
  })
})
