export { type Calendars, parseCalendars } from './calendar-file.ts'
export {
  type Appointment,
  type Appointments,
  type AppointmentsDeps,
  createAppointments,
  type FreeSlot,
  type Office,
} from './create-appointments.ts'
export { appointmentsSchema } from './schema.ts'
