import { randomInt } from 'node:crypto'
import { type Bin, controlDigit, type Iin, parseBin, parseIin } from '#core/kernel'
import { importLegalEntities } from '#registries/legal-entities'
import { importPersons } from '#registries/persons'
import { importRealty, type RealtyRow, type RightRow } from '#registries/realty'
import type { Platform } from '../../src/main/platform.ts'

type Pools = Pick<Platform, 'database'>

const REGION = '710000000'
const KATO = '711200000'
const SINCE = '1985-01-01'
const name = {
  kk: { surname: 'СЫНАҚОВА', given: 'САЯ', patronymic: null },
  ru: { surname: 'СЫНАКОВА', given: 'САЯ', patronymic: null },
}
const home = {
  validFrom: SINCE,
  validTo: null,
  kato: KATO,
  region: REGION,
  text: { kk: 'Астана қаласы, Сынақ көшесі, 1-үй', ru: 'город Астана, улица Сынак, дом 1' },
}

/** The first number with a control digit whose serial part counts up from a random place. */
function numbered(prefix: string, digits: number): string {
  const limit = 10 ** digits
  for (let serial = randomInt(limit); ; serial = (serial + 1) % limit) {
    const base = `${prefix}${String(serial).padStart(digits, '0')}`
    const control = controlDigit(base)
    if (control !== undefined) return `${base}${control}`
  }
}

/** A woman born on a day on which nobody of the made-up country was: no number can meet another. */
const BIRTH_DATE = '1981-02-03'
const iin = (): Iin => {
  const number = parseIin(numbered('8102034', 4))
  if (number === undefined) throw new Error('an IIN with a control digit is one')
  return number
}
const bin = (): Bin => {
  const number = parseBin(numbered('050440', 5))
  if (number === undefined) throw new Error('a BIN with a control digit is one')
  return number
}

/** Puts a person into the register of persons; gives the IIN. */
export async function bear({ database }: Pools): Promise<Iin> {
  const number = iin()
  const { rejected } = await importPersons(database.pool('registry_persons'), [
    {
      iin: number,
      birthDate: BIRTH_DATE,
      sex: 'female',
      citizenship: 'KAZ',
      deathDate: null,
      names: [{ validFrom: BIRTH_DATE, validTo: null, ...name }],
      documents: [],
      residences: [home],
    },
  ])
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  return number
}

export const bury = async ({ database }: Pools, number: Iin, day: string): Promise<void> => {
  await database
    .pool('registry_persons')
    .query('update reg_persons.person set death_date = $2 where iin = $1', [number, day])
}

export interface Founded {
  readonly bin: Bin
  readonly headIin: Iin
}

/** Registers a legal entity with a head who is in the register of persons. */
export async function found(pools: Pools): Promise<Founded> {
  const [number, headIin] = [bin(), await bear(pools)]
  const { rejected } = await importLegalEntities(pools.database.pool('registry_legal_entities'), [
    {
      bin: number,
      kind: 'head',
      parent: null,
      registeredOn: '2005-04-12',
      liquidatedOn: null,
      names: [{ validFrom: '2005-04-12', validTo: null, kk: '«Сынақ» ЖШС', ru: 'ТОО «Сынак»' }],
      seats: [{ ...home, validFrom: '2005-04-12' }],
      heads: [{ validFrom: '2005-04-12', validTo: null, iin: headIin, name }],
    },
  ])
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  return { bin: number, headIin }
}

export const liquidate = async ({ database }: Pools, number: Bin, day: string): Promise<void> => {
  await database
    .pool('registry_legal_entities')
    .query('update reg_legal_entities.entity set liquidated_on = $2 where bin = $1', [number, day])
}

const deed = (kk: string, ru: string) => ({ kk, ru })

const right = (
  holder: string,
  period: Pick<RightRow, 'terminatedAt' | 'termination'>,
): RightRow => ({
  holder,
  kind: 'ownership',
  form: 'individual',
  share: null,
  basis: deed('2006 жылғы 1 наурыздағы шарт', 'договор от 1 марта 2006 года'),
  registeredAt: '2006-03-04T05:00:00.000Z',
  ...period,
})

let cadastral = 0

/** Registers a flat in Astana that the holder has now, or had until 2009; gives its cadastral number. */
export async function register(
  { database }: Pools,
  holder: string,
  when: 'now' | 'formerly',
): Promise<string> {
  cadastral += 1
  const row: RealtyRow = {
    cadastralNumber: `21:320:901:${cadastral}`,
    kind: 'flat',
    purpose: { kk: 'тұрғын үй', ru: 'жилое' },
    kato: KATO,
    region: REGION,
    street: { kk: 'Сынақ', ru: 'Сынак' },
    house: String(cadastral),
    block: null,
    flat: null,
    address: {
      kk: `Астана қаласы, Сынақ көшесі, ${cadastral}-үй`,
      ru: `город Астана, улица Сынак, дом ${cadastral}`,
    },
    addressCode: null,
    rights: [
      right(
        holder,
        when === 'now'
          ? { terminatedAt: null, termination: null }
          : {
              terminatedAt: '2009-06-07T05:00:00.000Z',
              termination: deed('2009 жылғы 5 маусымдағы шарт', 'договор от 5 июня 2009 года'),
            },
      ),
    ],
    encumbrances: [],
    claims: [],
  }
  const { rejected } = await importRealty(database.pool('registry_realty'), [row])
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  return row.cadastralNumber
}

/** Those whom the register of civil acts knows as born and grown up, and as nothing else. */
export const SINGLES = `
  select c.iin, c.sex from reg_civil_acts.standing(current_date) c
  where c.kind = 'birth' and c.role = 'child' and c.birth_date < current_date - interval '19 years'
    and not exists (select from reg_civil_acts.standing(current_date) m
      where m.iin = c.iin and m.kind in ('marriage', 'death'))`

/** The Russian name of somebody in a record of the register of civil acts, in one line. */
export const namesOf = (of: string) =>
  `concat_ws(' ', ${of}.ru_surname, ${of}.ru_given, ${of}.ru_patronymic)`

/** Grown people and what they know of their own birth: the answers to the form of justice.civil-act-certificate. `$1`: how many. */
export const BORN = `
  select c.iin, 'birth' as variant, v.happened_on::text as "birthDate", v.place_ru as "birthPlace",
    ${namesOf('f')} as father, ${namesOf('m')} as mother
  from reg_civil_acts.participant c
    join reg_civil_acts.version v using (number, version)
    join reg_civil_acts.participant m on m.number = c.number and m.version = c.version and m.role = 'mother'
    join reg_civil_acts.participant f on f.number = c.number and f.version = c.version and f.role = 'father'
  where c.kind = 'birth' and c.role = 'child' and c.iin is not null and v.place_ru is not null
    and v.happened_on < now() - interval '20 years'
    and not exists (select from reg_civil_acts.version w where w.number = v.number and w.version > v.version)
  order by c.iin limit $1`
