import type pg from 'pg'
import type { OfficeCalendar } from '#core/calendar'
import { dayOf, type Instant, instantAt, parseDate, type PlainDate, type Text } from '#core/kernel'
import type { SqlCall } from '#platform/db'
import { type Booked, findBooking, takePlace, takenFrom } from './bookings.ts'
import { type CalendarRules, type Calendars, rulesOf } from './calendar-file.ts'
import { localOf, type Slot, slotsFrom, windowOf } from './slots.ts'

/** A place where people are received. */
export interface Office {
  readonly code: string
  readonly name: Text
  readonly address: Text
}

export interface FreeSlot extends Slot {
  /** Places left at that hour. */
  readonly left: number
}

export interface Appointment extends Slot {
  readonly office: Office
}

export interface BookingRequest {
  /** Idempotency key: whoever asks again with it gets the same hour. */
  readonly key: string
  readonly caseId: string
  readonly calendar: string
  readonly office: string
  /** `YYYY-MM-DDTHH:MM` by the clock on the wall. */
  readonly wished?: string
}

export type HourState = 'free' | 'taken' | 'none'

export interface Appointments {
  /** The next free hours of an office, in order, from the day `from` on. */
  free(
    calendar: string,
    office: string,
    from: PlainDate | undefined,
    limit: number,
  ): Promise<FreeSlot[]>
  /** How it stands with one hour of an office, by the clock on the wall; `none`: the office does not offer it. */
  hour(calendar: string, office: string, local: string): Promise<HourState>
  /**
   * The wished hour, else the next free one after it, else the earliest one; undefined when every hour that may be chosen
   * is taken, or when there is no such office. Once a key; what the case held by another key is given back.
   */
  book(request: BookingRequest): Promise<Appointment | undefined>
  /** Gives the places of a case back, as a part of the statement that ends it. */
  release(caseId: string): SqlCall
}

export interface AppointmentsDeps {
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly days: OfficeCalendar
  readonly calendars: Calendars
  /** An office of that kind by its code (classifiers/units.yaml). */
  readonly office: (kind: string, code: string) => Office | undefined
}

/** Every lost race was won by somebody, so this is met only by that many bookings at one office in one moment. */
const MOST_RACES = 200

interface Place {
  readonly name: string
  readonly office: Office
  readonly rules: CalendarRules
}

function placeOf(
  { calendars, office }: AppointmentsDeps,
  name: string,
  code: string,
): Place | undefined {
  const rules = rulesOf(calendars, name, code)
  const found = office(calendars[name]?.of ?? '', code)
  return found && { name, office: found, rules }
}

async function free(
  deps: AppointmentsDeps,
  { name, office, rules }: Place,
  { from, limit, but }: { from?: PlainDate; limit: number; but?: string },
): Promise<FreeSlot[]> {
  const today = dayOf(deps.clock())
  const first = instantAt(windowOf(rules, today).first)
  const place = { calendar: name, office: office.code, from: first, ...(but && { but }) }
  const taken = await takenFrom(deps.pool, place)
  const found: FreeSlot[] = []
  for (const slot of slotsFrom(rules, deps.days, { today, ...(from && { from }) })) {
    if (found.length >= limit) break
    const left = rules.capacity - (taken.get(slot.at) ?? 0)
    if (left > 0) found.push({ ...slot, left })
  }
  return found
}

async function hour(
  deps: AppointmentsDeps,
  { name, office, rules }: Place,
  local: string,
): Promise<HourState> {
  const day = parseDate(local.slice(0, 10))
  const today = dayOf(deps.clock())
  const offered = day === undefined ? [] : slotsFrom(rules, deps.days, { today, from: day })
  const slot = [...offered].find((one) => one.local === local)
  if (slot === undefined) return 'none'
  const taken = await takenFrom(deps.pool, { calendar: name, office: office.code, from: slot.at })
  return (taken.get(slot.at) ?? 0) < rules.capacity ? 'free' : 'taken'
}

/** All hours of the office: the wished one first, then those after it, then those before. */
function inOrder(
  deps: AppointmentsDeps,
  rules: CalendarRules,
  wished: string | undefined,
): Instant[] {
  const all = [...slotsFrom(rules, deps.days, { today: dayOf(deps.clock()) })]
  const from = wished === undefined ? 0 : all.findIndex(({ local }) => local >= wished)
  const first = Math.max(from, 0)
  return [...all.slice(first), ...all.slice(0, first)].map(({ at }) => at)
}

async function take(
  deps: AppointmentsDeps,
  { name, office, rules }: Place,
  request: BookingRequest,
): Promise<Booked | undefined> {
  const { key, caseId, wished } = request
  const hours = inOrder(deps, rules, wished)
  for (let race = 0; race < MOST_RACES; race += 1) {
    const before = await findBooking(deps.pool, key)
    if (before !== undefined) return before
    const [any] = await free(deps, { name, office, rules }, { limit: 1, but: caseId })
    if (any === undefined) return undefined
    const { capacity } = rules
    const wanted = { key, caseId, calendar: name, office: office.code, hours, capacity }
    await takePlace(deps.pool, { ...wanted, bookedAt: deps.clock() })
  }
  throw new Error(`no place could be taken at ${office.code}: too many at once`)
}

async function book(
  deps: AppointmentsDeps,
  request: BookingRequest,
): Promise<Appointment | undefined> {
  const place = placeOf(deps, request.calendar, request.office)
  const booked = place && (await take(deps, place, request))
  if (place === undefined || booked === undefined || booked.released) return undefined
  return { office: place.office, at: booked.at, local: localOf(booked.at) }
}

/** Appointments at offices. @see Appointments */
export function createAppointments(deps: AppointmentsDeps): Appointments {
  return {
    async free(calendar, office, from, limit) {
      const place = placeOf(deps, calendar, office)
      return place === undefined ? [] : free(deps, place, { limit, ...(from && { from }) })
    },
    async hour(calendar, office, local) {
      const place = placeOf(deps, calendar, office)
      return place === undefined ? 'none' : hour(deps, place, local)
    },
    book: (request) => book(deps, request),
    release: (caseId) => ({ name: 'appointments.release', values: [caseId, deps.clock()] }),
  }
}
