import type { Bilingual } from '#core/contracts'

type Words<C extends string> = Readonly<Record<C, Bilingual>>

/** Categories of land by article 1 of the Land Code. */
export const CATEGORIES = {
  agricultural: {
    kk: 'ауыл шаруашылығы мақсатындағы жер',
    ru: 'земли сельскохозяйственного назначения',
  },
  settlements: { kk: 'елді мекендердің жері', ru: 'земли населённых пунктов' },
  industry: {
    kk: 'өнеркәсіп, көлік, байланыс және өзге де ауыл шаруашылығына арналмаған жер',
    ru: 'земли промышленности, транспорта, связи и иного несельскохозяйственного назначения',
  },
  protected: {
    kk: 'ерекше қорғалатын табиғи аумақтардың жері',
    ru: 'земли особо охраняемых природных территорий',
  },
  forest: { kk: 'орман қорының жері', ru: 'земли лесного фонда' },
  water: { kk: 'су қорының жері', ru: 'земли водного фонда' },
  reserve: { kk: 'босалқы жер', ru: 'земли запаса' },
} as const satisfies Words<string>

export const RIGHTS = {
  ownership: { kk: 'меншік құқығы', ru: 'право собственности' },
  'permanent-use': {
    kk: 'тұрақты жер пайдалану құқығы',
    ru: 'право постоянного землепользования',
  },
  lease: {
    kk: 'уақытша өтеулі жер пайдалану (жалдау) құқығы',
    ru: 'право временного возмездного землепользования (аренды)',
  },
} as const satisfies Words<string>

export const FORMS = {
  individual: { kk: 'жеке меншік', ru: 'индивидуальная собственность' },
  shared: { kk: 'ортақ үлестік меншік', ru: 'общая долевая собственность' },
  joint: { kk: 'ортақ бірлескен меншік', ru: 'общая совместная собственность' },
  state: { kk: 'мемлекеттік меншік', ru: 'государственная собственность' },
} as const satisfies Words<string>

export const DOCUMENT_KINDS = {
  'ownership-act': {
    kk: 'жер учаскесіне жеке меншік құқығын беретін акт',
    ru: 'акт на право частной собственности на земельный участок',
  },
  'permanent-use-act': {
    kk: 'тұрақты жер пайдалану құқығын беретін акт',
    ru: 'акт на право постоянного землепользования',
  },
  'lease-act': {
    kk: 'уақытша өтеулі жер пайдалану (жалдау) құқығын беретін акт',
    ru: 'акт на право временного возмездного землепользования (аренды)',
  },
} as const satisfies Words<string>

export const GRANT_KINDS = {
  decision: { kk: 'әкімнің шешімі', ru: 'решение акима' },
  resolution: { kk: 'әкімдіктің қаулысы', ru: 'постановление акимата' },
  contract: {
    kk: 'жер учаскесін сатып алу-сату шарты',
    ru: 'договор купли-продажи земельного участка',
  },
} as const satisfies Words<string>

export const DIVISIBILITY = {
  yes: { kk: 'бөлінетін', ru: 'делимый' },
  no: { kk: 'бөлінбейтін', ru: 'неделимый' },
} as const satisfies Words<string>

/** A code of the tables with the words of the certificates. */
export const inWords = <C extends string>(words: Words<C>, code: C) => ({ code, name: words[code] })
