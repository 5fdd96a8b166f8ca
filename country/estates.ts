import { addDays, type PlainDate } from '#core/kernel'
import type { RealtyRow } from '#registries/realty'
import { yearsAfter } from './days.ts'
import type { Firm } from './firm.ts'
import type { Citizen, Household } from './people.ts'
import type { NewAddress } from './places.ts'
import { fullName } from './names.ts'
import { type CreateProperty, FIRST_REGISTRATION, type Holder } from './property.ts'
import type { Random } from './random.ts'

export interface EstateMeans {
  readonly random: Random
  readonly newAddress: NewAddress
  readonly property: CreateProperty
  readonly today: PlainDate
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** A citizen may hold a right from 18, a child's share counts from birth. */
export const holderOf = (citizen: Citizen): Holder => ({
  number: citizen.row.iin,
  name: fullName(citizen.name),
  able: later(
    citizen.adult ? yearsAfter(citizen.birthDate, 18) : citizen.birthDate,
    FIRST_REGISTRATION,
  ),
})
export const firmAsHolder = (firm: Firm): Holder => ({
  number: firm.row.bin,
  name: firm.name,
  able: later(firm.registeredOn, FIRST_REGISTRATION),
})

/** Whether a holder could have registered a right so long ago. */
const ableFor = (days: number, { today }: EstateMeans, holders: readonly Holder[]): boolean =>
  holders.every(({ able }) => able < addDays(today, -days))

/** Chances that something lies on an object or that somebody had it before. */
function circumstances(means: EstateMeans, adults: readonly Citizen[], owners: readonly Holder[]) {
  const { random } = means
  const former = random.chance(0.4) ? holderOf(random.pick(adults)) : undefined
  const stranger =
    former !== undefined &&
    ableFor(500, means, [former]) &&
    owners.every(({ number }) => number !== former.number)
  return {
    pledged: random.chance(0.15),
    arrested: random.chance(0.03),
    claimed: random.chance(0.02),
    ...(stranger ? { former } : {}),
  }
}

/** Who of the household owns its home, and in which form; nobody when it rents. */
function ownersOf(random: Random, household: Household) {
  const [first, second] = household
  if (first === undefined || !random.chance(0.75)) return undefined
  if (second?.adult !== true) return { form: 'individual' as const, owners: [first] }
  const form = random.pick(['joint', 'shared', 'individual'] as const)
  if (form === 'joint') return { form, owners: [first, second] }
  if (form === 'shared') return { form, owners: random.chance(0.5) ? household : [first, second] }
  return { form, owners: [random.pick([first, second])] }
}

function estateOf(
  means: EstateMeans,
  household: Household,
  adults: readonly Citizen[],
): RealtyRow[] {
  const { random, property, newAddress } = means
  const owned = ownersOf(random, household)
  const home = household[0]?.home
  if (owned === undefined || home === undefined) return []
  const owners = owned.owners.map(holderOf)
  if (!ableFor(60, means, owners)) return []
  const form = owned.form
  const kind = home.flat === null ? 'house' : 'flat'
  const rows = [
    property({ kind, address: home, owners, form, ...circumstances(means, adults, owners) }),
  ]
  if (kind === 'house') rows.push(property({ kind: 'plot', address: home, owners, form }))
  const [owner] = owners
  if (owner !== undefined && random.chance(0.15)) {
    const address = newAddress('flat')
    const more = circumstances(means, adults, [owner])
    rows.push(property({ kind: 'flat', address, owners: [owner], form: 'individual', ...more }))
  }
  return rows
}

function premisesOf(means: EstateMeans, firm: Firm, adults: readonly Citizen[]): RealtyRow[] {
  const { random, property, newAddress } = means
  const holder = firmAsHolder(firm)
  if (firm.row.liquidatedOn !== null || firm.row.kind !== 'head' || !random.chance(0.5)) return []
  if (!ableFor(60, means, [holder])) return []
  const more = circumstances(means, adults, [holder])
  const own = { owners: [holder], form: 'individual' as const }
  const premises = property({ kind: 'premises', address: firm.seat, ...own, ...more })
  const rented = {
    kind: 'plot' as const,
    owners: [],
    form: 'individual' as const,
    leasedTo: holder,
  }
  return random.chance(0.3)
    ? [premises, property({ ...rented, address: newAddress('house') })]
    : [premises]
}

/** Homes of households and premises of firms, with their past and what lies on them. */
export function createEstates(
  means: EstateMeans,
  people: { readonly households: readonly Household[]; readonly adults: readonly Citizen[] },
  firms: readonly Firm[],
): RealtyRow[] {
  return [
    ...people.households.flatMap((household) => estateOf(means, household, people.adults)),
    ...firms.flatMap((firm) => premisesOf(means, firm, people.adults)),
  ]
}
