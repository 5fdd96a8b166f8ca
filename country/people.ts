import type { PersonName } from '#core/contracts'
import { addDays, type PlainDate, plainDate } from '#core/kernel'
import type { PersonRow } from '#registries/persons'
import { birthDay, dayBetween, yearsAfter } from './days.ts'
import { KAZAKH, type NameParts, type NameStock, named, personName, SLAVIC } from './names.ts'
import type { Numbers, Sex } from './numbers.ts'
import type { Address, NewAddress } from './places.ts'
import type { Random } from './random.ts'

/** A person of the country while it is made: the row, and what other parts need to know. */
export interface Citizen {
  readonly row: PersonRow
  readonly name: PersonName
  readonly parts: NameParts
  readonly birthDate: PlainDate
  readonly adult: boolean
  readonly home: Address
}
/** People who live together; the first one or two are the adults of the house. */
export type Household = readonly Citizen[]

export interface PeopleMeans {
  readonly random: Random
  readonly numbers: Numbers
  readonly newAddress: NewAddress
  readonly today: PlainDate
  readonly block: number
}

interface NewPerson {
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly parts: NameParts
  readonly home: Address
  /** A fixed number instead of the next free one. */
  readonly iin?: string
  /** Surname before the marriage, and the day of the marriage. */
  readonly before?: { readonly surname: NameParts['surname']; readonly until: PlainDate }
}

const ISSUER = { kk: 'ҚР ІШКІ ІСТЕР МИНИСТРЛІГІ', ru: 'МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ РК' }
const ADULT = 18
const CARD_FROM = 16
/** Identity cards of the republic were first issued in this year. */
const FIRST_CARDS = plainDate('1994-09-01')

/** Numbers that the documents of one block may take. */
const DOCUMENTS_OF_A_BLOCK = 300_000

/** Makes documents, each with a number of its own; an identity card of today follows those before it, ten years each. */
function createDocuments({ random, today, block }: PeopleMeans) {
  let serial = 31_000_000 + block * DOCUMENTS_OF_A_BLOCK
  const number = () => String((serial += random.int(1, 9))).padStart(9, '0')
  return (birthDate: PlainDate): PersonRow['documents'] => {
    const since = (years: number) => {
      const first = yearsAfter(birthDate, years)
      const recent = addDays(today, -3400)
      return dayBetween(random, first > recent ? first : recent, today)
    }
    const common = { issuer: ISSUER, cancelledOn: null }
    const card = (issued: PlainDate) => {
      const expires = addDays(yearsAfter(issued, 10), -1)
      return { kind: 'УДОСТОВЕРЕНИЕ РК' as const, number: number(), issued, expires, ...common }
    }
    const cards = () => {
      const grown = yearsAfter(birthDate, CARD_FROM)
      const first = grown > FIRST_CARDS ? grown : FIRST_CARDS
      const made = [card(since(CARD_FROM))]
      for (let day = made[0]?.issued ?? today; yearsAfter(day, -10) >= first; ) {
        day = yearsAfter(day, -10)
        made.push(card(day))
      }
      return made
    }
    const passport = () => {
      const issued = since(0)
      const expires = addDays(yearsAfter(issued, 10), -1)
      return {
        kind: 'ПАСПОРТ РК' as const,
        number: `N${number().slice(1)}`,
        issued,
        expires,
        ...common,
      }
    }
    const old = yearsAfter(birthDate, CARD_FROM) < today
    return [...(old ? cards() : []), ...(random.chance(old ? 0.5 : 0.2) ? [passport()] : [])]
  }
}

function namesOf(person: NewPerson): PersonRow['names'] {
  const now = personName(person.parts, person.sex)
  if (person.before === undefined) return [{ validFrom: person.birthDate, validTo: null, ...now }]
  const maiden = personName({ ...person.parts, surname: person.before.surname }, person.sex)
  return [
    { validFrom: person.birthDate, validTo: person.before.until, ...maiden },
    { validFrom: person.before.until, validTo: null, ...now },
  ]
}

/** Makes citizens one by one. */
export function createCitizens(means: PeopleMeans) {
  const documents = createDocuments(means)
  return (person: NewPerson): Citizen => {
    const { sex, birthDate, home } = person
    const { kato, region } = home.place
    const row: PersonRow = {
      iin: person.iin ?? means.numbers.iin(birthDate, sex),
      birthDate,
      sex,
      citizenship: 'KAZ',
      deathDate: null,
      names: namesOf(person),
      documents: documents(birthDate),
      residences: [{ validFrom: birthDate, validTo: null, kato, region, text: home.text }],
    }
    const adult = yearsAfter(birthDate, ADULT) < means.today
    return { row, name: personName(person.parts, sex), parts: person.parts, birthDate, adult, home }
  }
}
type NewCitizen = ReturnType<typeof createCitizens>

function partsFrom(random: Random, stock: NameStock, sex: Sex): NameParts {
  const { tradition } = stock
  const given = random.pick<{ readonly kk: string; readonly ru: string }>(stock[sex])
  return { tradition, given, surname: random.pick(stock.surnames), father: random.pick(stock.male) }
}

function children(
  means: PeopleMeans,
  create: NewCitizen,
  father: Citizen,
  motherBorn: PlainDate,
): Citizen[] {
  const { random, today } = means
  const stock = father.parts.tradition === 'kazakh' ? KAZAKH : SLAVIC
  const count = random.int(0, 3)
  const first = yearsAfter(motherBorn, random.int(20, 28))
  return Array.from({ length: count }, (_, i) => addDays(first, i * random.int(700, 1200)))
    .filter((born) => born < addDays(today, -30) && yearsAfter(born, 24) > today)
    .map((birthDate) => {
      const sex = random.chance(0.5) ? ('male' as const) : ('female' as const)
      const parts = {
        ...partsFrom(random, stock, sex),
        surname: father.parts.surname,
        father: named(stock.male, father.parts.given.kk),
      }
      return create({ sex, birthDate, parts, home: father.home })
    })
}

function family(means: PeopleMeans, create: NewCitizen, stock: NameStock): Household {
  const { random, today, newAddress } = means
  const home = newAddress(random.chance(0.6) ? 'flat' : 'house')
  const age = random.int(24, 75)
  const father = create({
    sex: 'male',
    birthDate: birthDay(random, today, age),
    parts: partsFrom(random, stock, 'male'),
    home,
  })
  const birthDate = birthDay(random, today, Math.max(21, age - random.int(0, 6)))
  const own = partsFrom(random, stock, 'female')
  const wedding = yearsAfter(birthDate, 20)
  const mother = create({
    sex: 'female',
    birthDate,
    home,
    ...(random.chance(0.7)
      ? {
          parts: { ...own, surname: father.parts.surname },
          before: { surname: own.surname, until: wedding },
        }
      : { parts: own }),
  })
  return [father, mother, ...children(means, create, father, birthDate)]
}

function single(means: PeopleMeans, create: NewCitizen, stock: NameStock): Household {
  const { random, today, newAddress } = means
  const sex = random.chance(0.5) ? 'male' : 'female'
  const parts = partsFrom(random, stock, sex)
  const birthDate = birthDay(random, today, random.int(19, 85))
  return [
    create({ sex, birthDate, parts, home: newAddress(random.chance(0.8) ? 'flat' : 'house') }),
  ]
}

/** Households of `count` people altogether. */
export function createHouseholds(
  means: PeopleMeans,
  create: NewCitizen,
  count: number,
): Household[] {
  const households: Household[] = []
  let people = 0
  while (people < count) {
    const stock = means.random.chance(0.8) ? KAZAKH : SLAVIC
    const make = means.random.chance(0.7) ? family : single
    const household = make(means, create, stock).slice(0, count - people)
    households.push(household)
    people += household.length
  }
  return households
}

/** A fixed persona: a known number and name, so that the documentation can speak of it. */
export interface Fixed {
  readonly iin: string
  readonly born: string
  readonly sex: Sex
  readonly surname: string
  readonly given: string
  readonly father: string
  /** Surname before the marriage. */
  readonly before?: { readonly surname: string; readonly until: PlainDate }
}

export function persona(create: NewCitizen, home: Address, fixed: Fixed): Citizen {
  const { iin, born, sex, before } = fixed
  const surname = (kk: string) => named(KAZAKH.surnames, kk)
  const parts = {
    tradition: 'kazakh' as const,
    surname: surname(fixed.surname),
    given: named<{ readonly kk: string; readonly ru: string }>(KAZAKH[sex], fixed.given),
    father: named(KAZAKH.male, fixed.father),
  }
  return create({
    iin,
    sex,
    birthDate: plainDate(born),
    parts,
    home,
    ...(before && { before: { surname: surname(before.surname), until: before.until } }),
  })
}
