import type { PlainDate } from '#core/kernel'
import type { ParticipantRow } from '#registries/civil-acts'
import type { PersonRow } from '#registries/persons'
import { yearsAfter } from './days.ts'
import type { Family } from './families.ts'
import { type NameParts, personName } from './names.ts'
import type { Citizen } from './people.ts'
import type { Random } from './random.ts'
import { stockOf } from './stories.ts'

const DAYS_BETWEEN_SIBLINGS = 300
const DAY = 86_400_000

/** The surname as born, in its masculine form. */
function surnameAtBirth({ names, sex }: Pick<PersonRow, 'names' | 'sex'>): NameParts['surname'] {
  const [first] = names
  if (first === undefined) throw new RangeError('a person without a name')
  const cut = (surname: string) => (sex === 'male' ? surname : surname.slice(0, -1))
  return { kk: cut(first.kk.surname), ru: cut(first.ru.surname) }
}

const key = (tradition: string, surname: string, father: string): string =>
  `${tradition}/${surname}/${father}`

const apart = (a: PlainDate, b: PlainDate): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_BETWEEN_SIBLINGS * DAY

/**
 * Finds parents for grown people among the older couples of the country: those whose surname and patronymic fit, who were married by
 * then and of an age to have had them. Who finds none had parents whom the registers do not know by number.
 */
export function createAncestors(families: readonly Family[]) {
  const couples = new Map<string, Family[]>()
  const births = new Map<Family, PlainDate[]>()
  const partners = new Map<string, string[]>()
  const parents = new Map<string, Family>()
  for (const family of families) {
    const { husband, wife, children } = family
    const index = key(
      husband.parts.tradition,
      surnameAtBirth(husband.row).kk,
      husband.parts.given.kk,
    )
    couples.set(index, [...(couples.get(index) ?? []), family])
    births.set(
      family,
      children.map(({ birthDate }) => birthDate),
    )
    for (const [one, other] of [
      [husband, wife],
      [wife, husband],
    ] as const)
      partners.set(one.row.iin, [...(partners.get(one.row.iin) ?? []), other.row.iin])
  }
  const fits = (family: Family, { row, birthDate }: Citizen): boolean =>
    family.wedding !== null &&
    family.divorce === null &&
    family.wedding < birthDate &&
    yearsAfter(family.wife.birthDate, 42) > birthDate &&
    (births.get(family) ?? []).every((born) => apart(born, birthDate)) &&
    // Nobody marries a sister.
    (partners.get(row.iin) ?? []).every((partner) => parents.get(partner) !== family)
  return (citizen: Citizen, row: PersonRow): Family | undefined => {
    const { tradition, father } = citizen.parts
    const index = key(tradition, surnameAtBirth(row).kk, father.kk)
    const found = (couples.get(index) ?? []).find((family) => fits(family, citizen))
    if (found === undefined) return undefined
    births.set(found, [...(births.get(found) ?? []), citizen.birthDate])
    parents.set(row.iin, found)
    return found
  }
}

/** Parents of whom nothing is known but names that fit the child's. */
export function unknownParents(
  random: Random,
  { parts }: Citizen,
  row: PersonRow,
): readonly [father: ParticipantRow, mother: ParticipantRow] {
  const stock = stockOf(parts)
  const common = { tradition: parts.tradition, surname: surnameAtBirth(row) }
  const grandfather = () => random.pick(stock.male)
  const father = { ...common, given: parts.father, father: grandfather() }
  const mother = { ...common, given: random.pick(stock.female), father: grandfather() }
  const unknown = { iin: null, birthDate: null, after: null }
  return [
    { role: 'father', sex: 'male', name: personName(father, 'male'), ...unknown },
    { role: 'mother', sex: 'female', name: personName(mother, 'female'), ...unknown },
  ]
}
