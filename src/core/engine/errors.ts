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
  DELIVERED: {
    status: 409,
    text: {
      kk: 'Сұрауды қайтарып алуға болмайды: нәтижесі берілген немесе тізілімге енгізілген, не қазір енгізіліп жатыр. Мәртебесін сұрау бетінен қараңыз.',
      ru: 'Запрос уже не отозвать: его результат выдан или внесён в регистр либо вносится сейчас. Смотрите на странице запроса, что происходит.',
      en: 'The request can no longer be withdrawn: its result is issued or entered in a register, or is just being entered. See the page of the request for how it stands.',
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
  OWN_CASE: {
    status: 403,
    text: {
      kk: 'Өз сұрауыңызды өзіңіз қабылдай алмайсыз: оны басқа қызметкер қабылдайды, немесе порталда өзіңіз тапсырыс беріңіз.',
      ru: 'Свой собственный запрос принять нельзя: его примет другой сотрудник, или закажите услугу на портале.',
      en: 'You cannot take in a request of your own: a colleague takes it in, or order the service on the portal.',
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
  NOT_SIGNED: {
    status: 422,
    text: {
      kk: 'Бұл шешімге өз ЭЦҚ кілтіңізбен қол қойыңыз: қолтаңбасыз ол қабылданбайды.',
      ru: 'Подпишите это решение своим ключом ЭЦП: без подписи оно не принимается.',
      en: 'Sign this decision with your own EDS key: it is not accepted without a signature.',
    },
  },
  ABOUT_NOTHING: {
    status: 422,
    text: {
      kk: 'Түзету сұрауы берілген құжат бойынша ғана жасалады. Оны құжаттың бетінен бастаңыз.',
      ru: 'Запрос на исправление подаётся только по выданному документу. Начните его на странице документа.',
      en: 'A request for correction is made about a document that was issued. Start it from the page of that document.',
    },
  },
  NO_MANDATE: {
    status: 403,
    text: {
      kk: 'Сіздің өкілеттігіңіз бұл қызметке таралмайды. Өкілдік шарттары қызмет паспортында көрсетілген.',
      ru: 'Ваше полномочие не распространяется на эту услугу. Условия представительства указаны в паспорте услуги.',
      en: 'Your authority does not extend to this service. Its passport says on whose behalf it may be ordered.',
    },
  },
})
