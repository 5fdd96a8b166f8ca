import { defineErrors } from '#core/kernel'

/** Commands that a case refuses. Listed in docs/errors.md. */
export const caseErrors = defineErrors('CASE', {
  NOT_OPEN: {
    status: 409,
    text: {
      kk: 'Бұл сұрау аяқталған: онымен енді ештеңе істеуге болмайды. Қажет болса, жаңа сұрау жіберіңіз.',
      ru: 'Этот запрос завершён: изменить его уже нельзя. Если нужно, подайте новый.',
      en: 'This request has ended and can no longer be changed. Make a new one if you need to.',
    },
  },
  STALE: {
    status: 409,
    text: {
      kk: 'Сұрау бұл қадамнан өтіп кеткен (мүмкін, басқа қойындыда). Бетті жаңартып, қазіргі күйін қараңыз.',
      ru: 'Запрос уже прошёл этот шаг (возможно, в другой вкладке). Обновите страницу и посмотрите, что сейчас.',
      en: 'The request has already moved past this step (perhaps in another tab). Reload the page to see where it is.',
    },
  },
  FORBIDDEN: {
    status: 403,
    text: {
      kk: 'Бұл әрекетті сіз орындай алмайсыз: ол басқа адамға немесе органға жүктелген.',
      ru: 'Вы не можете выполнить это действие: оно поручено другому лицу или органу.',
      en: 'You cannot do this: the regulation gives this action to somebody else.',
    },
  },
  OUTCOME_UNKNOWN: {
    status: 422,
    text: {
      kk: 'Регламентте бұл әрекеттің мұндай нәтижесі жоқ. Тізімдегі нәтижелердің бірін таңдаңыз.',
      ru: 'Регламент не знает такого исхода этого действия. Выберите один из предложенных.',
      en: 'The regulation knows no such outcome of this action. Choose one of those offered.',
    },
  },
  GROUND_UNKNOWN: {
    status: 422,
    text: {
      kk: 'Бас тарту үшін регламентте көзделген негізді таңдаңыз.',
      ru: 'Для отказа выберите основание, предусмотренное регламентом.',
      en: 'To refuse, choose a ground that the regulation provides.',
    },
  },
  CONCLUDED: {
    status: 409,
    text: {
      kk: 'Бұл органның қорытындысы бұрын берілген.',
      ru: 'Заключение этого органа уже дано.',
      en: 'This body has already given its conclusion.',
    },
  },
  CHANNEL_UNKNOWN: {
    status: 404,
    text: {
      kk: 'Бұл қызмет мұндай жолмен көрсетілмейді. Қызмет паспортындағы жолдардың бірін таңдаңыз.',
      ru: 'Услуга не оказывается этим способом. Выберите способ из паспорта услуги.',
      en: 'The service is not delivered this way. Choose one of the channels in its passport.',
    },
  },
})
