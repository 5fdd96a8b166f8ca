import type { PlainDate } from '#core/kernel'
import type { CivilActRow, OfficeRow } from '#registries/civil-acts'
import type { LandRow } from '#registries/land'
import type { LegalEntityRow } from '#registries/legal-entities'
import type { PowerRow } from '#registries/notary'
import type { PersonRow } from '#registries/persons'
import type { RealtyRow } from '#registries/realty'
import { type Block, blocksOf, type CountryOptions } from './blocks.ts'
import { createEstates, holderOf } from './estates.ts'
import type { Firm } from './firm.ts'
import { BANK } from './firm-words.ts'
import { createFirms } from './firms.ts'
import { createNumbers } from './numbers.ts'
import { type Citizen, createCitizens, createHouseholds } from './people.ts'
import { createKin, NOBODY } from './kin.ts'
import { createLand } from './land.ts'
import { readOffices } from './offices.ts'
import {
  createPersonas,
  estatesOfPersonas,
  kinOfPersonas,
  type Persona,
  type PersonaWorld,
  powersOfPersonas,
  RESERVED,
} from './personas.ts'
import { createAddresses, KOKPEKTY, type Place, readPlaces } from './places.ts'
import { createNotary, createPowers } from './powers.ts'
import { createProperty, type Holder } from './property.ts'
import { createRandom, type Random } from './random.ts'

/** One consistent world: whoever holds a right or heads a firm is a person or a legal entity of it. */
export interface Country {
  readonly persons: readonly PersonRow[]
  readonly legalEntities: readonly LegalEntityRow[]
  readonly realty: readonly RealtyRow[]
  readonly land: readonly LandRow[]
  /** Civil registry offices; the first block brings them. */
  readonly offices: readonly OfficeRow[]
  readonly civilActs: readonly CivilActRow[]
  readonly powers: readonly PowerRow[]
  readonly personas: readonly Persona[]
}

/** Makes the demonstration country. Nothing in it is true of anybody: numbers are valid by their rules, names are drawn by lot. */
export function createCountry(options: CountryOptions): Country {
  const parts = blocksOf(options).map(createBlock)
  return {
    persons: parts.flatMap(({ persons }) => persons),
    legalEntities: parts.flatMap(({ legalEntities }) => legalEntities),
    realty: parts.flatMap(({ realty }) => realty),
    land: parts.flatMap(({ land }) => land),
    offices: parts.flatMap(({ offices }) => offices),
    civilActs: parts.flatMap(({ civilActs }) => civilActs),
    powers: parts.flatMap(({ powers }) => powers),
    personas: parts.flatMap(({ personas }) => personas),
  }
}

/** The people to try with by hand; they are the same in every country. */
export function personasOn(today: PlainDate): readonly Persona[] {
  return blocksOf({ size: 100, today }).flatMap((block) => createBlock(block).personas)
}

/** One block of the country: the same rows on every machine, whatever was made before. */
export function createBlock({ block, size, seed, today }: Block): Country {
  const random = createRandom(seed)
  const places = readPlaces()
  const numbers = createNumbers(RESERVED, block)
  const newAddress = createAddresses(random, places, block)
  const means = { random, numbers, newAddress, today, block }
  const create = createCitizens(means)
  const world = block === 0 ? createPersonas(create, homeOf(places)) : undefined
  const fixed = Object.values(world?.citizens ?? {})
  const households = createHouseholds(means, create, Math.max(size - fixed.length, 10))
  const adults = households.flat().filter(({ adult }) => adult)
  const own = world === undefined ? [] : [world.firm]
  const firms = createFirms(means, adults, Math.max(Math.round(size / 10), own.length + 2), own)
  const others = firms.filter((firm) => !own.includes(firm))
  const property = createProperty({ random, today, bank: BANK, block })
  const estates = createEstates(
    { random, newAddress, property, today },
    { households, adults },
    others,
  )
  const previous = oldest(adults.map(holderOf))
  const theirs = world === undefined ? [] : estatesOfPersonas(property, world, previous)
  const realty = [...theirs, ...estates]
  const offices = readOffices()
  const { persons, records } = createKin(
    { random, today, block, places, offices },
    households,
    world === undefined ? NOBODY : kinOfPersonas(world),
  )
  return {
    persons,
    legalEntities: firms.map(({ row }) => row),
    realty,
    land: realty.flatMap(createLand({ random, places, today, block })),
    offices: block === 0 ? offices : [],
    civilActs: records,
    powers: powersOf({ random, today, block }, world, { adults, firms: others }),
    personas: world?.personas ?? [],
  }
}

function powersOf(
  { random, today, block }: { random: Random; today: PlainDate; block: number },
  world: PersonaWorld | undefined,
  { adults, firms }: { adults: readonly Citizen[]; firms: readonly Firm[] },
): PowerRow[] {
  const notary = createNotary(block)
  const theirs = world === undefined ? [] : powersOfPersonas(notary, world)
  return [...theirs, ...createPowers({ random, today, notary }, adults, firms)]
}

function homeOf(places: readonly Place[]): Place {
  const home = places.find(({ kato }) => kato === KOKPEKTY)
  if (home === undefined) throw new RangeError('the place of the personas is not inhabited')
  return home
}

/** The one who could hold rights first: the previous owner of what the personas have. */
function oldest(holders: readonly Holder[]): Holder {
  const [first] = holders.toSorted((a, b) => (a.able < b.able ? -1 : 1))
  if (first === undefined) throw new RangeError('a country without adults')
  return first
}
