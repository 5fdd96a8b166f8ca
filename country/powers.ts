import type { Bilingual, PowerCode } from '#core/contracts'
import { addDays, type PlainDate } from '#core/kernel'
import type { PowerRow } from '#registries/notary'
import { dayBetween, yearsAfter } from './days.ts'
import type { Firm } from './firm.ts'
import type { Citizen } from './people.ts'
import type { Random } from './random.ts'

const TEXTS: Readonly<Record<PowerCode, Bilingual>> = {
  'state-services': {
    kk: 'барлық мемлекеттік органдарда мүддесін білдіруге, мемлекеттік қызметтерге тапсырыс беруге және нәтижелерін алуға',
    ru: 'представлять интересы во всех государственных органах, заказывать государственные услуги и получать их результаты',
  },
  'land.documents': {
    kk: 'жер учаскелеріне құжаттарды сұратуға және алуға',
    ru: 'запрашивать и получать документы на земельные участки',
  },
  'realty.certificates': {
    kk: 'жылжымайтын мүлік туралы анықтамаларды сұратуға және алуға',
    ru: 'запрашивать и получать справки о недвижимом имуществе',
  },
  'civil-acts.certificates': {
    kk: 'азаматтық хал актілері туралы анықтамалар мен қайталама куәліктерді сұратуға және алуға',
    ru: 'запрашивать и получать справки и повторные свидетельства о регистрации актов гражданского состояния',
  },
  'legal-entities.certificates': {
    kk: 'заңды тұлға туралы анықтамаларды сұратуға және алуға',
    ru: 'запрашивать и получать справки о юридическом лице',
  },
}
const PERSONAL: readonly PowerCode[] = [
  'state-services',
  'land.documents',
  'realty.certificates',
  'civil-acts.certificates',
]
/** Powers that the notaries of one block may number. */
const NUMBERS_OF_A_BLOCK = 10_000
const GIVEN_BY_PERSONS = 0.03
const GIVEN_BY_FIRMS = 0.3
const REVOKED = 0.1

interface NewPower {
  readonly principal: PowerRow['principal']
  readonly representative: Citizen
  readonly issuedOn: PlainDate
  readonly years: number
  readonly codes: readonly PowerCode[]
  readonly revokedOn?: PlainDate
}

const oneLine = ({ name: { kk, ru } }: Citizen): Bilingual => ({
  kk: [kk.surname, kk.given, kk.patronymic].join(' '),
  ru: [ru.surname, ru.given, ru.patronymic].join(' '),
})

export const personAsSide = (citizen: Citizen): PowerRow['principal'] => ({
  kind: 'person',
  number: citizen.row.iin,
  name: oneLine(citizen),
})
export const firmAsSide = ({ row, name }: Firm): PowerRow['principal'] => ({
  kind: 'entity',
  number: row.bin,
  name,
})

const all = (codes: readonly PowerCode[], lang: 'kk' | 'ru'): string =>
  codes.map((code) => TEXTS[code][lang]).join('; ')

/** Draws up powers of attorney before the notary of the place where the representative lives. */
export function createNotary(block: number) {
  let serial = block * NUMBERS_OF_A_BLOCK
  return ({ principal, representative, issuedOn, years, codes, revokedOn }: NewPower): PowerRow => {
    serial += 1
    const { prefix } = representative.home.place
    return {
      number: `${issuedOn.slice(0, 4)}-${String(serial).padStart(7, '0')}`,
      issuedOn,
      validUntil: addDays(yearsAfter(issuedOn, years), -1),
      notary: { kk: `нотариус (${prefix.kk})`, ru: `нотариус (${prefix.ru})` },
      principal,
      representative: { iin: representative.row.iin, name: oneLine(representative) },
      codes: [...codes],
      text: { kk: all(codes, 'kk'), ru: all(codes, 'ru') },
      revokedOn: revokedOn ?? null,
    }
  }
}
export type Notary = ReturnType<typeof createNotary>

/** Powers that people and firms have given to other grown people: in force, expired and revoked ones. */
export function createPowers(
  { random, today, notary }: { random: Random; today: PlainDate; notary: Notary },
  adults: readonly Citizen[],
  firms: readonly Firm[],
): PowerRow[] {
  const given = (
    principal: PowerRow['principal'],
    since: PlainDate,
    codes: readonly PowerCode[],
  ) => {
    const representative = random.pick(adults)
    const grown = yearsAfter(representative.birthDate, 19)
    const recent = addDays(today, -1500)
    const from = [since, grown, recent].reduce((a, b) => (a > b ? a : b))
    const issuedOn = dayBetween(random, from, today)
    const alone = representative.row.iin === principal.number || issuedOn >= today
    if (alone) return []
    const end = random.chance(REVOKED) ? { revokedOn: dayBetween(random, issuedOn, today) } : {}
    return [notary({ principal, representative, issuedOn, years: random.int(1, 3), codes, ...end })]
  }
  return [
    ...adults
      .filter(() => random.chance(GIVEN_BY_PERSONS))
      .flatMap((one) => {
        const since = yearsAfter(one.birthDate, 19)
        return given(personAsSide(one), since, [random.pick(PERSONAL)])
      }),
    ...firms
      .filter(({ row }) => row.liquidatedOn === null && random.chance(GIVEN_BY_FIRMS))
      .flatMap((firm) =>
        given(firmAsSide(firm), firm.registeredOn, ['legal-entities.certificates']),
      ),
  ]
}
