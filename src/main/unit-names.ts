import type { Text } from '#core/kernel'
import type { Regulations } from '#capabilities/regulations'
import type { Law } from './law.ts'

const WHOLE_COUNTRY: Text = { kk: 'бүкіл ел', ru: 'вся страна', en: 'whole country' }

/** The bodies that regulations ask for their conclusions, by id: an official answers for the body that is their unit. */
function bodiesOf(regulations: Regulations): ReadonlyMap<string, Text> {
  const editions = regulations.services().flatMap(({ id }) => regulations.editions(id))
  const actors = editions.flatMap((edition) => Object.values(edition.actors))
  const named = actors.flatMap((actor) =>
    actor.kind === 'bodies' ? Object.entries(actor.bodies) : [],
  )
  return new Map(named.map(([body, { name }]) => [body, name]))
}

/**
 * What the unit of an official is called: the office or body of the kind in which the role serves, else the body that a
 * regulation asks, else the territory. Undefined when there is no such unit.
 */
export function unitNames({ systems, bodies, regions, units, regulations }: Law) {
  const asked = bodiesOf(regulations)
  return (role: string, unit: string): Text | undefined => {
    if (unit === '*') return WHOLE_COUNTRY
    const kind = systems.serves[role]
    const office = units.find(unit)
    if (kind !== undefined && office?.kind === kind) return office.name
    if (kind !== undefined && bodies.has(kind, unit)) return bodies.find(kind, unit).body
    return asked.get(unit) ?? regions.nameOf(unit)
  }
}
