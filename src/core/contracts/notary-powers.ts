import { z } from 'zod'
import { bilingual, day, iin, iinOrBin } from './shapes.ts'

/** What a power of attorney allows, as far as the state's services ask. `state-services`: to act before every body of the state. */
export const powerCode = z.enum([
  'state-services',
  'land.documents',
  'realty.certificates',
  'civil-acts.certificates',
  'legal-entities.certificates',
])
export type PowerCode = z.output<typeof powerCode>

const powerNumber = z.string().min(1).max(40)
const side = z.object({
  kind: z.enum(['person', 'entity']),
  number: iinOrBin,
  name: bilingual,
})
const power = z.object({
  number: powerNumber,
  issuedOn: day,
  /** The last day on which it is in force. */
  validUntil: day,
  notary: bilingual,
  principal: side,
  representative: z.object({ iin, name: bilingual }),
  codes: z.array(powerCode).min(1),
  /** What it allows, in the words of the document. */
  text: bilingual,
})
export type Power = z.output<typeof power>
const powers = z.object({ powers: z.array(power) })
export type Powers = z.output<typeof powers>

const land: Power = {
  number: '2025-101-000412',
  issuedOn: '2025-03-17',
  validUntil: '2028-03-16',
  notary: {
    kk: 'Көкпекті ауданының нотариусы ЕСЕНОВА АЛИЯ МАРАТҚЫЗЫ',
    ru: 'нотариус Кокпектинского района ЕСЕНОВА АЛИЯ МАРАТОВНА',
  },
  principal: {
    kind: 'person',
    number: '840731400431',
    name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
  },
  representative: {
    iin: '900115300102',
    name: { kk: 'НҰРЛАНОВ ДӘУРЕН ЕРЛАНҰЛЫ', ru: 'НУРЛАНОВ ДАУРЕН ЕРЛАНОВИЧ' },
  },
  codes: ['land.documents'],
  text: {
    kk: 'жер учаскесіне құжаттарды сұратуға және алуға',
    ru: 'запрашивать и получать документы на земельный участок',
  },
}

/** ENIS: the powers of attorney of a representative that are in force today. `absent`: none. */
export const notaryPowers = {
  id: 'notary.powers',
  system: 'notary',
  name: {
    kk: 'Өкілдің сенімхаттары',
    ru: 'Доверенности представителя',
    en: 'Powers of attorney of a representative',
  },
  request: z.object({ representative: iin }),
  answer: powers,
  sample: { found: { powers: [land] } },
} as const

/** ENIS: the powers of attorney that a person or legal entity has given and that are in force today. `absent`: none. */
export const notaryPowersGiven = {
  id: 'notary.powers-given',
  system: 'notary',
  name: {
    kk: 'Тұлға берген сенімхаттар',
    ru: 'Доверенности, выданные лицом',
    en: 'Powers of attorney given by a person',
  },
  request: z.object({ principal: iinOrBin }),
  answer: powers,
  sample: { found: { powers: [land] } },
} as const

const check = z.object({
  /** The power of that number names this principal and this representative. */
  same: z.boolean(),
  /** Issued, not expired and not revoked on the day of the answer. */
  inForce: z.boolean(),
  revokedOn: day.nullable(),
  codes: z.array(powerCode),
})
export type PowerCheck = z.output<typeof check>

/**
 * ENIS: whether one power of attorney stands. `absent`: no power of that number. The subject of the message is the principal, who
 * sees in the cabinet that it was asked.
 */
export const notaryCheckPower = {
  id: 'notary.check-power',
  system: 'notary',
  name: {
    kk: 'Сенімхатты тексеру',
    ru: 'Проверка доверенности',
    en: 'Check of a power of attorney',
  },
  request: z.object({ number: powerNumber, representative: iin, principal: iinOrBin }),
  answer: check,
  sample: {
    found: { same: true, inForce: true, revokedOn: null, codes: ['land.documents'] },
  },
} as const
