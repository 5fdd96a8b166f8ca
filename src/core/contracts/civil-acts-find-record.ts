import { z } from 'zod'
import { bilingual, day, iin, office, recordNumber } from './shapes.ts'

/** The kinds of records of civil status that certificates are given of. */
export const actKind = z.enum([
  'birth',
  'marriage',
  'divorce',
  'name-change',
  'paternity',
  'adoption',
])
export type ActKind = z.output<typeof actKind>

const stated = z.string().min(1).max(300).nullish()
const request = z.object({
  iin,
  kind: actKind,
  /** What the applicant says about the record; whatever is left out is not compared. Names in Kazakh or in Russian spelling. */
  stated: z
    .object({
      date: day.nullish(),
      place: stated,
      father: stated,
      mother: stated,
      spouse: stated,
      formerSurname: stated,
    })
    .nullish(),
})
export type RecordQuestion = z.output<typeof request>

const person = z.object({
  iin: iin.nullable(),
  fullName: bilingual,
  birthDate: day,
  birthYear: z.int(),
})
const parent = z.object({ iin: iin.nullable(), fullName: bilingual })
const spouse = z.object({ iin: iin.nullable(), fullName: bilingual, birthYear: z.int() })
const names = z.object({
  surname: bilingual,
  given: bilingual,
  patronymic: bilingual.nullable(),
})
const answer = z.object({
  kind: actKind,
  recordNumber,
  recordedOn: day,
  office,
  /** The child of a birth, paternity or adoption, the person of a change of name; null for marriage and divorce. */
  person: person.nullable(),
  /** Parents as recorded: of a birth, paternity (established) or adoption (adoptive). */
  father: parent.nullable(),
  mother: parent.nullable(),
  placeOfBirth: bilingual.nullable(),
  husband: spouse.nullable(),
  wife: spouse.nullable(),
  /** After the marriage or the divorce. */
  surnamesAfter: z.object({ husband: bilingual, wife: bilingual }).nullable(),
  /** Before and after a change of name, a paternity or an adoption. */
  before: names.nullable(),
  after: names.nullable(),
  /** Day of the birth, the wedding, the divorce, the change. */
  happenedOn: day,
  /** Where it happened: settlement or district with its region. */
  place: bilingual.nullable(),
})
export type CivilRecord = z.output<typeof answer>

const kokpekty = {
  kk: 'Абай облысы, Көкпекті ауданы',
  ru: 'область Абай, Кокпектинский район',
}
const nothing = {
  person: null,
  father: null,
  mother: null,
  placeOfBirth: null,
  husband: null,
  wife: null,
  surnamesAfter: null,
  before: null,
  after: null,
}
const common = {
  recordedOn: '2009-08-25',
  office: {
    code: '130',
    name: { kk: 'Көкпекті ауданының АХАТ бөлімі', ru: 'Отдел РАГС Кокпектинского района' },
  },
  place: kokpekty,
}
const birth: CivilRecord = {
  ...nothing,
  ...common,
  kind: 'birth',
  recordNumber: '10-130-84-0000007',
  recordedOn: '1984-08-14',
  person: {
    iin: '840731400431',
    fullName: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
    birthDate: '1984-07-31',
    birthYear: 1984,
  },
  father: {
    iin: null,
    fullName: { kk: 'САҒЫНДЫҚОВ ҚАЙРАТ СЕРІКҰЛЫ', ru: 'САГИНДЫКОВ КАЙРАТ СЕРИКОВИЧ' },
  },
  mother: {
    iin: null,
    fullName: { kk: 'САҒЫНДЫҚОВА САУЛЕ МАРАТҚЫЗЫ', ru: 'САГИНДЫКОВА САУЛЕ МАРАТОВНА' },
  },
  placeOfBirth: kokpekty,
  happenedOn: '1984-07-31',
}
const marriage: CivilRecord = {
  ...nothing,
  ...common,
  kind: 'marriage',
  recordNumber: '50-130-09-0000001',
  husband: {
    iin: '810921300640',
    fullName: { kk: 'ЖҰМАБАЕВ ЕРЛАН СЕРІКҰЛЫ', ru: 'ЖУМАБАЕВ ЕРЛАН СЕРИКОВИЧ' },
    birthYear: 1981,
  },
  wife: {
    iin: '840731400431',
    fullName: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
    birthYear: 1984,
  },
  surnamesAfter: {
    husband: { kk: 'ЖҰМАБАЕВ', ru: 'ЖУМАБАЕВ' },
    wife: { kk: 'ЖҰМАБАЕВА', ru: 'ЖУМАБАЕВА' },
  },
  happenedOn: '2009-08-25',
}
const nameChange: CivilRecord = {
  ...nothing,
  ...common,
  kind: 'name-change',
  recordNumber: '70-130-09-0000002',
  person: birth.person,
  before: {
    surname: { kk: 'ОСПАНОВА', ru: 'ОСПАНОВА' },
    given: { kk: 'ӘСЕЛ', ru: 'АСЕЛ' },
    patronymic: { kk: 'ҚАЙРАТҚЫЗЫ', ru: 'КАЙРАТОВНА' },
  },
  after: {
    surname: { kk: 'САҒЫНДЫҚОВА', ru: 'САГИНДЫКОВА' },
    given: { kk: 'ӘСЕЛ', ru: 'АСЕЛ' },
    patronymic: { kk: 'ҚАЙРАТҚЫЗЫ', ru: 'КАЙРАТОВНА' },
  },
  happenedOn: '2009-08-25',
}

/**
 * IS ZAGS: the record of one kind that concerns a person (the last one, where there are several and what is stated fits more than
 * one). `absent`: there is none, or none that agrees with what is stated.
 */
export const civilActsFindRecord = {
  id: 'civil-acts.find-record',
  system: 'civil-acts',
  name: {
    kk: 'Азаматтық хал актісінің жазбасы',
    ru: 'Запись акта гражданского состояния',
    en: 'Record of civil status',
  },
  request,
  answer,
  sample: {
    found: birth,
    others: [
      marriage,
      { ...marriage, kind: 'divorce', recordNumber: '60-130-09-0000001' },
      nameChange,
      { ...birth, ...pairOf(nameChange), kind: 'paternity', recordNumber: '30-130-09-0000001' },
      { ...birth, ...pairOf(nameChange), kind: 'adoption', recordNumber: '40-130-09-0000001' },
    ],
  },
} as const

function pairOf({ before, after }: CivilRecord) {
  return { before, after }
}
