import type { Bilingual } from '#core/contracts'
import type { Representative } from '#core/engine'
import { type JsonObject, type Lang, parseDate, type Text } from '#core/kernel'
import { formatsOf } from '#platform/i18n'

/** One line of the request as people read it. */
export interface RequestLine {
  readonly label: Text
  readonly value: Text
}

/** Who acts for the applicant, and by what right: a representative, or the head of the legal entity. */
export interface ActsFor {
  readonly iin: string
  readonly name: Bilingual
  readonly basis: Representative['basis'] | 'head'
  /** What the right was read from. */
  readonly mandate: JsonObject
}

const WHO: Text = { kk: 'Өкіл', ru: 'Представитель', en: 'Representative' }
const HEAD: Text = { kk: 'Басшы', ru: 'Руководитель', en: 'Head' }
const BASIS: Text = { kk: 'Негізі', ru: 'Основание', en: 'By what right' }

const RIGHTS: Readonly<Record<ActsFor['basis'], Text>> = {
  parent: { kk: 'ата-анасы', ru: 'родитель', en: 'parent' },
  attorney: { kk: 'сенімхат', ru: 'доверенность', en: 'power of attorney' },
  head: {
    kk: 'заңды тұлғаның бірінші басшысы',
    ru: 'первый руководитель юридического лица',
    en: 'head of the legal entity',
  },
}

/** Number and day of the paper that a right stands in. */
const PAPERS: Readonly<Record<ActsFor['basis'], readonly [string, string] | undefined>> = {
  parent: ['record', 'recordedOn'],
  attorney: ['number', 'issuedOn'],
  head: undefined,
}

/** The number and the day, as they are signed; nothing where the right stands in no paper. */
export function paperOf({ basis, mandate }: Pick<ActsFor, 'basis' | 'mandate'>): JsonObject {
  const [number = '', day = ''] = PAPERS[basis] ?? []
  const known = [number, day].filter((key) => typeof mandate[key] === 'string')
  return Object.fromEntries(known.map((key) => [key, mandate[key] ?? '']))
}

function basisOf(who: ActsFor): Text {
  const right = RIGHTS[who.basis]
  const [number, issued] = Object.values(paperOf(who)).map(String)
  const day = parseDate(issued ?? '')
  if (number === undefined || day === undefined) return right
  const on = (lang: Lang) => formatsOf(lang).date(day)
  const record = who.basis === 'parent'
  return {
    kk: `${right.kk}${record ? ', акт жазбасы' : ''} № ${number}, ${on('kk')}`,
    ru: `${right.ru}${record ? ', актовая запись' : ''} № ${number} от ${on('ru')}`,
    en: `${right.en}${record ? ', civil act record' : ''} No ${number} of ${on('en')}`,
  }
}

/** As it stands before the answers wherever the request is read. */
export const representativeLines = (who: ActsFor): readonly RequestLine[] => [
  {
    label: who.basis === 'head' ? HEAD : WHO,
    value: {
      kk: `${who.name.kk}, ЖСН ${who.iin}`,
      ru: `${who.name.ru}, ИИН ${who.iin}`,
      en: `${who.name.kk}, IIN ${who.iin}`,
    },
  },
  { label: BASIS, value: basisOf(who) },
]
