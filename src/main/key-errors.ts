import { defineErrors } from '#core/kernel'

/** Why no key is issued online. */
export const keyErrors = defineErrors('KEY', {
  REGISTER_DOWN: {
    status: 503,
    text: {
      kk: 'Мемлекеттік деректер қоры қазір жауап бермейді, сондықтан кілт әзірге берілмейді. Бірнеше минуттан кейін қайталаңыз.',
      ru: 'Государственная база данных сейчас не отвечает, поэтому ключ пока не выдаётся. Повторите через несколько минут.',
      en: 'The state database does not answer now, so no key can be issued yet. Try again in a few minutes.',
    },
  },
  IN_PERSON: {
    status: 403,
    text: {
      kk: 'Кілт тек Халыққа қызмет көрсету орталығында жеке куәлікпен келгенде беріледі: портал отырған адамның кім екенін тексере алмайды.',
      ru: 'Ключ выдают в центре обслуживания населения при личной явке с удостоверением: портал не может проверить, кто сидит за экраном.',
      en: 'Keys are issued in person at the service centre, with an identity document: the portal cannot tell who sits at the screen.',
    },
  },
  NOT_ENTITLED: {
    status: 403,
    text: {
      kk: 'Мемлекеттік деректер қоры бойынша сізге кілт беруге болмайды: тұлға табылмады немесе басшы ауысқан. 1414 нөміріне қоңырау шалыңыз.',
      ru: 'По данным государственной базы ключ вам выдать нельзя: лицо не найдено или сменился руководитель. Позвоните по номеру 1414.',
      en: 'By the state database no key can be issued to you: the person is not found, or the head has changed. Call 1414.',
    },
  },
})
