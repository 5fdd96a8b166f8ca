import type { Actor } from '#core/engine'
import { dayOf, type PlainDate } from '#core/kernel'
import {
  appoint,
  type Appointment,
  appointmentsOf,
  dismiss,
  type Dismissal,
  listAppointments,
  type NewAppointment,
} from './appointments.ts'
import type { OfficialsDeps } from './deps.ts'
import {
  type AtDesk,
  deskJournal,
  type DeskSignIn,
  findDesk,
  leaveDesk,
  openDesk,
  takeSeat,
} from './desks.ts'
import { keepLook, type Look, looksAt } from './looks.ts'

/** The engine's actor for who sits there: one role, one unit, known by the IIN that stands in the signing certificate. */
export const officialOf = ({
  iin,
  role,
  unit,
}: Appointment): Extract<Actor, { kind: 'official' }> => ({
  kind: 'official',
  id: iin,
  roles: [role],
  unit,
})

/** Appointments, desks and looks. Refusals are `OFFICIALS_*`, each named at the verb's own file. */
export function createOfficials(deps: OfficialsDeps) {
  return {
    appoint: (order: NewAppointment) => appoint(deps, order),
    dismiss: (dismissal: Dismissal) => dismiss(deps, dismissal),
    /** All that there ever were, or those of a day. */
    list: (on?: PlainDate) => listAppointments(deps, on),
    inForce: () => listAppointments(deps, dayOf(deps.clock())),
    appointmentsOf: (iin: string) => appointmentsOf(deps, deps.pool, iin),
    /** A new session's token. */
    signIn: (signIn: DeskSignIn) => openDesk(deps, signIn),
    session: (token: string) => findDesk(deps, token),
    takeSeat: (desk: AtDesk, choice: { readonly appointment: string; readonly address: string }) =>
      takeSeat(deps, desk, choice),
    signOut: (token: string, address: string) => leaveDesk(deps, token, address),
    journalOf: (iin: string) => deskJournal(deps.pool, iin),
    looked: (seat: Appointment, look: Look) => keepLook(deps, seat, look),
    looksAt: (number: string, page: { readonly limit: number; readonly offset: number }) =>
      looksAt(deps, number, page),
  }
}

export type Officials = ReturnType<typeof createOfficials>
