import { defineErrors } from '#core/kernel'

export const authorityErrors = defineErrors('AUTHORITY', {
  SUBJECT: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігіне қажетті дерек жоқ немесе артық: {field}. Деректерді тексеріп, қайта жіберіңіз.',
      ru: 'Для регистрационного свидетельства не хватает данных или они лишние: {field}. Проверьте данные и отправьте снова.',
      en: 'Data for the certificate are missing or do not belong there: {field}. Check them and send again.',
    },
  },
  BAD_KEY: {
    status: 422,
    text: {
      kk: 'Ашық кілт жарамайды: P-256 қисығындағы кілт керек. Жаңа кілт жасаңыз.',
      ru: 'Открытый ключ не подходит: нужен ключ на кривой P-256. Создайте новый ключ.',
      en: 'The public key cannot be used: a key on the curve P-256 is needed. Make a new key.',
    },
  },
  KEY_OF_ANOTHER: {
    status: 409,
    text: {
      kk: 'Бұл кілтке басқа иесіне тіркеу куәлігі берілген. Жаңа кілт жасаңыз.',
      ru: 'На этот ключ уже выдано регистрационное свидетельство другому владельцу. Создайте новый ключ.',
      en: 'This key is already certified for another holder. Make a new key.',
    },
  },
  KEY_IN_USE: {
    status: 409,
    text: {
      kk: 'Бұл кілтке тіркеу куәлігі берілген. Жаңа куәлік үшін жаңа кілт жасаңыз.',
      ru: 'На этот ключ уже выдано регистрационное свидетельство. Для нового свидетельства создайте новый ключ.',
      en: 'This key already has a certificate. Make a new key for a new certificate.',
    },
  },
  KEY_REVOKED: {
    status: 409,
    text: {
      kk: 'Бұл кілттің тіркеу куәлігі кері қайтарылған, кілтті енді пайдалануға болмайды. Жаңа кілт жасаңыз.',
      ru: 'Регистрационное свидетельство этого ключа отозвано, ключ больше использовать нельзя. Создайте новый ключ.',
      en: 'The certificate of this key was revoked, and the key can no longer be used. Make a new key.',
    },
  },
  UNKNOWN_CERTIFICATE: {
    status: 404,
    text: {
      kk: 'Мұндай тіркеу куәлігі берілмеген. Куәліктің нөмірін тексеріңіз.',
      ru: 'Такое регистрационное свидетельство не выдавалось. Проверьте номер свидетельства.',
      en: 'No such certificate was issued. Check the number of the certificate.',
    },
  },
})
