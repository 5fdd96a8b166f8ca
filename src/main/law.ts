import { loadRegulations } from '#capabilities/regulations'
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { type OfficeCalendar, parseCalendar } from '#core/calendar'
import { contracts } from '#core/contracts'
import type { World } from '#core/regulation'
import { type Bodies, loadBodies } from './bodies.ts'
import { Refused } from './refused.ts'
import { loadRegions } from './regions.ts'
import { loadSystems, type Systems } from './systems.ts'

/** What lies outside of the regulations and may be named in them. */
export const worldOf = (systems: Systems, bodies: Bodies, regions: readonly string[]): World => ({
  services: contracts,
  systems: ['gateway', 'authority', ...Object.keys(systems.systems)],
  roles: Object.keys(systems.roles),
  seals: bodies.kinds,
  regions,
})

/** classifiers/calendar.yaml. @throws when that file is not what it should be. */
export function loadCalendar(root: string): OfficeCalendar {
  const data: unknown = parse(fs.readFileSync(path.join(root, 'classifiers/calendar.yaml'), 'utf8'))
  const calendar = parseCalendar(data)
  if (!calendar.ok)
    throw new Error(`classifiers/calendar.yaml: ${JSON.stringify(calendar.error.params)}`)
  return calendar.value
}

/** All that the law of this country is: regulations, calendar, and the names that they speak of. @throws Refused */
export async function loadLaw(root: string) {
  const systems = loadSystems(root)
  const bodies = loadBodies(root)
  const regions = loadRegions(root)
  const regulations = await loadRegulations({
    root: path.join(root, 'regulations'),
    world: worldOf(systems, bodies, regions.codes),
    adoption: path.join(root, 'country/adoption.yaml'),
  })
  if (!regulations.ok) throw new Refused(regulations.error)
  return { systems, bodies, regions, regulations: regulations.value, calendar: loadCalendar(root) }
}

export type Law = Awaited<ReturnType<typeof loadLaw>>
