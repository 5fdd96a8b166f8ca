import type { Bilingual } from '#core/contracts'
import { okpoControlDigit, type PlainDate, rnnControlDigit } from '#core/kernel'
import type { LegalEntityRow } from '#registries/legal-entities'
import { yearsAfter } from './days.ts'
import { fullName } from './names.ts'
import type { Citizen } from './people.ts'
import type { Address } from './places.ts'

export interface Firm {
  readonly row: LegalEntityRow
  readonly name: Bilingual
  readonly seat: Address
  readonly registeredOn: PlainDate
}

type Founder = NonNullable<LegalEntityRow['founders']>[number]
type Registration = NonNullable<LegalEntityRow['registrations']>[number]

export interface NewFirm {
  readonly bin: string
  readonly name: Bilingual
  readonly seat: Address
  readonly registeredOn: PlainDate
  readonly head: Citizen | undefined
  readonly kind?: LegalEntityRow['kind']
  readonly parent?: Firm
  readonly liquidatedOn?: PlainDate
  /** Who heads it since when, when somebody else did before. */
  readonly headedBefore?: { readonly by: Citizen; readonly until: PlainDate }
  readonly founders?: readonly Founder[]
  readonly activity: { readonly code: string; readonly name: Bilingual }
  /** Place among all entities of the country: what other numbers are counted from. */
  readonly serial: number
}

/** Taxpayers got no RNN from this day on. */
const NO_RNN_SINCE = '2013-01-01'
const MOST_PARTS = 10_000

/** Region and tax committee, 0 for a legal entity, serial, control digit; undefined where the rule gives none. */
function rnnOf({ seat, serial, registeredOn }: NewFirm): string | null {
  if (registeredOn >= NO_RNN_SINCE) return null
  const base = `${seat.place.region.slice(0, 2)}010${String(serial).padStart(6, '0')}`
  const digit = rnnControlDigit(base)
  return digit === undefined ? null : `${base}${digit}`
}

/** A part has the number of its legal entity and four digits more. */
function okpoOf({ parent, serial }: NewFirm): string {
  const base = String(3_000_000 + serial)
  const whole = parent?.row.okpo ?? `${base}${okpoControlDigit(base)}`
  return parent === undefined ? whole : whole + String(serial % MOST_PARTS).padStart(4, '0')
}

const FORMS: Readonly<Record<LegalEntityRow['kind'], string>> = {
  head: 'ТОО',
  branch: 'Ф-л',
  'representative-office': 'П-во',
}
const NEW_HEAD: Bilingual = { kk: 'бірінші басшының ауысуы', ru: 'смена первого руководителя' }

function registrationsOf(firm: NewFirm, kind: LegalEntityRow['kind']): Registration[] {
  const { place } = firm.seat
  const number = (nth: number) =>
    `${10_000 + (firm.serial % 80_000) + nth}-${place.region.slice(0, 2)}01-${FORMS[kind]}`
  const body = place.justice
  const first = {
    kind: 'registration' as const,
    date: firm.registeredOn,
    number: number(0),
    body,
    reason: null,
  }
  if (firm.headedBefore === undefined) return [first]
  const date = firm.headedBefore.until
  return [first, { kind: 're-registration', date, number: number(1), body, reason: NEW_HEAD }]
}

function headsOf({ head, headedBefore, registeredOn }: NewFirm): LegalEntityRow['heads'] {
  if (head === undefined) return []
  const of = (citizen: Citizen) => ({ iin: citizen.row.iin, name: citizen.name })
  const now = { validFrom: headedBefore?.until ?? registeredOn, validTo: null, ...of(head) }
  if (headedBefore === undefined) return [now]
  const { by, until } = headedBefore
  return [{ validFrom: registeredOn, validTo: until, ...of(by) }, now]
}

export function createFirm(firm: NewFirm): Firm {
  const { bin, name, seat, registeredOn, parent } = firm
  const open = { validFrom: registeredOn, validTo: null }
  const { kato, region } = seat.place
  const kind = firm.kind ?? 'head'
  const row: LegalEntityRow = {
    bin,
    rnn: rnnOf(firm),
    okpo: okpoOf(firm),
    kind,
    parent: parent?.row.bin ?? null,
    registeredOn,
    liquidatedOn: firm.liquidatedOn ?? null,
    names: [{ ...open, ...name }],
    seats: [{ ...open, kato, region, text: seat.text }],
    heads: headsOf(firm),
    registrations: registrationsOf(firm, kind),
    activities: [{ ...open, ...firm.activity }],
    founders: firm.founders ?? [],
  }
  return { row, name, seat, registeredOn }
}

type Owner = Pick<Founder, 'kind' | 'number' | 'name'>
export const personFounder = (citizen: Citizen): Owner => ({
  kind: 'person',
  number: citizen.row.iin,
  name: fullName(citizen.name),
})
export const entityFounder = ({ row, name }: Firm): Owner => ({
  kind: 'entity',
  number: row.bin,
  name,
})

/** Founders since the registration with parts that make the whole. */
export function founders(
  owners: readonly { readonly owner: Owner; readonly parts: number }[],
  since: PlainDate,
): Founder[] {
  const denominator = owners.reduce((sum, { parts }) => sum + parts, 0)
  return owners.map(({ owner, parts: numerator }) => ({
    ...owner,
    share: { numerator, denominator },
    since,
    until: null,
  }))
}

/** Whether somebody had come of age by then. */
export const adultOn = (citizen: Citizen, day: PlainDate): boolean =>
  yearsAfter(citizen.birthDate, 18) <= day
