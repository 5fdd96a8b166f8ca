import { z } from 'zod'
import { parseOkpo, parseRnn } from '#core/kernel'
import { address, bilingual, bin, day, iin, iinOrBin, share } from './shapes.ts'

const rnn = z.string().refine((value) => parseRnn(value) !== undefined, 'an RNN')
const okpo = z.string().refine((value) => parseOkpo(value) !== undefined, 'an OKPO')

export const founder = z.object({
  kind: z.enum(['person', 'entity']),
  number: iinOrBin,
  name: bilingual,
  share: share.nullable(),
  since: day,
})
export type Founder = z.output<typeof founder>

/** What the certificates from GBD UL print about a legal entity, a branch or a representative office. */
export const entityParticulars = z.object({
  bin,
  /** Number of the taxpayer until 2013, 12 digits. */
  rnn: rnn.nullable(),
  /** Code of the classifier of enterprises, 8 digits, 12 for a branch. */
  okpo: okpo.nullable(),
  name: bilingual,
  kind: z.enum(['head', 'branch', 'representative-office']),
  parent: bin.nullable(),
  status: z.enum(['registered', 'liquidated']),
  registeringBody: bilingual,
  /** The last registration: the first one, when there was no other. */
  registration: z.object({
    kind: z.enum(['registration', 're-registration']),
    text: bilingual,
    date: day,
    /** Such as `18225-1901-ТОО`. */
    number: z.string(),
    reason: bilingual.nullable(),
  }),
  firstRegisteredOn: day,
  liquidatedOn: day.nullable(),
  head: z.object({ iin, fullName: bilingual, since: day }).nullable(),
  founders: z.array(founder),
  /** By OKED, the classifier of kinds of economic activity. */
  activity: z.object({ code: z.string(), name: bilingual }).nullable(),
  address,
})
export type EntityParticulars = z.output<typeof entityParticulars>

/** A legal entity in which somebody takes part, and how. */
export const participation = entityParticulars.extend({
  role: z.enum(['founder', 'head', 'founder-and-head']),
  roleText: bilingual,
  share: share.nullable(),
  since: day,
})
export type Participation = z.output<typeof participation>

export const SAMPLE_ENTITY: EntityParticulars = {
  bin: '120140000017',
  rnn: '181600012345',
  okpo: '38456122',
  name: {
    kk: '«Көкпекті дала» жауапкершілігі шектеулі серіктестігі',
    ru: 'Товарищество с ограниченной ответственностью «Кокпекты дала»',
  },
  kind: 'head',
  parent: null,
  status: 'registered',
  registeringBody: {
    kk: 'Абай облысының Әділет департаменті',
    ru: 'Департамент юстиции области Абай',
  },
  registration: {
    kind: 're-registration',
    text: { kk: 'қайта тіркеу', ru: 'перерегистрация' },
    date: '2018-03-01',
    number: '18225-1901-ТОО',
    reason: { kk: 'басшының ауысуы', ru: 'смена руководителя' },
  },
  firstRegisteredOn: '2012-01-16',
  liquidatedOn: null,
  head: {
    iin: '810921300640',
    fullName: { kk: 'ЖҰМАБАЕВ ЕРЛАН СЕРІКҰЛЫ', ru: 'ЖУМАБАЕВ ЕРЛАН СЕРИКОВИЧ' },
    since: '2018-03-01',
  },
  founders: [
    {
      kind: 'person',
      number: '810921300640',
      name: { kk: 'ЖҰМАБАЕВ ЕРЛАН СЕРІКҰЛЫ', ru: 'ЖУМАБАЕВ ЕРЛАН СЕРИКОВИЧ' },
      share: '1/2',
      since: '2012-01-16',
    },
  ],
  activity: { code: '01111', name: { kk: 'астық өсіру', ru: 'выращивание зерновых культур' } },
  address: {
    kato: '104400000',
    region: '100000000',
    text: {
      kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Шәкәрім көшесі, 4-үй',
      ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Шакарима, дом 4',
    },
  },
}

export const SAMPLE_BRANCH: EntityParticulars = {
  ...SAMPLE_ENTITY,
  bin: '150341000104',
  rnn: '600700501232',
  okpo: '384561220001',
  name: {
    kk: '«Көкпекті дала» ЖШС-нің Алматы қаласындағы филиалы',
    ru: 'Филиал ТОО «Кокпекты дала» в городе Алматы',
  },
  kind: 'branch',
  parent: SAMPLE_ENTITY.bin,
  registeringBody: {
    kk: 'Алматы қаласының Әділет департаменті',
    ru: 'Департамент юстиции города Алматы',
  },
  registration: {
    kind: 'registration',
    text: { kk: 'бастапқы тіркеу', ru: 'первичная регистрация' },
    date: '2015-03-10',
    number: '5120-1910-Ф-л',
    reason: null,
  },
  firstRegisteredOn: '2015-03-10',
  founders: [],
}
