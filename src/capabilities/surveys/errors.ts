import { defineErrors } from '#core/kernel'

export const surveysErrors = defineErrors('SURVEY', {
  UNANSWERED: {
    status: 422,
    text: {
      kk: 'Осы сұраққа бір жауап таңдаңыз.',
      ru: 'Выберите один ответ на этот вопрос.',
      en: 'Choose one answer to this question.',
    },
  },
  ALREADY_ANSWERED: {
    status: 409,
    text: {
      kk: 'Бұл сұрау бойынша сауалнамаға жауап берілген. Рақмет.',
      ru: 'Анкета по этому запросу уже заполнена. Спасибо.',
      en: 'The survey for this request has been answered. Thank you.',
    },
  },
})
