import fs from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Bilingual } from '#core/contracts'
import type { Random } from './random.ts'

const katoFile = z.object({
  entries: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{9}$/),
      kind: z.enum(['region', 'city', 'city-district', 'district']),
      parent: z.string().optional(),
      name: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }),
      from: z.string().optional(),
      to: z.string().optional(),
      successors: z.array(z.string()).optional(),
      unconfirmed: z.boolean().optional(),
    }),
  ),
})
export type KatoEntry = z.output<typeof katoFile>['entries'][number]

/** The classifier of administrative and territorial objects, as the data has it. */
export function readKato(): readonly KatoEntry[] {
  const text = fs.readFileSync(new URL('../classifiers/kato.yaml', import.meta.url), 'utf8')
  return katoFile.parse(parse(text)).entries
}

/** A place where people of the demonstration country live. */
export interface Place {
  readonly kato: string
  readonly region: string
  /** Region and place as an address begins with them. */
  readonly prefix: Bilingual
  /** Names of the region and of the place itself. */
  readonly names: { readonly region: Bilingual; readonly place: Bilingual }
  /** The department of justice that registers there. */
  readonly justice: Bilingual
  /** Region and district of its cadastral numbers; districts keep their codes when borders change. */
  readonly cadastre: string
}

/** Where people live, and the first digits of the cadastral numbers there. */
const INHABITED: Readonly<Record<string, string>> = {
  '104400000': '05:245',
  '101000000': '05:252',
  '103800000': '05:237',
  '631000000': '05:085',
  '632400000': '05:083',
  '636200000': '05:079',
  '711200000': '21:320',
  '711300000': '21:318',
  '751100000': '20:311',
  '751400000': '20:313',
  '351000000': '09:142',
  '551000000': '14:218',
  '151000000': '02:036',
  '391000000': '12:193',
}
/** The place of the fixed personas. */
export const KOKPEKTY = '104400000'

const bodiesFile = z.object({
  seals: z.object({
    'justice-department': z.object({
      regions: z.record(z.string(), z.object({ kk: z.string(), ru: z.string() })),
    }),
  }),
})

function readJustice(): Readonly<Record<string, Bilingual>> {
  const text = fs.readFileSync(new URL('../classifiers/bodies.yaml', import.meta.url), 'utf8')
  return bodiesFile.parse(parse(text)).seals['justice-department'].regions
}

let read: readonly Place[] | undefined
/** The files are read once: a country of a million people is made of two hundred blocks. */
export const readPlaces = (): readonly Place[] => (read ??= placesOf())

function placesOf(): readonly Place[] {
  const departments = readJustice()
  const entries = new Map(readKato().map((entry) => [entry.code, entry]))
  return Object.entries(INHABITED).map(([kato, cadastre]) => {
    const entry = entries.get(kato)
    const region = entries.get(entry?.parent ?? '')
    if (entry === undefined || region === undefined) throw new RangeError(`KATO lacks ${kato}`)
    const prefix = {
      kk: `${region.name.kk}, ${entry.name.kk}`,
      ru: `${region.name.ru}, ${entry.name.ru}`,
    }
    const justice = departments[region.code]
    if (justice === undefined) throw new RangeError(`no department of justice in ${region.code}`)
    const names = { region: region.name, place: entry.name }
    return { kato, region: region.code, prefix, names, justice, cadastre }
  })
}

const STREETS: readonly Bilingual[] = [
  { kk: 'Абай', ru: 'Абая' },
  { kk: 'Шәкәрім', ru: 'Шакарима' },
  { kk: 'Мұхтар Әуезов', ru: 'Мухтара Ауэзова' },
  { kk: 'Қаныш Сәтбаев', ru: 'Каныша Сатпаева' },
  { kk: 'Жамбыл', ru: 'Жамбыла' },
  { kk: 'Бөгенбай батыр', ru: 'Богенбай батыра' },
  { kk: 'Қабанбай батыр', ru: 'Кабанбай батыра' },
  { kk: 'Тәуелсіздік', ru: 'Тауелсиздик' },
  { kk: 'Бейбітшілік', ru: 'Бейбитшилик' },
  { kk: 'Достық', ru: 'Достык' },
  { kk: 'Ыбырай Алтынсарин', ru: 'Ыбырая Алтынсарина' },
  { kk: 'Шоқан Уәлиханов', ru: 'Шокана Уалиханова' },
  { kk: 'Мәншүк Мәметова', ru: 'Маншук Маметовой' },
  { kk: 'Әлия Молдағұлова', ru: 'Алии Молдагуловой' },
]

/** A building or plot, and a flat in it or none. */
export interface Address {
  readonly place: Place
  readonly street: Bilingual
  readonly house: string
  readonly flat: string | null
  readonly text: Bilingual
}

export function addressAt(
  place: Place,
  street: Bilingual,
  house: string,
  flat: string | null,
): Address {
  const end = {
    kk: flat === null ? '' : `, ${flat}-пәтер`,
    ru: flat === null ? '' : `, квартира ${flat}`,
  }
  const text = {
    kk: `${place.prefix.kk}, ${street.kk} көшесі, ${house}-үй${end.kk}`,
    ru: `${place.prefix.ru}, улица ${street.ru}, дом ${house}${end.ru}`,
  }
  return { place, street, house, flat, text }
}

export const STREET_OF_ABAY = STREETS[0] ?? { kk: 'Абай', ru: 'Абая' }

/** Numbers of a street below this one are those of the fixed personas. */
const FIRST_HOUSE = 60
/** Numbers of each street that a block may give to houses, and to buildings with flats. */
const HOUSES = 20
const BUILDINGS = 4

/** Addresses that nobody has yet: each is given once, and every block has numbers of its own in each street. */
export function createAddresses(random: Random, places: readonly Place[], block: number) {
  const taken = new Set<string>()
  const first = FIRST_HOUSE + block * (HOUSES + BUILDINGS)
  const number = (kind: 'flat' | 'house') =>
    first + (kind === 'house' ? random.int(1, HOUSES) : HOUSES + random.int(1, BUILDINGS))
  return (kind: 'flat' | 'house', place = random.pick(places)): Address => {
    for (;;) {
      const street = random.pick(STREETS)
      const house = String(number(kind))
      const flat = kind === 'flat' ? String(random.int(1, 80)) : null
      const key = `${place.kato}/${street.kk}/${house}/${flat ?? ''}`
      if (!taken.has(key)) {
        taken.add(key)
        return addressAt(place, street, house, flat)
      }
    }
  }
}
export type NewAddress = ReturnType<typeof createAddresses>
