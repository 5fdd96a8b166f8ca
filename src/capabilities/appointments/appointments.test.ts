import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type OfficeCalendar, parseCalendar } from '#core/calendar'
import { instantAt, type Instant, plainDate, type Text } from '#core/kernel'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import {
  type Appointments,
  appointmentsSchema,
  createAppointments,
  parseCalendars,
} from './index.ts'

const text = (ru: string): Text => ({ kk: ru, ru, en: ru })
const calendars = parseCalendars({
  calendars: {
    marriage: {
      of: 'civil-registry',
      hours: [{ from: '10:00', to: '12:10' }],
      minutes: 60,
      capacity: 2,
      lead: { from: 1, to: 7 },
      offices: { '750000001': { capacity: 1, lead: { from: 1, to: 1 } } },
    },
  },
})
const OFFICES = ['710000001', '750000001']

let test: TestDatabase
let appointments: Appointments
let now: Instant

const days = (): OfficeCalendar => {
  const read = parseCalendar(parse(fs.readFileSync('classifiers/calendar.yaml', 'utf8')))
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

beforeAll(async () => {
  test = await testDatabase([appointmentsSchema])
  appointments = createAppointments({
    pool: test.database.pool('app'),
    clock: () => now,
    days: days(),
    calendars,
    office: (kind, code) =>
      kind === 'civil-registry' && OFFICES.includes(code)
        ? { code, name: text(`РАГС ${code}`), address: text('улица Абая, 1') }
        : undefined,
  })
})
beforeEach(async () => {
  // A Wednesday; Saturday and Sunday are the 28th and 29th.
  now = instantAt(plainDate('2026-11-25'), '09:00:00')
  await test.database.pool('app').query('update appointments.booking set released_at = now()')
})
afterAll(() => test.close())

const locals = (slots: readonly { local: string }[]) => slots.map(({ local }) => local)
const book = (wished?: string, key = randomUUID(), office = '710000001', caseId = randomUUID()) =>
  appointments.book({ key, caseId, calendar: 'marriage', office, ...(wished && { wished }) })

describe('free hours', () => {
  it('are those of working days within the lead, as long as an appointment fits in', async () => {
    const free = await appointments.free('marriage', '710000001', undefined, 50)
    expect(locals(free)).toEqual(
      ['26', '27', '30']
        .flatMap((day) => [`2026-11-${day}T10:00`, `2026-11-${day}T11:00`])
        .concat(
          // 1 December is a working day since 2022.
          ['2026-12-01T10:00', '2026-12-01T11:00', '2026-12-02T10:00', '2026-12-02T11:00'],
        ),
    )
    expect(free[0]).toMatchObject({ at: '2026-11-26T05:00:00.000Z', left: 2 })
  })

  it('begin at the day asked for, and end at the number asked for', async () => {
    const free = await appointments.free('marriage', '710000001', plainDate('2026-11-28'), 1)
    expect(locals(free)).toEqual(['2026-11-30T10:00'])
  })

  it('are told from taken ones and from those that the office does not offer', async () => {
    const state = (local: string, office = '750000001') =>
      appointments.hour('marriage', office, local)
    await book('2026-11-26T10:00', undefined, '750000001')
    expect(await state('2026-11-26T10:00')).toBe('taken')
    expect(await state('2026-11-26T11:00')).toBe('free')
    for (const local of ['2026-11-29T03:00', '2026-11-26T10:30', '2026-11-27T10:00', '10:00', ''])
      expect(await state(local), local).toBe('none')
    expect(await state('2026-11-26T11:00', '999')).toBe('none')
  })

  it('are none at an office that there is not', async () => {
    expect(await appointments.free('marriage', '999', undefined, 5)).toEqual([])
    expect(await book(undefined, undefined, '999')).toBeUndefined()
  })
})

describe('a booking', () => {
  it('is the wished hour with the office and its address', async () => {
    expect(await book('2026-11-27T11:00')).toEqual({
      office: { code: '710000001', name: text('РАГС 710000001'), address: text('улица Абая, 1') },
      at: '2026-11-27T06:00:00.000Z',
      local: '2026-11-27T11:00',
    })
  })

  it('is the next free hour when the wished one is taken or is none of the office', async () => {
    await Promise.all([book('2026-11-27T11:00'), book('2026-11-27T11:00')])
    expect(await book('2026-11-27T11:00')).toMatchObject({ local: '2026-11-30T10:00' })
    expect(await book('2026-11-28T10:00')).toMatchObject({ local: '2026-11-30T10:00' })
    expect(await book('2030-01-01T10:00')).toMatchObject({ local: '2026-11-26T10:00' })
    expect(await book()).toMatchObject({ local: '2026-11-26T10:00' })
  })

  it('is made once a key, however often it is asked for, also at once', async () => {
    const key = randomUUID()
    const same = await Promise.all(Array.from({ length: 8 }, () => book('2026-11-26T10:00', key)))
    expect(new Set(same.map((one) => one?.at)).size).toBe(1)
    const [first] = await appointments.free('marriage', '710000001', undefined, 1)
    expect(first).toMatchObject({ local: '2026-11-26T10:00', left: 1 })
  })

  it('never exceeds the capacity, with everybody at once', async () => {
    const made = await Promise.all(Array.from({ length: 30 }, () => book('2026-11-26T10:00')))
    const hours = made.flatMap((one) => one?.local ?? [])
    // Five days of two hours with two places each.
    expect(hours).toHaveLength(20)
    for (const hour of hours) expect(hours.filter((one) => one === hour)).toHaveLength(2)
    expect(await appointments.free('marriage', '710000001', undefined, 5)).toEqual([])
  })

  it('beyond the capacity is refused by the table itself', async () => {
    await book('2026-11-26T10:00', undefined, '750000001')
    const another = test.database.pool('app').query(
      `insert into appointments.booking select 'x', case_id, calendar, office, at, place, places, booked_at
       from appointments.booking where office = '750000001' and released_at is null`,
    )
    await expect(another).rejects.toMatchObject({ constraint: 'booking_place_once' })
    const third = test.database.pool('app').query(
      `insert into appointments.booking select 'y', case_id, calendar, office, at, places + 1, places, booked_at
       from appointments.booking where office = '750000001' and released_at is null`,
    )
    await expect(third).rejects.toMatchObject({ constraint: 'booking_within_capacity' })
  })

  it('of a case that is appointed again takes the place of the one before', async () => {
    const caseId = randomUUID()
    // The only place of the only day's hour: its own booking does not stand in the way.
    const hour = '2026-11-26T10:00'
    await book(hour, undefined, '750000001', caseId)
    expect(await book(hour, undefined, '750000001', caseId)).toMatchObject({ local: hour })
    expect(await book('2026-11-26T11:00', undefined, '750000001', caseId)).toBeDefined()
    const { rows } = await test.database
      .pool('app')
      .query('select at from appointments.booking where case_id = $1 and released_at is null', [
        caseId,
      ])
    expect(rows).toEqual([{ at: new Date('2026-11-26T06:00:00.000Z') }])
    expect(await book(hour, undefined, '750000001')).toMatchObject({ local: hour })
  })

  it('again at an office where all is taken keeps what the case holds', async () => {
    const caseId = randomUUID()
    await book('2026-11-26T10:00', undefined, '750000001', caseId)
    await book('2026-11-26T11:00', undefined, '750000001')
    const again = await book('2026-11-26T11:00', undefined, '750000001', caseId)
    expect(again).toMatchObject({ local: '2026-11-26T10:00' })
  })

  it('that is given back is free for others, and its key does not book again', async () => {
    const [key, caseId] = [randomUUID(), randomUUID()]
    await book('2026-11-26T10:00', key, '750000001', caseId)
    const { name, values } = appointments.release(caseId)
    await test.database.pool('app').query(`select ${name}($1, $2)`, [...values])
    expect(await book('2026-11-26T10:00', key, '750000001', caseId)).toBeUndefined()
    expect(await book('2026-11-26T10:00', undefined, '750000001')).toMatchObject({
      local: '2026-11-26T10:00',
    })
  })
})
