import type { Bilingual } from '#core/contracts'
import { addDays, type PlainDate, plainDate } from '#core/kernel'
import type { RealtyRow, RightRow } from '#registries/realty'
import { dayBetween, officeHour } from './days.ts'
import { createOffice, type Office } from './office.ts'
import type { Address } from './places.ts'
import type { Random } from './random.ts'

export interface PropertyMeans {
  readonly random: Random
  readonly today: PlainDate
  readonly bank: Bilingual
}
/** Who holds a right and since which day the holder could. */
export interface Holder {
  readonly number: string
  readonly able: PlainDate
}
export interface NewProperty {
  readonly kind: RealtyRow['kind']
  readonly address: Address
  readonly owners: readonly Holder[]
  readonly form: 'individual' | 'shared' | 'joint'
  /** Who had it before, all of it. */
  readonly former?: Holder
  readonly pledged?: boolean
  readonly arrested?: boolean
  readonly claimed?: boolean
  readonly leasedTo?: Holder
}

const PURPOSES: Readonly<Record<RealtyRow['kind'], Bilingual>> = {
  flat: { kk: 'тұрғын үй', ru: 'жилое' },
  house: { kk: 'тұрғын үй', ru: 'жилое' },
  plot: {
    kk: 'жеке тұрғын үй салу және күтіп-ұстау',
    ru: 'строительство и обслуживание индивидуального жилого дома',
  },
  premises: { kk: 'кеңсе', ru: 'офис' },
}

type Means = PropertyMeans & { readonly office: Office }

/** The present owners came after the former one, and everybody when they were able to. */
function days(
  { random, today }: Means,
  property: NewProperty,
): { readonly before: PlainDate; readonly since: PlainDate } {
  const from =
    property.owners
      .map(({ able }) => able)
      .toSorted()
      .at(-1) ?? today
  const first = property.former?.able ?? from
  const before = dayBetween(random, first, addDays(today, -400))
  const latest = from > before ? from : addDays(before, 30)
  return { before, since: dayBetween(random, latest, addDays(today, -30)) }
}

function currentRights(
  { random, office }: Means,
  property: NewProperty,
  since: PlainDate,
): RightRow[] {
  const basis = office.deed(
    property.former !== undefined
      ? 'sale'
      : random.pick(['sale', 'inheritance', 'privatisation'] as const),
    since,
  )
  const registeredAt = officeHour(random, addDays(since, 3))
  const { form, owners } = property
  return owners.map(({ number: holder }) => ({
    holder,
    kind: 'ownership' as const,
    form,
    share: form === 'shared' ? { numerator: 1, denominator: owners.length } : null,
    basis,
    registeredAt,
    terminatedAt: null,
    termination: null,
  }))
}

function formerRight(
  { random, office }: Means,
  property: NewProperty,
  current: RightRow | undefined,
  before: PlainDate,
): RightRow[] {
  const holder = property.former
  if (holder === undefined || current === undefined) return []
  const basis = office.deed(random.pick(['sale', 'privatisation'] as const), before)
  return [
    {
      holder: holder.number,
      kind: 'ownership',
      form: 'individual',
      share: null,
      basis,
      registeredAt: officeHour(random, addDays(before, 3)),
      terminatedAt: current.registeredAt,
      termination: current.basis,
    },
  ]
}

function lease({ random, today, office }: Means, holder: Holder): RightRow {
  const day = dayBetween(random, holder.able, addDays(today, -30))
  const registeredAt = officeHour(random, addDays(day, 3))
  const basis = office.deed('lease', day)
  const rest = { share: null, registeredAt, terminatedAt: null, termination: null }
  return { holder: holder.number, kind: 'lease', form: 'state', basis, ...rest }
}

function encumbrances(
  { random, office, bank }: Means,
  property: NewProperty,
  since: PlainDate,
): RealtyRow['encumbrances'] {
  const day = addDays(since, 5)
  const common = {
    holder: null,
    registeredAt: officeHour(random, addDays(day, 1)),
    terminatedAt: null,
  }
  const pledge = {
    kind: { kk: 'кепіл', ru: 'залог' },
    interested: bank,
    basis: office.deed('pledge', day),
  }
  const arrest = {
    kind: { kk: 'тыйым салу', ru: 'арест' },
    interested: { kk: 'жеке сот орындаушысы', ru: 'частный судебный исполнитель' },
    basis: office.deed('arrest', day),
  }
  return [
    ...(property.pledged === true ? [{ ...common, ...pledge }] : []),
    ...(property.arrested === true ? [{ ...common, ...arrest }] : []),
  ]
}

function claims(
  { random, office }: Means,
  property: NewProperty,
  since: PlainDate,
): RealtyRow['claims'] {
  if (property.claimed !== true) return []
  const day = addDays(since, 8)
  const subject = {
    kk: 'мәмілені жарамсыз деп тану туралы талап',
    ru: 'требование о признании сделки недействительной',
  }
  const registeredAt = officeHour(random, day)
  return [{ subject, basis: office.deed('claim', day), registeredAt, terminatedAt: null }]
}

/** Makes objects with what is registered about them. */
export function createProperty(means: PropertyMeans) {
  const { random } = means
  const office = createOffice(random)
  const all: Means = { ...means, office }
  return (property: NewProperty): RealtyRow => {
    const { kind, address, leasedTo } = property
    const { before, since } = days(all, property)
    const current = currentRights(all, property, since)
    return {
      cadastralNumber: office.cadastralNumber(kind, address),
      kind,
      purpose: PURPOSES[kind],
      kato: address.place.kato,
      region: address.place.region,
      street: address.street,
      house: address.house,
      block: null,
      flat: kind === 'flat' ? address.flat : null,
      address: address.text,
      addressCode: random.chance(0.8)
        ? `02${String(random.int(1, 99_999_999_999_999)).padStart(14, '0')}`
        : null,
      rights: [
        ...formerRight(all, property, current[0], before),
        ...current,
        ...(leasedTo === undefined ? [] : [lease(all, leasedTo)]),
      ],
      encumbrances: encumbrances(all, property, since),
      claims: claims(all, property, since),
    }
  }
}
export type CreateProperty = ReturnType<typeof createProperty>
/** Before this day nothing is registered in this country. */
export const FIRST_REGISTRATION = plainDate('1998-03-02')
