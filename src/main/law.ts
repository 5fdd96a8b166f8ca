import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { type OfficeCalendar, parseCalendar } from '#core/calendar'
import { contracts } from '#core/contracts'
import type { World } from '#core/regulation'
import type { Bodies } from './bodies.ts'
import type { Systems } from './systems.ts'

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
