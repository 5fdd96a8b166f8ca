import type { Catalogue } from '#platform/i18n'

/** Keys: getting one, seeing and revoking one's own. */
export const keyTexts = {
  'key.title': {
    kk: 'Электрондық цифрлық қолтаңба (ЭЦҚ) алу',
    ru: 'Получить ЭЦП',
    en: 'Get a signing key',
  },
  'key.intro': {
    kk: 'Кілт осы браузерде жасалады және ешқайда жіберілмейді. Мемлекет тек ашық бөлігін көріп, оны сізге тиесілі деп куәландырады.',
    ru: 'Ключ создаётся в этом браузере и никуда не отправляется. Государство видит лишь открытую часть и удостоверяет, что она принадлежит вам.',
    en: 'The key is made in this browser and is sent nowhere. The state sees its public half only and certifies that it is yours.',
  },
  'key.owner': { kk: 'Кілт иесі', ru: 'Владелец ключа', en: 'Owner of the key' },
  'key.password': {
    kk: 'Кілт файлының паролі',
    ru: 'Пароль к файлу ключа',
    en: 'Password of the key file',
  },
  'key.password-hint': {
    kk: 'Кемінде {min} таңба. Оны ешкім қалпына келтіре алмайды: ұмытсаңыз, жаңа кілт аласыз.',
    ru: 'Не менее {min} знаков. Восстановить его не сможет никто: забудете – получите новый ключ.',
    en: 'At least {min} characters. Nobody can restore it: if you forget it you get a new key.',
  },
  'key.repeat': { kk: 'Парольді қайталаңыз', ru: 'Повторите пароль', en: 'Repeat the password' },
  'key.make': {
    kk: 'Кілт жасап, файлын сақтау',
    ru: 'Создать ключ и сохранить файл',
    en: 'Make the key and save its file',
  },
  'key.done-title': { kk: 'Кілт дайын', ru: 'Ключ готов', en: 'The key is ready' },
  'key.done': {
    kk: 'Файл құрылғыңызға сақталды. Оны флеш-жадта ұстаған дұрыс, ешкімге бермеңіз.',
    ru: 'Файл сохранён на вашем устройстве. Лучше держать его на флеш-носителе и никому не передавать.',
    en: 'The file is saved on your device. Keep it on a flash drive and give it to nobody.',
  },
  'key.download': {
    kk: 'Файлды қайта сақтау',
    ru: 'Сохранить файл ещё раз',
    en: 'Save the file again',
  },
  'key.mine': { kk: 'Менің кілттерім', ru: 'Мои ключи', en: 'My keys' },
  'key.none': {
    kk: 'Сізде әзірге кілт жоқ',
    ru: 'У вас пока нет ключей',
    en: 'You have no keys yet',
  },
  'key.state.valid': { kk: 'жарамды', ru: 'действует', en: 'valid' },
  'key.state.expired': { kk: 'мерзімі өткен', ru: 'истёк', en: 'expired' },
  'key.state.revoked': { kk: 'қайтарып алынған', ru: 'отозван', en: 'revoked' },
  'key.revoke': { kk: 'Қайтарып алу', ru: 'Отозвать', en: 'Revoke' },
  'key.revoke-title': { kk: 'Кілтті қайтарып алу', ru: 'Отзыв ключа', en: 'Revoke a key' },
  'key.revoke-warning': {
    kk: 'Қайтарып алынған кілтпен енді қол қою мүмкін емес. Бұрынғы қолтаңбалар күшінде қалады.',
    ru: 'Отозванным ключом больше нельзя подписать. Прежние подписи остаются в силе.',
    en: 'A revoked key can no longer sign. Earlier signatures stay valid.',
  },
  'key.reason': { kk: 'Себебі', ru: 'Причина', en: 'Reason' },
  'key.reason.keyCompromise': {
    kk: 'кілт немесе паролі бөтен адамның қолына түсті',
    ru: 'ключ или пароль попал к другому человеку',
    en: 'the key or its password fell into other hands',
  },
  'key.reason.superseded': {
    kk: 'жаңа кілт алдым',
    ru: 'получен новый ключ',
    en: 'I have a new key',
  },
  'key.reason.cessationOfOperation': {
    kk: 'кілт енді қажет емес немесе жоғалды',
    ru: 'ключ больше не нужен или утерян',
    en: 'the key is lost or no longer needed',
  },
  'key.reason.affiliationChanged': {
    kk: 'ұйымдағы қызметім аяқталды',
    ru: 'полномочия в организации прекращены',
    en: 'I no longer act for the organisation',
  },
} as const satisfies Catalogue
