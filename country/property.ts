import type { Bilingual } from '#core/contracts'
import { addDays, type PlainDate, plainDate } from '#core/kernel'
import type { RealtyRow, RightRow } from '#registries/realty'
import { dayBetween, officeHour } from './days.ts'
import { createCharacteristics } from './characteristics.ts'
import { createOffice, type Deed, type Office } from './office.ts'
import type { Address } from './places.ts'
import type { Random } from './random.ts'

export interface PropertyMeans {
  readonly random: Random
  readonly today: PlainDate
  readonly bank: Bilingual
  readonly block: number
}
/** Who holds a right and since which day the holder could. */
export interface Holder {
  readonly number: string
  readonly name: Bilingual
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

const OWNERSHIP: Bilingual = {
  kk: 'иелену, пайдалану және билік ету',
  ru: 'владение, пользование и распоряжение',
}
const USE: Bilingual = { kk: 'уақытша өтеулі пайдалану', ru: 'временное возмездное пользование' }
const NO_DISPOSAL: Bilingual = {
  kk: 'билік етуге кепіл ұстаушының келісімімен ғана болады',
  ru: 'распоряжение только с согласия залогодержателя',
}
const BANNED: Bilingual = { kk: 'билік етуге тыйым салынған', ru: 'запрет распоряжения' }
const CLAIMED: Bilingual = {
  kk: 'сатып алу-сату шарты жарамсыз деп танылсын',
  ru: 'признать недействительным договор купли-продажи',
}

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

/** How an object came to its first owner: a plot was granted. */
const firstDeed = (random: Random, { kind }: NewProperty): Deed =>
  kind === 'plot' ? 'grant' : random.pick(['sale', 'inheritance', 'privatisation'] as const)

function currentRights(
  { random, office }: Means,
  property: NewProperty,
  since: PlainDate,
): RightRow[] {
  const basis = office.deed(
    property.former === undefined ? firstDeed(random, property) : 'sale',
    since,
  )
  const registeredAt = officeHour(random, addDays(since, 3))
  const { form, owners } = property
  return owners.map(({ number: holder, name: holderName }) => ({
    holder,
    holderName,
    content: OWNERSHIP,
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
  const first = property.kind === 'plot' ? 'grant' : random.pick(['sale', 'privatisation'] as const)
  const basis = office.deed(first, before)
  return [
    {
      holder: holder.number,
      holderName: holder.name,
      content: OWNERSHIP,
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
  const { number, name: holderName } = holder
  return { holder: number, holderName, kind: 'lease', form: 'state', content: USE, basis, ...rest }
}

function encumbrances(
  { random, office, bank }: Means,
  property: NewProperty,
  since: PlainDate,
): RealtyRow['encumbrances'] {
  const day = addDays(since, 5)
  const { form, owners } = property
  const common = {
    holder: null,
    form: owners.length > 1 ? form : null,
    share: null,
    registeredAt: officeHour(random, addDays(day, 1)),
    terminatedAt: null,
  }
  const pledge = {
    kind: { kk: 'кепіл', ru: 'залог' },
    content: NO_DISPOSAL,
    interested: bank,
    basis: office.deed('pledge', day),
  }
  const arrest = {
    kind: { kk: 'тыйым салу', ru: 'арест' },
    content: BANNED,
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
  const basis = office.deed('claim', day)
  const interested = property.former?.name ?? null
  return [{ subject, content: CLAIMED, interested, basis, registeredAt, terminatedAt: null }]
}

/** Makes objects with what is registered about them. */
export function createProperty(means: PropertyMeans) {
  const { random } = means
  const office = createOffice(random, means.block)
  const characteristicsOf = createCharacteristics(means)
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
      technical: characteristicsOf(kind, current[0]?.registeredAt.slice(0, 4)),
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
