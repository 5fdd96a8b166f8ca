import { addDays, type PlainDate } from '#core/kernel'
import { dayBetween, yearsAfter } from './days.ts'
import type { Citizen, Household } from './people.ts'
import type { Random } from './random.ts'

/** Two people who are or were a couple, and their children. */
export interface Family {
  readonly husband: Citizen
  readonly wife: Citizen
  /** Null: they live together without a registered marriage. */
  readonly wedding: PlainDate | null
  readonly divorce: PlainDate | null
  readonly children: readonly Citizen[]
}

interface Means {
  readonly random: Random
  readonly today: PlainDate
}

const MARRIED = 0.9
const ONCE_MARRIED = 0.3

/** The day on which the wife took another surname is that of the wedding; who kept the own one may never have had one. */
function weddingOf(random: Random, wife: Citizen): PlainDate | null {
  const [, married] = wife.row.names
  if (married !== undefined) return married.validFrom as PlainDate
  return random.chance(MARRIED) ? yearsAfter(wife.birthDate, 20) : null
}

const coupleOf = ([husband, wife]: Household): readonly [Citizen, Citizen] | undefined =>
  husband !== undefined && wife?.adult === true && wife.row.sex !== husband.row.sex
    ? [husband, wife]
    : undefined

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
const YEARS_APART = 8 * 365 * 86_400_000
const closeInAge = (a: Citizen, b: Citizen): boolean =>
  Math.abs(Date.parse(a.birthDate) - Date.parse(b.birthDate)) < YEARS_APART

/** A marriage of two who live alone today, which ended; undefined when they are too young for that. */
function ended({ random, today }: Means, husband: Citizen, wife: Citizen): Family | undefined {
  const grown = yearsAfter(later(husband.birthDate, wife.birthDate), 20)
  if (yearsAfter(grown, 3) > today) return undefined
  const wedding = dayBetween(random, grown, yearsAfter(grown, 1.5))
  const divorce = dayBetween(random, addDays(wedding, 300), addDays(today, -1))
  return { husband, wife, wedding, divorce, children: [] }
}

/** Pairs people who live alone: each man with the next woman of about his age and of the same tradition of names. */
function divorced(means: Means, singles: readonly Citizen[]): Family[] {
  const wives = singles.filter(({ row }) => row.sex === 'female')
  const taken = new Set<Citizen>()
  return singles
    .filter(({ row }) => row.sex === 'male' && means.random.chance(ONCE_MARRIED))
    .flatMap((husband) => {
      const wife = wives.find(
        (one) =>
          !taken.has(one) &&
          closeInAge(one, husband) &&
          one.parts.tradition === husband.parts.tradition,
      )
      const family = wife === undefined ? undefined : ended(means, husband, wife)
      if (family === undefined) return []
      taken.add(family.wife)
      return [family]
    })
}

/** The families of the households, and the marriages of the past of those who live alone. */
export function familiesOf(means: Means, households: readonly Household[]) {
  const families: Family[] = []
  const singles: Citizen[] = []
  for (const household of households) {
    const couple = coupleOf(household)
    if (couple === undefined) {
      singles.push(...household)
      continue
    }
    const [husband, wife] = couple
    const wedding = weddingOf(means.random, wife)
    families.push({ husband, wife, wedding, divorce: null, children: household.slice(2) })
  }
  const past = divorced(means, singles)
  const once = new Set(past.flatMap(({ husband, wife }) => [husband, wife]))
  return {
    families: [...families, ...past],
    singles: singles.filter((citizen) => !once.has(citizen)),
  }
}
