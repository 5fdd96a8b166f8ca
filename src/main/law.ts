import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { loadRegulations } from '#capabilities/regulations'
import { type OfficeCalendar, parseCalendar } from '#core/calendar'
import { contracts } from '#core/contracts'
import { type MrpRates, mrpOn, parseMrp } from '#core/duty'
import type { PlainDate } from '#core/kernel'
import type { World } from '#core/regulation'
import { loadOfficeCalendars } from './appointments.ts'
import { type Bodies, loadBodies } from './bodies.ts'
import { Refused } from './refused.ts'
import { loadRegions } from './regions.ts'
import { loadSystems, type Systems } from './systems.ts'
import { loadUnits, type Units } from './units.ts'

/** What lies outside of the regulations and may be named in them. */
export const worldOf = (names: {
  readonly systems: Systems
  readonly bodies: Bodies
  readonly regions: readonly string[]
  readonly units: Units
  readonly calendars: Readonly<Record<string, unknown>>
}): World => ({
  services: contracts,
  systems: ['gateway', 'authority', ...Object.keys(names.systems.systems)],
  roles: Object.keys(names.systems.roles),
  seals: names.bodies.kinds,
  regions: names.regions,
  units: Object.fromEntries(
    names.units.kinds.map((kind) => [kind, names.units.ofKind(kind).map(({ code }) => code)]),
  ),
  calendars: Object.keys(names.calendars),
})

/** classifiers/calendar.yaml. @throws when that file is not what it should be. */
export function loadCalendar(root: string): OfficeCalendar {
  const data: unknown = parse(fs.readFileSync(path.join(root, 'classifiers/calendar.yaml'), 'utf8'))
  const calendar = parseCalendar(data)
  if (!calendar.ok)
    throw new Error(`classifiers/calendar.yaml: ${JSON.stringify(calendar.error.params)}`)
  return calendar.value
}

/** classifiers/mrp.yaml. @throws when that file is not what it should be. */
export function loadMrp(root: string): MrpRates {
  const data: unknown = parse(fs.readFileSync(path.join(root, 'classifiers/mrp.yaml'), 'utf8'))
  const rates = parseMrp(data)
  if (!rates.ok) throw new Error(`classifiers/mrp.yaml: ${JSON.stringify(rates.error.params)}`)
  return rates.value
}

/** All that the law of this country is: regulations, calendar, and the names that they speak of. @throws Refused */
export async function loadLaw(root: string) {
  const systems = loadSystems(root)
  const bodies = loadBodies(root)
  const regions = loadRegions(root)
  const units = loadUnits(root)
  const officeCalendars = loadOfficeCalendars(root, units)
  const rates = loadMrp(root)
  const regulations = await loadRegulations({
    root: path.join(root, 'regulations'),
    world: worldOf({ systems, bodies, regions: regions.codes, units, calendars: officeCalendars }),
    adoption: path.join(root, 'country/adoption.yaml'),
  })
  if (!regulations.ok) throw new Refused(regulations.error)
  return {
    systems,
    bodies,
    regions,
    units,
    regulations: regulations.value,
    calendar: loadCalendar(root),
    mrp: (day: PlainDate) => mrpOn(rates, day),
    officeCalendars,
  }
}

export type Law = Awaited<ReturnType<typeof loadLaw>>
