import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import {
  type Appointments,
  type AppointmentsDeps,
  createAppointments,
  parseCalendars,
} from '#capabilities/appointments'
import type { Units } from './units.ts'

/** classifiers/registry-calendars.yaml. @throws when that file is not what it should be. */
export function loadOfficeCalendars(root: string, units: Units) {
  const file = path.join(root, 'classifiers/registry-calendars.yaml')
  const calendars = parseCalendars(parse(fs.readFileSync(file, 'utf8')))
  for (const [name, { of, offices }] of Object.entries(calendars)) {
    const codes = units.ofKind(of).map(({ code }) => code)
    const unknown = Object.keys(offices).find((code) => !codes.includes(code))
    if (codes.length === 0 || unknown !== undefined)
      throw new Error(`classifiers/registry-calendars.yaml: ${name} has no office ${unknown ?? of}`)
  }
  return calendars
}

/** Appointments at the offices of classifiers/units.yaml. */
export const appointmentsAt = (
  units: Units,
  deps: Omit<AppointmentsDeps, 'office'>,
): Appointments =>
  createAppointments({
    ...deps,
    office: (kind, code) => {
      const unit = units.find(code)
      return unit?.kind === kind ? unit : undefined
    },
  })
