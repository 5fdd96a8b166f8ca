import { defineErrors } from '#core/kernel'

/** Refusals around the e-mail address. */
export const notificationErrors = defineErrors('NOTIFICATIONS', {
  BAD_ADDRESS: {
    status: 422,
    text: {
      kk: 'Электрондық пошта мекенжайын тексеріңіз. Мысалы: asel@example.kz.',
      ru: 'Проверьте адрес электронной почты. Например: asel@example.kz.',
      en: 'Check the e-mail address. For example: asel@example.kz.',
    },
  },
  TOO_MANY_LETTERS: {
    status: 429,
    text: {
      kk: 'Бүгін растау хаттары көп жіберілді. Ертең қайталаңыз.',
      ru: 'Сегодня отправлено слишком много писем с подтверждением. Повторите завтра.',
      en: 'Too many confirmation letters were sent today. Try again tomorrow.',
    },
  },
  LINK_ENDED: {
    status: 410,
    text: {
      kk: 'Сілтеме пайдаланылған немесе мерзімі өткен. Профильден жаңа хат сұраңыз.',
      ru: 'Ссылка уже использована или устарела. Запросите новое письмо в профиле.',
      en: 'The link was used already or is out of date. Ask for a new letter in the profile.',
    },
  },
})
