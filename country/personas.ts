import type { Bilingual } from '#core/contracts'
import { plainDate } from '#core/kernel'
import type { RealtyRow } from '#registries/realty'
import { firmAsHolder, holderOf } from './estates.ts'
import { createFirm, type Firm, partnership } from './firms.ts'
import { type Citizen, type createCitizens, persona } from './people.ts'
import { addressAt, type Place, STREET_OF_ABAY } from './places.ts'
import type { CreateProperty, Holder } from './property.ts'

/** Somebody to try the platform with by hand. */
export interface Persona {
  readonly id: 'owner' | 'tenant' | 'director' | 'registrar' | 'operator'
  readonly iin: string
  /** Of the legal entity that the person heads. */
  readonly bin: string | null
  readonly fullName: Bilingual
  readonly role: { readonly kk: string; readonly ru: string; readonly en: string }
}

type Fixed = Parameters<typeof persona>[2]
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
  registrar: {
    iin: '790520400105',
    born: '1979-05-20',
    sex: 'female',
    surname: 'ОСПАНОВ',
    given: 'ГҮЛНАР',
    father: 'БОЛАТ',
  },
  operator: {
    iin: '950310300101',
    born: '1995-03-10',
    sex: 'male',
    surname: 'АХМЕТОВ',
    given: 'САНЖАР',
    father: 'МАРАТ',
  },
}
const ROLES: Readonly<Record<Persona['id'], Persona['role']>> = {
  owner: { kk: 'мүлкі бар азамат', ru: 'гражданка с имуществом', en: 'citizen with property' },
  tenant: { kk: 'мүлкі жоқ азамат', ru: 'гражданин без имущества', en: 'citizen without property' },
  director: {
    kk: 'заңды тұлға басшысы',
    ru: 'руководитель юридического лица',
    en: 'head of a legal entity',
  },
  registrar: {
    kk: 'тіркеуші орган қызметкері',
    ru: 'сотрудник регистрирующего органа',
    en: 'official of the registering body',
  },
  operator: {
    kk: 'Орталық операторы',
    ru: 'оператор центра',
    en: 'operator of the service centre',
  },
}
const IDS = ['owner', 'tenant', 'director', 'registrar', 'operator'] as const
const FIRM = {
  bin: '120140000017',
  name: partnership({ kk: 'Көкпекті дала', ru: 'Кокпекты дала' }),
}

/** Numbers that nobody else may get. */
export const RESERVED: readonly string[] = [...IDS.map((id) => PEOPLE[id].iin), FIRM.bin]

export interface PersonaWorld {
  readonly citizens: Readonly<Record<Persona['id'], Citizen>>
  readonly firm: Firm
  readonly personas: readonly Persona[]
}

const fullName = ({ name: { kk, ru } }: Citizen): Bilingual => ({
  kk: [kk.surname, kk.given, kk.patronymic].join(' '),
  ru: [ru.surname, ru.given, ru.patronymic].join(' '),
})

/** The fixed personas and the firm of one of them, all in Kokpekty. */
export function createPersonas(
  create: ReturnType<typeof createCitizens>,
  place: Place,
): PersonaWorld {
  const at = (house: string, flat: string | null) => addressAt(place, STREET_OF_ABAY, house, flat)
  const citizens = {
    owner: persona(create, at('12', '2'), PEOPLE.owner),
    tenant: persona(create, at('12', '7'), PEOPLE.tenant),
    director: persona(create, at('31', null), PEOPLE.director),
    registrar: persona(create, at('14', '5'), PEOPLE.registrar),
    operator: persona(create, at('14', '9'), PEOPLE.operator),
  }
  const firm = createFirm({
    ...FIRM,
    seat: at('4', null),
    registeredOn: plainDate('2012-01-16'),
    head: citizens.director,
  })
  const personas = IDS.map((id) => ({
    id,
    iin: PEOPLE[id].iin,
    bin: id === 'director' ? FIRM.bin : null,
    fullName: fullName(citizens[id]),
    role: ROLES[id],
  }))
  return { citizens, firm, personas }
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
