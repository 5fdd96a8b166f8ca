import { plainDate } from '#core/kernel'
import type { PowerRow } from '#registries/notary'
import { type Firm } from './firm.ts'
import type { FixedKin } from './kin.ts'
import { KAZAKH, named, personName } from './names.ts'
import { type Citizen, type createCitizens, type Fixed, persona } from './people.ts'
import type { Address } from './places.ts'
import { firmAsSide, type Notary, personAsSide } from './powers.ts'

/** People to try family matters and acting for others with. */
export const KIN_IDS = ['mother', 'groom', 'bride', 'attorney'] as const
export type KinId = (typeof KIN_IDS)[number]
/** Their relatives, who have no account of their own at first. */
const OTHERS = ['husband', 'daughter', 'former-husband'] as const
export type RelativeId = KinId | (typeof OTHERS)[number]

const WEDDING = plainDate('2012-08-18')
const surname = (kk: string) => named(KAZAKH.surnames, kk)

const PEOPLE: Readonly<Record<RelativeId, Fixed>> = {
  mother: {
    iin: '880722400013',
    born: '1988-07-22',
    sex: 'female',
    surname: 'КӘРІМОВ',
    given: 'ЖАНАР',
    father: 'БОЛАТ',
    before: { surname: 'ЕСЕНОВ', until: WEDDING },
  },
  husband: {
    iin: '851009300018',
    born: '1985-10-09',
    sex: 'male',
    surname: 'КӘРІМОВ',
    given: 'АРМАН',
    father: 'СЕРІК',
  },
  daughter: {
    iin: '150612600016',
    born: '2015-06-12',
    sex: 'female',
    surname: 'КӘРІМОВ',
    given: 'ДАНА',
    father: 'АРМАН',
  },
  groom: {
    iin: '941102300012',
    born: '1994-11-02',
    sex: 'male',
    surname: 'ТӨЛЕГЕНОВ',
    given: 'ДАНИЯР',
    father: 'МАРАТ',
  },
  bride: {
    iin: '981220400018',
    born: '1998-12-20',
    sex: 'female',
    surname: 'МҰҚАНОВ',
    given: 'АЙЖАН',
    father: 'ТАЛҒАТ',
  },
  'former-husband': {
    iin: '950214300020',
    born: '1995-02-14',
    sex: 'male',
    surname: 'САДЫҚОВ',
    given: 'РУСЛАН',
    father: 'БЕРІК',
  },
  attorney: {
    iin: '830315400011',
    born: '1983-03-15',
    sex: 'female',
    surname: 'БЕКЕНОВ',
    given: 'ДИНАРА',
    father: 'НҰРЛАН',
  },
}
export const KIN_PEOPLE: Readonly<Record<KinId, Fixed>> = PEOPLE
export const KIN_NUMBERS: readonly string[] = Object.values(PEOPLE).map(({ iin }) => iin)

export const KIN_TITLES: Readonly<
  Record<KinId, { readonly kk: string; readonly ru: string; readonly en: string }>
> = {
  mother: {
    kk: 'баласы бар, некеде тұратын әйел',
    ru: 'замужняя женщина с ребёнком',
    en: 'married woman with a child',
  },
  groom: {
    kk: 'тегін өзгерткен, үйленбеген азамат',
    ru: 'холостой гражданин, сменивший фамилию',
    en: 'bachelor who changed his surname',
  },
  bride: {
    kk: 'некесін бұзған азаматша',
    ru: 'разведённая гражданка',
    en: 'divorced woman, free to marry',
  },
  attorney: {
    kk: 'сенімхат бойынша өкіл',
    ru: 'представитель по доверенности',
    en: 'representative by powers of attorney',
  },
}

export type Relatives = Readonly<Record<RelativeId, Citizen>>

/** The relatives, each at home. */
export function createRelatives(
  create: ReturnType<typeof createCitizens>,
  at: (house: string, flat: string | null) => Address,
): Relatives {
  const family = at('16', '3')
  return {
    mother: persona(create, family, PEOPLE.mother),
    husband: persona(create, family, PEOPLE.husband),
    daughter: persona(create, family, PEOPLE.daughter),
    groom: persona(create, at('16', '8'), PEOPLE.groom),
    bride: persona(create, at('18', '1'), PEOPLE.bride),
    'former-husband': persona(create, at('18', '6'), PEOPLE['former-husband']),
    attorney: persona(create, at('18', '9'), PEOPLE.attorney),
  }
}

const BRIDE = { wedding: plainDate('2018-06-16'), divorce: plainDate('2021-03-04') }
const RENAMED = plainDate('2016-05-10')

/** Who is married to whom, who was, whose child is whose, who was called otherwise. */
export function kinOfRelatives(all: Relatives, others: readonly Citizen[]): FixedKin {
  const { mother, husband, daughter, groom, bride } = all
  const formerHusband = all['former-husband']
  const called = ({ row, parts }: Citizen, kk: string) =>
    personName({ ...parts, surname: surname(kk) }, row.sex)
  const { wedding, divorce } = BRIDE
  return {
    citizens: [...others, ...Object.values(all)],
    families: [
      { husband, wife: mother, wedding: WEDDING, divorce: null, children: [daughter] },
      { husband: formerHusband, wife: bride, wedding, divorce, children: [] },
    ],
    stories: new Map([
      [
        groom.row.iin,
        {
          kind: 'name-change',
          on: RENAMED,
          names: [
            { validFrom: groom.birthDate, validTo: RENAMED, ...called(groom, 'ЫСҚАҚОВ') },
            { validFrom: RENAMED, validTo: null, ...groom.name },
          ],
        },
      ],
      [
        bride.row.iin,
        {
          kind: 'marriages',
          on: divorce,
          names: [
            { validFrom: bride.birthDate, validTo: wedding, ...bride.name },
            { validFrom: wedding, validTo: divorce, ...called(bride, 'САДЫҚОВ') },
            { validFrom: divorce, validTo: null, ...bride.name },
          ],
        },
      ],
    ]),
  }
}

/** The attorney acts for the owner and for the firm, and did for the tenant until he revoked it. */
export function powersOfRelatives(
  notary: Notary,
  { attorney }: Relatives,
  principals: { readonly owner: Citizen; readonly tenant: Citizen; readonly firm: Firm },
): PowerRow[] {
  const power = { representative: attorney, years: 3 }
  return [
    notary({
      ...power,
      principal: personAsSide(principals.owner),
      issuedOn: plainDate('2025-03-17'),
      codes: ['land.documents', 'realty.certificates'],
    }),
    notary({
      ...power,
      principal: firmAsSide(principals.firm),
      issuedOn: plainDate('2025-09-01'),
      codes: ['legal-entities.certificates', 'land.documents'],
    }),
    notary({
      ...power,
      principal: personAsSide(principals.tenant),
      issuedOn: plainDate('2024-02-05'),
      codes: ['state-services'],
      revokedOn: plainDate('2025-06-30'),
    }),
  ]
}
