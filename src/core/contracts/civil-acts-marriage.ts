import { z } from 'zod'
import { iin, instant, officeWithAddress, trilingual } from './shapes.ts'

/** Facts for which the registration of a marriage may be refused, as far as the register knows them. */
export const impedimentCode = z.enum([
  'same-person',
  'same-sex',
  'dead',
  'under-age',
  'already-married',
  'close-relatives',
  'adoption',
])
export type ImpedimentCode = z.output<typeof impedimentCode>

const applicants = z.tuple([iin, iin])
const couple = z.object({ applicants })
/** The second of two applicants; the first one is the subject. */
function secondApplicant(body: unknown): readonly string[] {
  const { success, data } = couple.safeParse(body)
  if (!success) return []
  const [first, second] = data.applicants
  return first === second ? [] : [second]
}

const acceptance = z.object({
  acceptedNumber: z.string().regex(/^\d{5,}$/),
  office: officeWithAddress,
})
export type MarriageAcceptance = z.output<typeof acceptance>

const impediments = z.object({
  impediments: z.array(
    z.object({
      code: impedimentCode,
      /** Whom it concerns; null: both. */
      iin: iin.nullable(),
      text: trilingual,
    }),
  ),
  /** Applications of either of the two that stand in the book for a day to come: no impediment, but to be known. */
  applications: z
    .array(acceptance.extend({ at: instant }))
    .min(1)
    .exactOptional(),
})
export type Impediments = z.output<typeof impediments>

const married: Impediments = {
  impediments: [
    {
      code: 'already-married',
      iin: '810921300640',
      text: {
        kk: 'Өтініш берушілердің бірі тіркелген басқа некеде тұрады.',
        ru: 'Один из заявителей состоит в другом зарегистрированном браке.',
        en: 'One of the applicants is in another registered marriage.',
      },
    },
  ],
}

/**
 * IS ZAGS: what stands in the way of a marriage of two persons today. `absent`: nothing that the register knows; `no-data`: it does
 * not know one of them. The subject of the message is the first of the two.
 */
export const civilActsMarriageImpediments = {
  id: 'civil-acts.marriage-impediments',
  system: 'civil-acts',
  name: {
    kk: 'Некені тіркеуге кедергілер',
    ru: 'Препятствия к регистрации брака',
    en: 'Impediments to the registration of a marriage',
  },
  request: couple,
  alsoAbout: secondApplicant,
  answer: impediments,
  sample: { found: married, absent: { impediments: [] } },
} as const

/**
 * IS ZAGS: takes an application of two persons to be married into the book of the office, for that moment. The same `caseNumber`
 * gets the same answer. `no-data`: no such office.
 */
export const civilActsAcceptMarriageApplication = {
  id: 'civil-acts.accept-marriage-application',
  system: 'civil-acts',
  changes: true,
  name: {
    kk: 'Неке қию туралы өтінішті қабылдау',
    ru: 'Принятие заявления о заключении брака',
    en: 'Acceptance of an application for marriage',
  },
  request: z.object({
    caseNumber: z.string().min(1).max(40),
    applicants,
    office: z.string().min(1).max(40),
    at: instant,
  }),
  alsoAbout: secondApplicant,
  answer: acceptance,
  sample: {
    found: {
      acceptedNumber: '00031',
      office: {
        code: '130',
        name: { kk: 'Көкпекті ауданының АХАТ бөлімі', ru: 'Отдел РАГС Кокпектинского района' },
        address: {
          kk: 'Абай облысы, Көкпекті ауданы, Жамбыл көшесі, 32-үй',
          ru: 'область Абай, Кокпектинский район, улица Жамбыла, дом 32',
        },
      },
    },
  },
} as const
