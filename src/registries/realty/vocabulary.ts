import type { Bilingual } from '#core/contracts'
import type { RealtyRow, RightRow } from './realty-row.ts'

/** How the certificate names what the tables keep as codes. */
export const OBJECT_KINDS: Readonly<Record<RealtyRow['kind'], Bilingual>> = {
  flat: { kk: 'пәтер', ru: 'квартира' },
  house: { kk: 'жеке тұрғын үй', ru: 'индивидуальный жилой дом' },
  plot: { kk: 'жер учаскесі', ru: 'земельный участок' },
  premises: { kk: 'тұрғын емес үй-жай', ru: 'нежилое помещение' },
}

export const RIGHT_KINDS: Readonly<Record<RightRow['kind'], Bilingual>> = {
  ownership: { kk: 'меншік құқығы', ru: 'право собственности' },
  lease: {
    kk: 'уақытша өтеулі жер пайдалану (жалдау) құқығы',
    ru: 'право временного возмездного землепользования (аренды)',
  },
}

export const OWNERSHIP_FORMS: Readonly<Record<RightRow['form'], Bilingual>> = {
  individual: { kk: 'жеке меншік', ru: 'индивидуальная собственность' },
  shared: { kk: 'ортақ үлестік меншік', ru: 'общая долевая собственность' },
  joint: { kk: 'ортақ бірлескен меншік', ru: 'общая совместная собственность' },
  state: { kk: 'мемлекеттік меншік', ru: 'государственная собственность' },
}
