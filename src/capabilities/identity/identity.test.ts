import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, type Bin, controlDigit, type Iin, type Instant } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import type { IdentityNews } from './deps.ts'
import type { Registers } from './find-party.ts'
import { createIdentity, type Identity } from './identity.ts'
import { identitySchema } from './schema.ts'

const withDigit = (base: string): string => `${base}${controlDigit(base)}`
const ASEL = withDigit('88010140001') as Iin
const HEAD = withDigit('75030330002') as Iin
const GONE = withDigit('60040430003') as Iin
const FIRM = withDigit('12054000001') as Bin
const PASSWORD = 'көк аспан астында'

const registers: Registers = {
  async person(iin) {
    if (iin === GONE) return { status: 'found', name: 'Болат', active: false }
    return iin === ASEL || iin === HEAD
      ? { status: 'found', name: 'Асель', active: true }
      : { status: 'absent' }
  },
  async entity(bin) {
    return bin === FIRM
      ? { status: 'found', name: '«Дала» ЖШС', active: true, headIin: HEAD }
      : { status: 'down' }
  },
}

let now = '2026-04-02T10:00:00.000Z' as Instant
const pass = (seconds: number): void => {
  now = addSeconds(now, seconds)
}
let visitor = 0
const address = (): string => `10.0.0.${(visitor += 1)}`
const device = 'Firefox'

let database: Awaited<ReturnType<typeof testDatabase>>
let identity: Identity
const news: IdentityNews[] = []
let noticesFail = false
beforeAll(async () => {
  database = await testDatabase([identitySchema])
  identity = await createIdentity({
    pool: database.database.pool('app'),
    clock: () => now,
    registers,
    notify: async (_tx, one) => {
      news.push(one)
      if (noticesFail) throw new Error('the notice cannot be written')
    },
  })
})
afterAll(() => database.close())

const join = (number: string, extra: { headIin?: string; password?: string } = {}) =>
  identity.register({ number, password: PASSWORD, language: 'kk', address: address(), ...extra })
const enter = (number: string, password = PASSWORD) =>
  identity.signIn({ number, password, address: address(), device })
const tokenOf = async (number: string, password = PASSWORD): Promise<string> => {
  const result = await enter(number, password)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.token
}
const refused = (code: string) => ({ ok: false, error: { code: `IDENTITY_${code}` } })

describe('registration', () => {
  it('makes an account for the person whom the register confirms', async () => {
    const result = await join(` ${ASEL.slice(0, 6)} ${ASEL.slice(6)} `)
    expect(result).toMatchObject({ ok: true, value: { party: { kind: 'person', iin: ASEL } } })
  })

  it('makes one account of two clicks at once', async () => {
    const results = await Promise.all([
      join(FIRM, { headIin: HEAD }),
      join(FIRM, { headIin: HEAD }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject(refused('ALREADY_REGISTERED'))
  })

  it('refuses an entity whose head is another person', async () => {
    expect(await join(FIRM, { headIin: ASEL })).toMatchObject(refused('WRONG_HEAD'))
    expect(await join(FIRM)).toMatchObject(refused('BAD_HEAD_NUMBER'))
  })

  it('says honestly that a register does not answer', async () => {
    const other = withDigit('13064000002')
    expect(await join(other, { headIin: HEAD })).toMatchObject(refused('REGISTER_DOWN'))
  })

  it('refuses who is not in the register, or no longer lives', async () => {
    expect(await join(withDigit('91010130004'))).toMatchObject(refused('NOT_IN_REGISTER'))
    expect(await join(GONE)).toMatchObject(refused('NOT_ACTIVE'))
  })
})

describe('sign-in', () => {
  it('opens a session that the token finds again and the table cannot give away', async () => {
    const token = await tokenOf(ASEL)
    expect((await identity.session(token))?.account.name).toBe('Асель')
    const { rows } = await database.database
      .pool('app')
      .query('select token_hash from identity.session')
    expect(rows.some((row) => String(row.token_hash).includes(token))).toBe(false)
  })

  it('gives one and the same answer for a wrong password and for a number without account', async () => {
    const wrong = await enter(ASEL, 'not the password')
    const nobody = await enter(withDigit('92020240005'))
    expect(wrong).toMatchObject(refused('WRONG_CREDENTIALS'))
    expect(nobody).toEqual(wrong)
  })

  it('ends the session that the browser held before', async () => {
    const planted = await tokenOf(ASEL)
    await identity.signIn({
      number: ASEL,
      password: PASSWORD,
      address: address(),
      device,
      previous: planted,
    })
    expect(await identity.session(planted)).toBeUndefined()
  })

  it('locks a number after five failures, longer each time, whether it has an account or not', async () => {
    for (const number of [HEAD, withDigit('93030340006')]) {
      for (let n = 0; n < 5; n += 1)
        expect(await enter(number, 'wrong wrong')).toMatchObject(refused('WRONG_CREDENTIALS'))
      expect(await enter(number)).toMatchObject({
        ok: false,
        error: { code: 'IDENTITY_TOO_MANY_ATTEMPTS', params: { minutes: 1 } },
      })
      pass(61)
      expect(await enter(number, 'wrong wrong')).toMatchObject(refused('WRONG_CREDENTIALS'))
      expect(await enter(number)).toMatchObject({ ok: false, error: { params: { minutes: 2 } } })
      pass(121)
    }
  })

  it('lets no more guesses through when they come at once', async () => {
    const number = withDigit('94040440007')
    const results = await Promise.all(
      Array.from({ length: 20 }, () => enter(number, 'guess guess')),
    )
    const tried = results.filter((r) => !r.ok && r.error.code === 'IDENTITY_WRONG_CREDENTIALS')
    expect(tried).toHaveLength(5)
  })

  it('slows down one address that tries many numbers', async () => {
    const from = address()
    const codes: string[] = []
    for (let n = 0; n < 45; n += 1) {
      const base = `9505054${1000 + n}`
      if (controlDigit(base) === undefined) continue
      const guess = { number: withDigit(base), password: 'x', address: from, device }
      const result = await identity.signIn(guess)
      if (!result.ok) codes.push(result.error.code)
    }
    expect(codes.at(-1)).toBe('IDENTITY_TOO_MANY_ATTEMPTS')
  })

  it('answers any text with a coded refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (number, password) => {
          const result = await enter(number, password)
          expect(result.ok).toBe(false)
          const joined = await join(number, { password })
          expect(joined.ok).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a session', () => {
  it('ends after 30 minutes without a sign of life', async () => {
    const token = await tokenOf(ASEL)
    pass(29 * 60)
    expect(await identity.session(token)).toBeDefined()
    pass(29 * 60)
    expect(await identity.session(token)).toBeDefined()
    pass(30 * 60 + 1)
    expect(await identity.session(token)).toBeUndefined()
  })

  it('ends after 12 hours however busy it is', async () => {
    const token = await tokenOf(ASEL)
    for (let n = 0; n < 12 * 3; n += 1) {
      pass(20 * 60)
      await identity.session(token)
    }
    expect(await identity.session(token)).toBeUndefined()
  })

  it('can be watched without a sign of life', async () => {
    const token = await tokenOf(ASEL)
    const mine = await identity.session(token)
    if (!mine) throw new Error('no session')
    pass(29 * 60)
    expect(await identity.stillOpen(mine.session)).toBe(true)
    pass(61)
    expect(await identity.stillOpen(mine.session)).toBe(false)
    expect(await identity.session(token)).toBeUndefined()
    const other = await tokenOf(ASEL)
    const next = await identity.session(other)
    await identity.signOut(other, address())
    expect(await identity.stillOpen(next?.session ?? '')).toBe(false)
  })

  it('is not found by any other token', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (token) => {
        expect(await identity.session(token)).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  it('can be ended from another one, but by its owner only', async () => {
    const here = await tokenOf(ASEL)
    const there = await tokenOf(ASEL)
    const stranger = await identity.session(await tokenOf(FIRM))
    const mine = await identity.session(here)
    const lost = await identity.session(there)
    if (!mine || !lost || !stranger) throw new Error('no session')
    expect(await identity.endSession(stranger, lost.session, address())).toBe(false)
    expect(await identity.endSession(mine, lost.session, address())).toBe(true)
    expect(await identity.session(there)).toBeUndefined()
    expect(await identity.endSession(mine, "'; drop table", address())).toBe(false)
  })

  it('ends everywhere at once on demand', async () => {
    const tokens = [await tokenOf(ASEL), await tokenOf(ASEL)]
    const mine = await identity.session(tokens[0] ?? '')
    if (!mine) throw new Error('no session')
    await identity.signOutEverywhere(mine, address())
    expect(await Promise.all(tokens.map((token) => identity.session(token)))).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('a change of the password', () => {
  it('needs the old one and ends the other sessions', async () => {
    const other = await tokenOf(ASEL)
    const mine = await identity.session(await tokenOf(ASEL))
    if (!mine) throw new Error('no session')
    const change = { next: 'жаңа құпия сөздер', address: address() }
    expect(await identity.changePassword(mine, { ...change, current: 'wrong' })).toMatchObject(
      refused('WRONG_PASSWORD'),
    )
    expect(await identity.changePassword(mine, { ...change, current: PASSWORD })).toMatchObject({
      ok: true,
    })
    expect(await identity.session(other)).toBeUndefined()
    expect(await enter(ASEL)).toMatchObject(refused('WRONG_CREDENTIALS'))
    await tokenOf(ASEL, change.next)
  })

  it('is told to its owner, however it was made, or is not made', async () => {
    news.length = 0
    const party = { kind: 'person', iin: HEAD } as const
    expect((await join(HEAD)).ok).toBe(true)
    const mine = await identity.session(await tokenOf(HEAD))
    if (!mine) throw new Error('no session')
    expect(news).toEqual([])
    const change = { current: PASSWORD, next: 'кешкі самал жел', address: address() }
    expect((await identity.changePassword(mine, change)).ok).toBe(true)
    const reset = { party, next: 'таңғы шық пен гүл', address: address() }
    expect((await identity.resetPassword(reset)).ok).toBe(true)
    expect(news).toMatchObject([
      { about: 'passwordChanged', party, at: now },
      { about: 'passwordChanged', party, at: now },
    ])
    expect(new Set(news.map(({ key }) => key)).size).toBe(2)
    noticesFail = true
    const silent = identity.resetPassword({ ...reset, next: 'ешкім білмейтін сөз' })
    await expect(silent.finally(() => (noticesFail = false))).rejects.toThrow(/notice/)
    await tokenOf(HEAD, reset.next)
  })

  it('by a signature needs none and ends all sessions', async () => {
    const before = await tokenOf(FIRM)
    const party = { kind: 'entity', bin: FIRM } as const
    const reset = await identity.resetPassword({
      party,
      next: 'тағы бір құпия',
      address: address(),
    })
    expect(reset.ok).toBe(true)
    expect(await identity.session(before)).toBeUndefined()
    await tokenOf(FIRM, 'тағы бір құпия')
  })

  it('stands in a journal that the portal can add to but not change', async () => {
    const account = await identity.accountOf({ kind: 'person', iin: ASEL })
    const kinds = (await identity.journalOf(account?.id ?? '')).map(({ kind }) => kind)
    expect(kinds).toContain('password-changed')
    expect(kinds.at(-1)).toBe('registered')
    const pool = database.database.pool('app')
    await expect(pool.query('delete from identity.journal')).rejects.toThrow(/permission denied/)
    await expect(pool.query("update identity.journal set address = ''")).rejects.toThrow(
      /permission denied/,
    )
  })
})
