import { randomUUID } from 'node:crypto'
import {
  dayOf,
  type Iin,
  ok,
  parseIin,
  type PlainDate,
  refuse,
  type Result,
  type Text,
} from '#core/kernel'
import type { Sql } from '#platform/db'
import type { OfficialsDeps } from './deps.ts'
import { officialsErrors } from './errors.ts'

/** Somebody in a role and a unit, by an order, from a day on; `to` is the first day on which it no longer counts. */
export interface Appointment {
  readonly id: string
  readonly iin: Iin
  readonly name: { readonly kk: string; readonly ru: string }
  readonly role: string
  readonly roleName: Text
  readonly unit: string
  readonly unitName: Text
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly order: string
  readonly dismissalOrder?: string
}

export interface NewAppointment {
  readonly iin: string
  readonly name: { readonly kk: string; readonly ru: string }
  readonly role: string
  readonly unit: string
  readonly from: PlainDate
  /** Number of the order of appointment. */
  readonly order: string
}

export interface Dismissal {
  readonly appointment: string
  /** The first day on which the appointment no longer counts. */
  readonly from: PlainDate
  readonly order: string
}

interface Row {
  readonly id: string
  readonly iin: string
  readonly name_kk: string
  readonly name_ru: string
  readonly role: string
  readonly unit: string
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
  readonly order_number: string
  readonly dismissal_order: string | null
}

const SELECT = `
select a.id, a.iin, a.name_kk, a.name_ru, a.role, a.unit, a.valid_from::text, d.valid_to::text, a.order_number,
  d.order_number as dismissal_order
from officials.appointment a left join officials.dismissal d on d.appointment = a.id`

const IN_FORCE = 'a.valid_from <= $1::date and (d.valid_to is null or $1::date < d.valid_to)'

const everywhere = (code: string): Text => ({ kk: code, ru: code, en: code })

const appointmentOf = (
  { roles, unitName }: Pick<OfficialsDeps, 'roles' | 'unitName'>,
  row: Row,
): Appointment => ({
  id: row.id,
  iin: row.iin as Iin,
  name: { kk: row.name_kk, ru: row.name_ru },
  role: row.role,
  roleName: roles[row.role] ?? everywhere(row.role),
  unit: row.unit,
  unitName: unitName(row.role, row.unit) ?? everywhere(row.unit),
  from: row.valid_from,
  order: row.order_number,
  ...(row.valid_to === null ? {} : { to: row.valid_to }),
  ...(row.dismissal_order === null ? {} : { dismissalOrder: row.dismissal_order }),
})

/** Every appointment there ever was, or those of a day; by unit, role and name. */
export async function listAppointments(
  deps: OfficialsDeps,
  on?: PlainDate,
): Promise<Appointment[]> {
  const { rows } = await deps.pool.query<Row>(
    `${SELECT} ${on === undefined ? '' : `where ${IN_FORCE}`} order by a.unit, a.role, a.name_kk, a.valid_from`,
    on === undefined ? [] : [on],
  )
  return rows.map((row) => appointmentOf(deps, row))
}

/** What a person is appointed to today. */
export async function appointmentsOf(
  deps: OfficialsDeps,
  sql: Sql,
  iin: string,
): Promise<Appointment[]> {
  const { rows } = await sql.query<Row>({
    name: 'officials-appointments-of',
    text: `${SELECT} where ${IN_FORCE} and a.iin = $2 order by a.role, a.unit`,
    values: [dayOf(deps.clock()), iin],
  })
  return rows.map((row) => appointmentOf(deps, row))
}

const blank = (text: string): boolean => text.trim() === ''

function fault(deps: OfficialsDeps, order: NewAppointment) {
  if (parseIin(order.iin) === undefined) return officialsErrors.BAD_IIN({}, 'iin')
  if (blank(order.name.kk) || blank(order.name.ru)) return officialsErrors.NO_NAME({}, 'name')
  const { role, unit } = order
  if (!Object.hasOwn(deps.roles, role))
    return officialsErrors.ROLE_UNKNOWN({ role, roles: Object.keys(deps.roles).join(', ') }, 'role')
  if (deps.unitName(role, unit) === undefined) return officialsErrors.UNIT_UNKNOWN({ unit }, 'unit')
  return blank(order.order) ? officialsErrors.NO_ORDER({}, 'order') : undefined
}

/**
 * Appoints a person. Refusals: OFFICIALS_BAD_IIN, _NO_NAME, _ROLE_UNKNOWN, _UNIT_UNKNOWN, _NO_ORDER, _ALREADY_APPOINTED.
 */
export async function appoint(
  deps: OfficialsDeps,
  order: NewAppointment,
): Promise<Result<Appointment>> {
  const wrong = fault(deps, order)
  if (wrong !== undefined) return refuse(wrong)
  const { iin, name, role, unit, from } = order
  const held = await deps.pool.query(
    `${SELECT} where a.iin = $2 and a.role = $3 and a.unit = $4 and (d.valid_to is null or $1::date < d.valid_to)`,
    [from, iin, role, unit],
  )
  if (held.rowCount !== 0) return refuse(officialsErrors.ALREADY_APPOINTED())
  const { rows } = await deps.pool.query<Row>(
    `with post as (insert into officials.held (appointment, iin, role, unit) values ($1, $2, $5, $6)
       on conflict do nothing returning appointment)
     insert into officials.appointment (id, iin, name_kk, name_ru, role, unit, valid_from, order_number, made_at)
     select appointment, $2, $3, $4, $5, $6, $7::date, $8, $9 from post
     returning id, iin, name_kk, name_ru, role, unit, valid_from::text, null as valid_to, order_number, null as dismissal_order`,
    [randomUUID(), iin, name.kk, name.ru, role, unit, from, order.order.trim(), deps.clock()],
  )
  const [row] = rows
  // Another order of the same was kept meanwhile.
  return row === undefined
    ? refuse(officialsErrors.ALREADY_APPOINTED())
    : ok(appointmentOf(deps, row))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ends an appointment. Refusals: OFFICIALS_NOT_APPOINTED (none, or ended already), _NO_ORDER, _BEFORE_APPOINTMENT. */
export async function dismiss(
  deps: OfficialsDeps,
  { appointment, from, order }: Dismissal,
): Promise<Result<undefined>> {
  if (blank(order)) return refuse(officialsErrors.NO_ORDER({}, 'order'))
  if (!UUID.test(appointment)) return refuse(officialsErrors.NOT_APPOINTED())
  const { rows } = await deps.pool.query<Row>(`${SELECT} where a.id = $1`, [appointment])
  const [row] = rows
  if (row === undefined || row.valid_to !== null) return refuse(officialsErrors.NOT_APPOINTED())
  if (from < row.valid_from)
    return refuse(officialsErrors.BEFORE_APPOINTMENT({ from: row.valid_from }))
  const { rowCount } = await deps.pool.query(
    `with ended as (insert into officials.dismissal (appointment, valid_to, order_number, made_at) values ($1, $2, $3, $4)
       on conflict do nothing returning appointment),
     free as (delete from officials.held h using ended e where h.appointment = e.appointment)
     select appointment from ended`,
    [appointment, from, order.trim(), deps.clock()],
  )
  return rowCount === 1 ? ok(undefined) : refuse(officialsErrors.NOT_APPOINTED())
}
