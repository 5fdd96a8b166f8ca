import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadRegulations, type Regulations } from '#capabilities/regulations'
import { type OfficeCalendar, parseCalendar } from '#core/calendar'
import { contracts } from '#core/contracts'
import { mrpOn, parseMrp } from '#core/duty'
import type { PlainDate } from '#core/kernel'
import type { LawFacts } from '../step.ts'
import type { Edition, World } from '#core/regulation'

const ROOT = path.resolve(import.meta.dirname, '../../../..')

const names = z.record(z.string(), z.unknown())
const systemsFile = z.object({ systems: names, roles: names })
const bodiesFile = z.object({ seals: names })
const unitsFile = z.object({
  units: z.record(z.string(), z.array(z.object({ code: z.string() }))),
})
const katoFile = z.object({ entries: z.array(z.object({ code: z.string() })) })

const read = <T>(file: string, shape: z.ZodType<T>): T =>
  shape.parse(parse(fs.readFileSync(path.join(ROOT, file), 'utf8')))

function worldOnDisk(): World {
  const { systems, roles } = read('country/systems.yaml', systemsFile)
  const { seals } = read('classifiers/bodies.yaml', bodiesFile)
  const { entries } = read('classifiers/kato.yaml', katoFile)
  const { units } = read('classifiers/units.yaml', unitsFile)
  return {
    services: contracts,
    systems: ['gateway', 'authority', ...Object.keys(systems)],
    roles: Object.keys(roles),
    seals: Object.keys(seals),
    regions: entries.map(({ code }) => code).filter((code) => code.endsWith('0000000')),
    units: Object.fromEntries(
      Object.entries(units).map(([kind, list]) => [kind, list.map(({ code }) => code)]),
    ),
    calendars: ['marriage'],
  }
}

/** The regulations, editions and calendar of this repository. */
export interface CountryLaw {
  readonly regulations: Regulations
  readonly editions: readonly Edition[]
  readonly calendar: OfficeCalendar
  readonly mrp: (day: PlainDate) => number
}

/** @throws when they are not sound. */
export async function countryLaw(): Promise<CountryLaw> {
  const loaded = await loadRegulations({
    root: path.join(ROOT, 'regulations'),
    world: worldOnDisk(),
    adoption: path.join(ROOT, 'country/adoption.yaml'),
  })
  if (!loaded.ok) throw new Error(`${loaded.error.code} ${JSON.stringify(loaded.error.params)}`)
  const calendar = parseCalendar(read('classifiers/calendar.yaml', z.unknown()))
  if (!calendar.ok) throw new Error(calendar.error.code)
  const regulations = loaded.value
  const editions = regulations.services().flatMap(({ id }) => regulations.editions(id))
  const rates = parseMrp(read('classifiers/mrp.yaml', z.unknown()))
  if (!rates.ok) throw new Error(rates.error.code)
  const mrp = (day: PlainDate) => mrpOn(rates.value, day)
  return { regulations, editions, calendar: calendar.value, mrp }
}

/** What a step is told of the law. */
export const factsOf = ({ calendar, mrp }: CountryLaw): LawFacts => ({ calendar, mrp })
