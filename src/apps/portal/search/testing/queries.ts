import type { Lang } from '#core/kernel'

/** What people type, and the service they want: plainly, with endings, with slips, on the wrong keyboard, in Latin letters. */
export const QUERIES: Readonly<Record<string, Readonly<Record<Lang, readonly string[]>>>> = {
  'justice.realty-absence': {
    kk: [
      'жылжымайтын мүліктің жоқтығы',
      'мүлік жоқ анықтама',
      'жылжымаитын муликтин жоктыгы',
      'мүліктің жоқтығы туралы анықтама алу',
      'mulik joktygy',
    ],
    ru: [
      'справка об отсутствии недвижимости',
      'справка об отсутствии недвижимого имущества',
      'отсутсвие недвижимости',
      'cghfdrf j, jncencndbb ytldb;bvjcnb',
      'spravka ob otsutstvii nedvizhimosti',
    ],
    en: ['absence of property', 'certificate of absence of real property', 'abcense property'],
  },
  'justice.realty-rights': {
    kk: [
      'тіркелген құқықтар',
      'жылжымайтын мүлікке тіркелген құқықтар анықтамасы',
      'ауыртпалық',
      'тиркелген кукыктар',
    ],
    ru: [
      'справка о наличии обременений',
      'справка о зарегистрированных правах',
      'обременение на квартиру',
      'обремененя',
      'зарегистрированные права на недвижимость',
      'арест на квартиру',
    ],
    en: ['registered rights', 'encumbrances', 'encumberance', 'rights to real property'],
  },
  'justice.legal-entity-certificate': {
    kk: ['заңды тұлға', 'заңды тұлғаны тіркеу туралы анықтама', 'занды тулга', 'филиалдар', 'БСН'],
    ru: [
      'справка о регистрации юридического лица',
      'юр лицо',
      'юридичекое лицо',
      'справка ТОО',
      'филиалы и представительства',
      'участие физического лица в юридических лицах',
      'учредители',
      '.hblbxtcrjt kbwj',
    ],
    en: [
      'legal entity',
      'company registration',
      'founders of a company',
      'branches',
      'legal entitys',
    ],
  },
  'justice.marriage-application': {
    kk: ['неке қию', 'некеге тұру', 'үйлену', 'неке киюга отиниш', 'ytrt'],
    ru: [
      'свадьба',
      'заявление на регистрацию брака',
      'регистрация брака',
      'пожениться',
      'заявление в загс на брак',
      'регестрация брака',
      'brak',
      'htubcnhfwbz ,hfrf',
    ],
    en: ['marriage', 'wedding', 'get married', 'mariage application', 'marriage registration'],
  },
  'justice.repeat-certificate': {
    kk: [
      'қайталама куәлік',
      'туу туралы куәлікті қайта алу',
      'кайталама куалик',
      'куәлігімді жоғалттым',
    ],
    ru: [
      'повторное свидетельство',
      'повторное свидетельство о рождении',
      'дубликат свидетельства о рождении',
      'потерял свидетельство',
      'повторные свидетелства',
      'gjdnjhyjt cdbltntkmcndj',
    ],
    en: [
      'repeat certificate',
      'duplicate birth certificate',
      'lost certificate',
      'repeated certificates',
    ],
  },
  'justice.civil-act-certificate': {
    kk: [
      'азаматтық хал актілері анықтамасы',
      'туу туралы анықтама',
      'некеге қабілеттілік',
      'АХАЖ анықтама',
    ],
    ru: [
      'справка о браке',
      'справка о рождении',
      'справка загс',
      'акты гражданского состояния справка',
      'справка о брачной правоспособности',
      'брачная правоспособность',
    ],
    en: [
      'civil status certificate',
      'certificate of no impediment to marriage',
      'certificate of birth record',
    ],
  },
  'land.identification-document': {
    kk: [
      'жер учаскесіне сәйкестендіру құжаты',
      'сәйкестендіру құжаты',
      'сайкестендиру кужаты',
      'жер актісі',
    ],
    ru: [
      'идентификационный документ на земельный участок',
      'идентификационный документ',
      'акт на землю',
      'индентификационный документ',
      'госакт на землю',
    ],
    en: ['land identification document', 'identification document plot', 'land deed'],
  },
  'land.cadastral-information': {
    kk: ['кадастрлық ақпарат', 'жер кадастры', 'кадастр номері', 'кадастрлык акпарат', 'kadastr'],
    ru: [
      'земельно-кадастровая информация',
      'земельный кадастр',
      'кадастровые сведения',
      'кадастровая информация об участке',
      'кадастравая',
      'rflfcnh',
    ],
    en: ['cadastral information', 'land cadastre', 'cadaster', 'cadastral data'],
  },
  'land.plot-ownership': {
    kk: ['жер учаскесінің тиесілілігі', 'жер учаскесі кімдікі', 'жердің тиесілігі'],
    ru: [
      'принадлежность земельного участка',
      'справка о принадлежности участка',
      'кому принадлежит участок',
      'принадлежность участка',
      'пренадлежность участка',
    ],
    en: ['ownership of a land plot', 'who owns the plot', 'plot ownership'],
  },
  'land.title-document': {
    kk: ['құқық белгілейтін құжат', 'жерге құқық белгілейтін құжаттар', 'бастапқы берілген жер'],
    ru: [
      'правоустанавливающий документ',
      'правоустанавливающие документы на землю',
      'первичное предоставление права на земельный участок',
      'правоустанавливаюший',
    ],
    en: ['title document', 'title to land', 'first grant of a land plot'],
  },
  'land.purpose-change': {
    kk: [
      'нысаналы мақсатын өзгерту',
      'жердің мақсатын өзгерту',
      'нысаналы максат',
      'nysanaly maqsat',
    ],
    ru: [
      'изменение целевого назначения',
      'целевое назначение земли',
      'изменить целевое назначение участка',
      'целевово назначения',
      'wtktdjt yfpyfxtybt',
    ],
    en: ['change of designated purpose', 'designated purpose of land', 'desginated purpose'],
  },
}
