import type { Fixed } from './people.ts'

interface Title {
  readonly kk: string
  readonly ru: string
  readonly en: string
}

/** Officials to try the desks with. What they are appointed to stands in `officials.yaml`. */
export const OFFICER_IDS = [
  'registrar',
  'operator',
  'civil-registrar',
  'civil-registry-head',
  'cadastre',
  'chancery',
  'akim',
  'architect',
  'approver',
] as const
export type OfficerId = (typeof OFFICER_IDS)[number]

export const isOfficer = (id: string): boolean => OFFICER_IDS.some((one) => one === id)

const fixed = (
  iin: string,
  born: string,
  [surname = '', given = '', father = '']: readonly string[],
): Fixed => ({
  iin,
  born,
  sex: Number(iin[6]) % 2 === 1 ? 'male' : 'female',
  surname,
  given,
  father,
})

export const OFFICER_PEOPLE: Readonly<Record<OfficerId, Fixed>> = {
  registrar: fixed('790520400105', '1979-05-20', ['ОСПАНОВ', 'ГҮЛНАР', 'БОЛАТ']),
  operator: fixed('950310300101', '1995-03-10', ['АХМЕТОВ', 'САНЖАР', 'МАРАТ']),
  'civil-registrar': fixed('820412400205', '1982-04-12', ['ИБРАЕВ', 'ДИНАРА', 'САМАТ']),
  'civil-registry-head': fixed('700909300305', '1970-09-09', ['ҚАСЫМОВ', 'БЕРІК', 'АМАНКЕЛДІ']),
  cadastre: fixed('870317300411', '1987-03-17', ['ЕСЕНОВ', 'АРМАН', 'ҒАЛЫМ']),
  chancery: fixed('751114400500', '1975-11-14', ['СҮЛЕЙМЕНОВ', 'САУЛЕ', 'ТАЛҒАТ']),
  akim: fixed('680525300609', '1968-05-25', ['БАЙМҰХАНОВ', 'ТӨЛЕГЕН', 'ӘДІЛ']),
  architect: fixed('801224300701', '1980-12-24', ['ТҰРСЫНОВ', 'ДАНИЯР', 'АСҚАР']),
  approver: fixed('910708400808', '1991-07-08', ['САДЫҚОВ', 'АЙЖАН', 'БЕРІК']),
}

export const OFFICER_TITLES: Readonly<Record<OfficerId, Title>> = {
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
  'civil-registrar': {
    kk: 'АХАТ бөлімінің маманы',
    ru: 'специалист отдела РАГС',
    en: 'specialist of the civil registry office',
  },
  'civil-registry-head': {
    kk: 'АХАТ бөлімінің басшысы',
    ru: 'руководитель отдела РАГС',
    en: 'head of the civil registry office',
  },
  cadastre: {
    kk: 'жер кадастрының маманы',
    ru: 'специалист земельного кадастра',
    en: 'specialist of the land cadastre',
  },
  chancery: {
    kk: 'әкімдік кеңсесінің қызметкері',
    ru: 'сотрудник канцелярии акимата',
    en: 'office worker of the akimat',
  },
  akim: {
    kk: 'әкімдік басшысы',
    ru: 'руководитель акимата',
    en: 'head of the akimat',
  },
  architect: {
    kk: 'сәулет органының маманы әрі басшысы',
    ru: 'специалист и руководитель органа архитектуры',
    en: 'specialist and head of the body of architecture',
  },
  approver: {
    kk: 'келісуші органдар өкілі',
    ru: 'представитель согласующих органов',
    en: 'representative of the approving bodies',
  },
}
