import type { Catalogue } from '#platform/i18n'

/** The hour that an office has appointed. */
export const appointedTexts = {
  'appointed.title': { kk: 'Белгіленген уақыт', ru: 'Назначенное время', en: 'Appointed time' },
  'appointed.when': { kk: 'Күні мен уақыты', ru: 'День и время', en: 'Day and hour' },
  'appointed.office': { kk: 'Қайда', ru: 'Где', en: 'Where' },
  'appointed.address': { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  'appointed.other': {
    kk: 'Таңдалған уақыт бос болмай қалды, сондықтан келесі бос уақыт белгіленді.',
    ru: 'Выбранное время оказалось занято, поэтому назначено следующее свободное.',
    en: 'The hour that was chosen had been taken, so the next free one is appointed.',
  },
} as const satisfies Catalogue
