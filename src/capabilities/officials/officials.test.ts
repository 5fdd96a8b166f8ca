import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, controlDigit, type Iin, type Instant, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { createOfficials, type Officials, officialOf } from './create-officials.ts'
import { officialsSchema } from './schema.ts'

const withDigit = (base: string): Iin => `${base}${controlDigit(base)}` as Iin
const GULNAR = withDigit('79052040010')
const SANZHAR = withDigit('95031030010')
const NOBODY = withDigit('88010140001')
const text = (word: string) => ({ kk: `${word} kk`, ru: `${word} ru`, en: `${word} en` })
const ROLES = { registrar: text('registrar'), clerk: text('clerk') }

let now = '2026-04-02T10:00:00.000Z' as Instant
const pass = (seconds: number): void => {
  now = addSeconds(now, seconds)
}

let database: Awaited<ReturnType<typeof testDatabase>>
let officials: Officials
beforeAll(async () => {
  database = await testDatabase([officialsSchema])
  officials = createOfficials({
    pool: database.database.pool('app'),
    clock: () => now,
    roles: ROLES,
    unitName: (role, unit) => (unit === 'nowhere' ? undefined : text(`${role} of ${unit}`)),
  })
})
afterAll(() => database.close())

const order = (over: object = {}) => ({
  iin: GULNAR,
  name: { kk: 'ОСПАНОВА ГҮЛНАР', ru: 'ОСПАНОВА ГУЛЬНАР' },
  role: 'registrar',
  unit: '710000000',
  from: plainDate('2020-01-06'),
  order: '12-к',
  ...over,
})
const refused = (code: string) => ({ ok: false, error: { code: `OFFICIALS_${code}` } })
async function value<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
) {
  const got = await result
  if (!got.ok) throw new Error(got.error.code)
  return got.value
}
const enter = (iin: Iin, previous?: string) =>
  officials.signIn({
    iin,
    language: 'ru',
    address: '10.0.0.1',
    ...(previous === undefined ? {} : { previous }),
  })

describe('an appointment', () => {
  it('names person, role, unit, day and order, and is found in the list', async () => {
    const made = await value(officials.appoint(order()))
    expect(made).toMatchObject({
      iin: GULNAR,
      roleName: text('registrar'),
      unitName: text('registrar of 710000000'),
      from: '2020-01-06',
      order: '12-к',
    })
    expect(await officials.inForce()).toEqual([made])
    expect(await officials.list(plainDate('2020-01-05'))).toEqual([])
    expect(officialOf(made)).toEqual({
      kind: 'official',
      id: GULNAR,
      roles: ['registrar'],
      unit: '710000000',
    })
  })

  it('is made once of orders that come at the same moment, and again when it has ended', async () => {
    const same = order({ iin: SANZHAR, unit: '390000000' })
    const both = await Promise.all([1, 2, 3].map(() => officials.appoint(same)))
    const made = both.flatMap((one) => (one.ok ? [one.value.id] : []))
    expect(made).toHaveLength(1)
    for (const one of both.filter(({ ok }) => !ok))
      expect(one).toMatchObject(refused('ALREADY_APPOINTED'))
    const from = plainDate('2021-01-06')
    await value(officials.dismiss({ appointment: made[0] ?? '', from, order: '13-к' }))
    await value(
      officials.dismiss({
        appointment: (await value(officials.appoint({ ...same, from }))).id,
        from,
        order: '14-к',
      }),
    )
  })

  it.each([
    ['BAD_IIN', { iin: '123' }],
    ['NO_NAME', { name: { kk: ' ', ru: 'А' } }],
    ['ROLE_UNKNOWN', { role: 'constructor' }],
    ['UNIT_UNKNOWN', { unit: 'nowhere' }],
    ['NO_ORDER', { order: ' ' }],
    ['ALREADY_APPOINTED', {}],
  ])('is refused with %s', async (code, over) => {
    expect(await officials.appoint(order(over))).toMatchObject(refused(code))
  })

  it('ends with a dismissal, once, not before it began, and may be made anew afterwards', async () => {
    const made = await value(officials.appoint(order({ iin: SANZHAR, role: 'clerk' })))
    const dismissal = { appointment: made.id, from: plainDate('2026-04-02'), order: '13-к' }
    const early = { ...dismissal, from: plainDate('2019-12-31') }
    expect(await officials.dismiss(early)).toMatchObject(refused('BEFORE_APPOINTMENT'))
    expect(await officials.dismiss({ ...dismissal, order: '' })).toMatchObject(refused('NO_ORDER'))
    expect(await officials.dismiss({ ...dismissal, appointment: 'x' })).toMatchObject(
      refused('NOT_APPOINTED'),
    )
    expect(await officials.dismiss(dismissal)).toMatchObject({ ok: true })
    expect(await officials.dismiss(dismissal)).toMatchObject(refused('NOT_APPOINTED'))
    expect(await officials.appointmentsOf(SANZHAR)).toEqual([])
    const past = await officials.list()
    expect(past.find(({ id }) => id === made.id)).toMatchObject({
      to: '2026-04-02',
      dismissalOrder: '13-к',
    })
    const again = order({ iin: SANZHAR, role: 'clerk', from: plainDate('2026-04-02') })
    expect(await officials.appoint(again)).toMatchObject({ ok: true })
  })

  it.each([
    "update officials.appointment set role = 'clerk'",
    'delete from officials.appointment',
    'delete from officials.dismissal',
    'delete from officials.journal',
    'delete from officials.look',
  ])('is history that the platform itself cannot rewrite: %s', async (sql) => {
    await expect(database.database.pool('app').query(sql)).rejects.toThrow('permission denied')
  })
})

describe('a desk', () => {
  it('opens for who is appointed today alone, and the attempt of anybody else is noted', async () => {
    expect(await enter(NOBODY)).toMatchObject(refused('NO_DESK'))
    expect(await officials.journalOf(NOBODY)).toMatchObject([{ kind: 'not-an-official' }])
    const desk = await officials.session(await value(enter(GULNAR)))
    expect(desk?.seat).toMatchObject({ role: 'registrar' })
  })

  it('asks for the seat where there are several, and gives none that is not one’s own', async () => {
    const second = await value(officials.appoint(order({ role: 'clerk', unit: '130' })))
    const token = await value(enter(GULNAR))
    const desk = await officials.session(token)
    if (desk === undefined) throw new Error('no desk')
    expect(desk.seat).toBeUndefined()
    expect(desk.appointments).toHaveLength(2)
    const foreign = (await officials.appointmentsOf(SANZHAR))[0]?.id ?? ''
    const at = (appointment: string) =>
      officials.takeSeat(desk, { appointment, address: '10.0.0.1' })
    expect(await at(foreign)).toMatchObject(refused('NO_DESK'))
    expect(await at(second.id)).toMatchObject({ ok: true })
    expect((await officials.session(token))?.seat).toMatchObject({ role: 'clerk', unit: '130' })
    await officials.dismiss({ appointment: second.id, from: plainDate('2026-04-02'), order: '1' })
    expect((await officials.session(token))?.seat).toBeUndefined()
  })

  it('is left after 30 idle minutes, at the end of the day, and when the person signs out', async () => {
    const idle = await value(enter(GULNAR))
    pass(29 * 60)
    expect(await officials.session(idle)).toBeDefined()
    pass(31 * 60)
    expect(await officials.session(idle)).toBeUndefined()
    const long = await value(enter(GULNAR))
    for (let n = 0; n < 21; n += 1) {
      pass(29 * 60)
      await officials.session(long)
    }
    expect(await officials.session(long)).toBeUndefined()
    const left = await value(enter(GULNAR))
    await officials.signOut(left, '10.0.0.1')
    expect(await officials.session(left)).toBeUndefined()
    expect((await officials.journalOf(GULNAR))[0]).toMatchObject({ kind: 'signed-out' })
  })

  it('ends the session that the browser held before', async () => {
    const before = await value(enter(GULNAR))
    const after = await value(enter(GULNAR, before))
    expect(await officials.session(before)).toBeUndefined()
    expect(await officials.session(after)).toBeDefined()
  })

  it('closes at once for who is dismissed', async () => {
    const [only] = await officials.appointmentsOf(GULNAR)
    const token = await value(enter(GULNAR))
    await officials.dismiss({
      appointment: only?.id ?? '',
      from: plainDate('2026-04-02'),
      order: '14-к',
    })
    expect(await officials.session(token)).toBeUndefined()
  })
})

describe('a look at a case', () => {
  const look = {
    caseId: '5b3ec493-9d6e-4c7b-8f6f-450c43cb98aa',
    caseNumber: '10100000000001',
    about: [NOBODY, NOBODY],
  }
  const page = { limit: 10, offset: 0 }
  it('is told to the person concerned: when, which role of which unit, which request', async () => {
    const [seat] = await officials.appointmentsOf(SANZHAR)
    if (seat === undefined) throw new Error('no seat')
    await officials.looked(seat, look)
    await officials.looked(seat, look)
    expect(await officials.looksAt(NOBODY, page)).toEqual([
      {
        at: now,
        role: text('clerk'),
        unit: text('clerk of 710000000'),
        caseNumber: look.caseNumber,
      },
    ])
    pass(601)
    await officials.looked(seat, look)
    expect(await officials.looksAt(NOBODY, page)).toHaveLength(2)
    expect(await officials.looksAt(GULNAR, page)).toEqual([])
  })
})
