import { addDays, type PlainDate } from '#core/kernel'
import type { PersonRow } from '#registries/persons'
import { dayBetween, yearsAfter } from './days.ts'
import type { Family } from './families.ts'
import { KAZAKH, type NameParts, personName, SLAVIC } from './names.ts'
import type { Citizen } from './people.ts'
import type { Random } from './random.ts'

/** How a person came by the present name, other than by birth or by one marriage. */
export interface Story {
  readonly kind: 'paternity' | 'adoption' | 'name-change' | 'marriages'
  readonly on: PlainDate
  /** All names of the person, the present one last. */
  readonly names: PersonRow['names']
}
/** By IIN. */
export type Stories = ReadonlyMap<string, Story>

interface Means {
  readonly random: Random
  readonly today: PlainDate
}

const ACKNOWLEDGED = 0.6
const ADOPTED = 0.03
const RENAMED = 0.08

export const stockOf = ({ tradition }: NameParts) => (tradition === 'kazakh' ? KAZAKH : SLAVIC)

/** Another name until that day, the present one since. */
export function until(
  { row, name, parts, birthDate }: Citizen,
  on: PlainDate,
  before: Partial<NameParts>,
): PersonRow['names'] {
  return [
    { validFrom: birthDate, validTo: on, ...personName({ ...parts, ...before }, row.sex) },
    { validFrom: on, validTo: null, ...name },
  ]
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** A child of unmarried parents bears the mother's surname until the father acknowledges it. */
function paternity({ random, today }: Means, child: Citizen, { wife }: Family): Story | undefined {
  const from = addDays(child.birthDate, 40)
  if (addDays(from, 10) >= today || !random.chance(ACKNOWLEDGED)) return undefined
  const on = dayBetween(random, from, earlier(addDays(from, 600), today))
  return { kind: 'paternity', on, names: until(child, on, { surname: wife.parts.surname }) }
}

function adoption({ random, today }: Means, child: Citizen): Story | undefined {
  const from = addDays(child.birthDate, 200)
  if (addDays(from, 10) >= today || !random.chance(ADOPTED)) return undefined
  const on = dayBetween(random, from, earlier(addDays(from, 1300), today))
  const stock = stockOf(child.parts)
  const before = { surname: random.pick(stock.surnames), father: random.pick(stock.male) }
  return { kind: 'adoption', on, names: until(child, on, before) }
}

function nameChange({ random, today }: Means, citizen: Citizen): Story | undefined {
  const from = yearsAfter(citizen.birthDate, 18)
  const surname = random.pick(stockOf(citizen.parts).surnames)
  const same = surname.kk === citizen.parts.surname.kk
  if (same || addDays(from, 10) >= today || !random.chance(RENAMED)) return undefined
  const on = dayBetween(random, from, today)
  return { kind: 'name-change', on, names: until(citizen, on, { surname }) }
}

/** What happened to the names of children and of people who live alone. */
export function storiesOf(
  means: Means,
  families: readonly Family[],
  singles: readonly Citizen[],
): Stories {
  const stories = new Map<string, Story>()
  const keep = ({ row }: Citizen, story: Story | undefined) => {
    if (story !== undefined) stories.set(row.iin, story)
  }
  for (const family of families)
    for (const child of family.children)
      keep(
        child,
        family.wedding === null ? paternity(means, child, family) : adoption(means, child),
      )
  for (const citizen of singles) if (citizen.adult) keep(citizen, nameChange(means, citizen))
  return stories
}
