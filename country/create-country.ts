import type { PlainDate } from '#core/kernel'
import type { LegalEntityRow } from '#registries/legal-entities'
import type { PersonRow } from '#registries/persons'
import type { RealtyRow } from '#registries/realty'
import { createEstates, holderOf } from './estates.ts'
import { createFirms } from './firms.ts'
import { createNumbers } from './numbers.ts'
import { createCitizens, createHouseholds } from './people.ts'
import { createPersonas, estatesOfPersonas, type Persona, RESERVED } from './personas.ts'
import { createAddresses, KOKPEKTY, readPlaces } from './places.ts'
import { createProperty, type Holder } from './property.ts'
import { createRandom } from './random.ts'

export interface CountryOptions {
  /** Number of people, the fixed personas included; 1,000. There is one legal entity for ten people. */
  readonly size?: number
  /** The same seed and the same day give the same country. */
  readonly seed?: number
  /** The day on which this is the country; from 2013 on. */
  readonly today: PlainDate
}

/** One consistent world: whoever holds a right or heads a firm is a person or a legal entity of it. */
export interface Country {
  readonly persons: readonly PersonRow[]
  readonly legalEntities: readonly LegalEntityRow[]
  readonly realty: readonly RealtyRow[]
  readonly personas: readonly Persona[]
}

const DEFAULT_SIZE = 1000

/** Makes the demonstration country. Nothing in it is true of anybody: numbers are valid by their rules, names are drawn by lot. */
export function createCountry({ size = DEFAULT_SIZE, seed = 1, today }: CountryOptions): Country {
  const random = createRandom(seed)
  const places = readPlaces()
  const home = places.find(({ kato }) => kato === KOKPEKTY)
  if (home === undefined) throw new RangeError('the place of the personas is not inhabited')
  const numbers = createNumbers(RESERVED)
  const newAddress = createAddresses(random, places)
  const means = { random, numbers, newAddress, today }
  const create = createCitizens(means)
  const world = createPersonas(create, home)
  const fixed = Object.values(world.citizens)
  const households = createHouseholds(means, create, Math.max(size - fixed.length, 10))
  const adults = households.flat().filter(({ adult }) => adult)
  const firms = createFirms(means, adults, Math.max(Math.round(size / 10) - 1, 2))
  const bank = firms[0]?.name ?? world.firm.name
  const property = createProperty({ random, today, bank })
  const estates = createEstates(
    { random, newAddress, property, today },
    { households, adults },
    firms,
  )
  return {
    persons: [...fixed, ...households.flat()].map(({ row }) => row),
    legalEntities: [world.firm, ...firms].map(({ row }) => row),
    realty: [...estatesOfPersonas(property, world, oldest(adults.map(holderOf))), ...estates],
    personas: world.personas,
  }
}

/** The one who could hold rights first: the previous owner of what the personas have. */
function oldest(holders: readonly Holder[]): Holder {
  const [first] = holders.toSorted((a, b) => (a.able < b.able ? -1 : 1))
  if (first === undefined) throw new RangeError('a country without adults')
  return first
}
