import type { ImpedimentCode } from '#core/contracts'
import type { Text } from '#core/kernel'

/**
 * Facts of the register that bar a marriage. The act speaks of "facts for which registration may be refused" only; the list follows
 * articles 10 and 11 of the Code on marriage (matrimony) and the family of 2011, as far as records of civil status tell them.
 */
export const IMPEDIMENTS: Readonly<Record<ImpedimentCode, Text>> = {
  'same-person': {
    kk: 'Екі өтініш беруші ретінде бір адам көрсетілген.',
    ru: 'В качестве обоих заявителей указано одно и то же лицо.',
    en: 'The same person is named as both applicants.',
  },
  'same-sex': {
    kk: 'Бір жыныстағы адамдардың арасында неке қиюға жол берілмейді.',
    ru: 'Не допускается заключение брака между лицами одного пола.',
    en: 'A marriage between persons of the same sex is not allowed.',
  },
  dead: {
    kk: 'Өтініш берушілердің бірінің қайтыс болғаны туралы акт жазбасы бар.',
    ru: 'Имеется запись акта о смерти одного из заявителей.',
    en: 'There is a record of the death of one of the applicants.',
  },
  'under-age': {
    kk: 'Өтініш берушілердің бірі он сегіз жасқа (неке жасына) толмаған.',
    ru: 'Один из заявителей не достиг восемнадцати лет (брачного возраста).',
    en: 'One of the applicants is not yet eighteen (of marriageable age).',
  },
  'already-married': {
    kk: 'Өтініш берушілердің бірі тіркелген басқа некеде тұрады.',
    ru: 'Один из заявителей состоит в другом зарегистрированном браке.',
    en: 'One of the applicants is in another registered marriage.',
  },
  'close-relatives': {
    kk: 'Өтініш берушілер жақын туыстар: ата-ана мен бала, ата-әже мен немере немесе аға-іні, апа-сіңлі, қарындас.',
    ru: 'Заявители являются близкими родственниками: родителем и ребёнком, дедом или бабкой и внуком, братом и сестрой.',
    en: 'The applicants are close relatives: parent and child, grandparent and grandchild, or brother and sister.',
  },
  adoption: {
    kk: 'Өтініш берушілер бала асырап алумен байланысты: асырап алушы мен асырап алынған немесе асырап алушының балалары.',
    ru: 'Заявители связаны усыновлением: усыновитель и усыновлённый либо дети усыновителя.',
    en: 'The applicants are tied by adoption: adoptive parent and adopted child, or children of the adoptive parent.',
  },
}
