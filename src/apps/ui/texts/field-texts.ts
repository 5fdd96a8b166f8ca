import type { Catalogue } from '#platform/i18n'

/** The fields of a regulation’s form, wherever it is filled in. */
export const fieldTexts = {
  'fill.from-account': {
    kk: 'Тіркелгіңізден алынды. Қате болса, басқа тіркелгімен кіріңіз.',
    ru: 'Взято из вашей учётной записи. Если это не вы, войдите под другим номером.',
    en: 'Taken from your account. If this is not you, sign in with another number.',
  },
  'fill.no-slots': {
    kk: 'алдымен орынды таңдаңыз; бос уақыт болмаса, басқа орынды таңдаңыз.',
    ru: 'сначала выберите место; если свободного времени нет, выберите другое место.',
    en: 'choose the place first; where there is no free hour, choose another place.',
  },
} as const satisfies Catalogue
