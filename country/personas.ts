import type { Bilingual } from '#core/contracts'
import { plainDate } from '#core/kernel'
import type { RealtyRow } from '#registries/realty'
import { firmAsHolder, holderOf } from './estates.ts'
import { createFirm, type Firm, founders, personFounder } from './firm.ts'
import { partnership } from './firm-words.ts'
import { fullName } from './names.ts'
import { OFFICER_IDS, OFFICER_PEOPLE, OFFICER_TITLES, type OfficerId } from './officers.ts'
import type { PowerRow } from '#registries/notary'
import type { FixedKin } from './kin.ts'
import { type Citizen, type createCitizens, type Fixed, persona } from './people.ts'
import { addressAt, type Place, STREET_OF_ABAY } from './places.ts'
import type { Notary } from './powers.ts'
import type { CreateProperty, Holder } from './property.ts'
import {
  createRelatives,
  KIN_IDS,
  KIN_NUMBERS,
  KIN_PEOPLE,
  KIN_TITLES,
  type KinId,
  kinOfRelatives,
  powersOfRelatives,
  type Relatives,
} from './relatives.ts'

/** Somebody to try the platform with by hand. */
export interface Persona {
  readonly id: 'owner' | 'tenant' | 'director' | KinId | OfficerId
  readonly iin: string
  /** Of the legal entity that the person heads. */
  readonly bin: string | null
  readonly fullName: Bilingual
  readonly role: { readonly kk: string; readonly ru: string; readonly en: string }
}

const PEOPLE: Readonly<Record<Persona['id'], Fixed>> = {
  owner: {
    iin: '840731400431',
    born: '1984-07-31',
    sex: 'female',
    surname: 'САҒЫНДЫҚОВ',
    given: 'ӘСЕЛ',
    father: 'ҚАЙРАТ',
  },
  tenant: {
    iin: '900115300102',
    born: '1990-01-15',
    sex: 'male',
    surname: 'НҰРЛАНОВ',
    given: 'ДӘУРЕН',
    father: 'ЕРЛАН',
  },
  director: {
    iin: '810921300640',
    born: '1981-09-21',
    sex: 'male',
    surname: 'ЖҰМАБАЕВ',
    given: 'ЕРЛАН',
    father: 'СЕРІК',
  },
  ...KIN_PEOPLE,
  ...OFFICER_PEOPLE,
}
const ROLES: Readonly<Record<Persona['id'], Persona['role']>> = {
  owner: { kk: 'мүлкі бар азамат', ru: 'гражданка с имуществом', en: 'citizen with property' },
  tenant: { kk: 'мүлкі жоқ азамат', ru: 'гражданин без имущества', en: 'citizen without property' },
  director: {
    kk: 'заңды тұлға басшысы',
    ru: 'руководитель юридического лица',
    en: 'head of a legal entity',
  },
  ...KIN_TITLES,
  ...OFFICER_TITLES,
}
const IDS = ['owner', 'tenant', 'director', ...KIN_IDS, ...OFFICER_IDS] as const
const FIRM = {
  bin: '120140000017',
  name: partnership({ kk: 'Көкпекті дала', ru: 'Кокпекты дала' }),
}

/** Numbers that nobody else may get. */
export const RESERVED: readonly string[] = [
  ...IDS.map((id) => PEOPLE[id].iin),
  ...KIN_NUMBERS,
  FIRM.bin,
]

export interface PersonaWorld {
  readonly citizens: Readonly<Record<Persona['id'], Citizen>>
  readonly relatives: Relatives
  readonly firm: Firm
  readonly personas: readonly Persona[]
}

type At = (house: string, flat: string | null) => ReturnType<typeof addressAt>

/** Officials live in one house, door by door. */
function officers(create: ReturnType<typeof createCitizens>, at: At) {
  const made = OFFICER_IDS.map((id, index) => [
    id,
    persona(create, at('14', String(5 + index)), PEOPLE[id]),
  ])
  return Object.fromEntries(made) as Record<OfficerId, Citizen>
}

/** The fixed personas and the firm of one of them, all in Kokpekty. */
export function createPersonas(
  create: ReturnType<typeof createCitizens>,
  place: Place,
): PersonaWorld {
  const at = (house: string, flat: string | null) => addressAt(place, STREET_OF_ABAY, house, flat)
  const relatives = createRelatives(create, at)
  const citizens = {
    ...relatives,
    owner: persona(create, at('12', '2'), PEOPLE.owner),
    tenant: persona(create, at('12', '7'), PEOPLE.tenant),
    director: persona(create, at('31', null), PEOPLE.director),
    ...officers(create, at),
  }
  const registeredOn = plainDate('2012-01-16')
  const firm = createFirm({
    ...FIRM,
    seat: at('4', null),
    registeredOn,
    head: citizens.director,
    founders: founders(
      [
        { owner: personFounder(citizens.director), parts: 2 },
        { owner: personFounder(citizens.owner), parts: 1 },
      ],
      registeredOn,
    ),
    activity: { code: '01111', name: { kk: 'астық өсіру', ru: 'выращивание зерновых культур' } },
    serial: 1,
  })
  const personas = IDS.map((id) => ({
    id,
    iin: PEOPLE[id].iin,
    bin: id === 'director' ? FIRM.bin : null,
    fullName: fullName(citizens[id].name),
    role: ROLES[id],
  }))
  return { citizens, relatives, firm, personas }
}

/** What the personas own: shared and pledged, sole with a history, sold long ago; premises and leased land of the firm. */
export function estatesOfPersonas(
  property: CreateProperty,
  { citizens, firm }: PersonaWorld,
  previous: Holder,
): RealtyRow[] {
  const { owner, operator, director, registrar } = citizens
  const [asel, partner] = [holderOf(owner), holderOf(operator)]
  const { place } = owner.home
  const at = (house: string, flat: string | null) => addressAt(place, STREET_OF_ABAY, house, flat)
  const company = firmAsHolder(firm)
  const sole = 'individual' as const
  return [
    property({
      kind: 'flat',
      address: owner.home,
      owners: [asel, partner],
      form: 'shared',
      pledged: true,
    }),
    property({
      kind: 'house',
      address: at('45', null),
      owners: [asel],
      form: sole,
      former: previous,
    }),
    property({ kind: 'plot', address: at('45', null), owners: [asel], form: sole, claimed: true }),
    property({
      kind: 'flat',
      address: at('20', '11'),
      owners: [holderOf(registrar)],
      form: sole,
      former: asel,
    }),
    property({ kind: 'house', address: director.home, owners: [holderOf(director)], form: sole }),
    property({
      kind: 'premises',
      address: firm.seat,
      owners: [company],
      form: sole,
      former: previous,
      arrested: true,
    }),
    property({ kind: 'plot', address: at('6', null), owners: [], form: sole, leasedTo: company }),
  ]
}

/** What is told of the families of the personas. */
export function kinOfPersonas({ citizens, relatives }: PersonaWorld): FixedKin {
  const others = IDS.filter((id) => !(id in relatives)).map((id) => citizens[id])
  return kinOfRelatives(relatives, others)
}

/** For whom the personas may act. */
export const powersOfPersonas = (
  notary: Notary,
  { citizens: { owner, tenant }, relatives, firm }: PersonaWorld,
): PowerRow[] => powersOfRelatives(notary, relatives, { owner, tenant, firm })
