import type { Text } from '#core/kernel'

/**
 * Title and body of each kind, ICU over the parameters: `number` (request), `service` (its name), `until` (a day, written
 * out), `ground` (of a refusal). A new kind is a new entry here.
 */
export const notificationTexts = {
  registered: {
    title: {
      kk: '№ {number} сұрау қабылданды',
      ru: 'Запрос № {number} принят',
      en: 'Request No {number} is accepted',
    },
    body: {
      kk: '«{service}» қызметі бойынша сұрауыңыз тіркелді және өңделуде. Нәтижесі туралы осында хабарлаймыз.',
      ru: 'Ваш запрос на услугу «{service}» зарегистрирован и обрабатывается. О результате сообщим здесь.',
      en: 'Your request for “{service}” is registered and is being processed. The result will be announced here.',
    },
  },
  finished: {
    title: {
      kk: '№ {number} сұрау өңделді: құжат дайын',
      ru: 'Запрос № {number} обработан: документ готов',
      en: 'Request No {number} is done: the document is ready',
    },
    body: {
      kk: '«{service}» қызметінің нәтижесін сұрау бетінен ашып, сақтап алуға болады.',
      ru: 'Результат услуги «{service}» можно открыть и сохранить на странице запроса.',
      en: 'The result of “{service}” can be opened and saved on the page of the request.',
    },
  },
  refused: {
    title: {
      kk: '№ {number} сұрау бойынша бас тартылды',
      ru: 'По запросу № {number} отказано',
      en: 'Request No {number} is refused',
    },
    body: {
      kk: '«{service}» қызметін көрсетуден бас тартылды. Негізі: {ground}. Не істеуге болатыны сұрау бетінде жазылған.',
      ru: 'В услуге «{service}» отказано. Основание: {ground}. Что можно сделать, сказано на странице запроса.',
      en: '“{service}” is refused. Ground: {ground}. What you can do is told on the page of the request.',
    },
  },
  withdrawn: {
    title: {
      kk: '№ {number} сұрау қайтарып алынды',
      ru: 'Запрос № {number} отозван',
      en: 'Request No {number} is withdrawn',
    },
    body: {
      kk: '«{service}» қызметі бойынша сұрауды өзіңіз қайтарып алдыңыз. Қызметке кез келген уақытта қайта тапсырыс беруге болады.',
      ru: 'Вы отозвали запрос на услугу «{service}». Услугу можно заказать снова в любое время.',
      en: 'You withdrew the request for “{service}”. The service can be ordered again at any time.',
    },
  },
  overdue: {
    title: {
      kk: '№ {number} сұрау бойынша мерзім өтті',
      ru: 'Срок по запросу № {number} истёк',
      en: 'The term of request No {number} has passed',
    },
    body: {
      kk: '«{service}» қызметі заңда белгіленген мерзімде көрсетілмеді. Сұрау әлі өңделуде; шағым беруге құқылысыз.',
      ru: 'Услуга «{service}» не оказана в установленный срок. Запрос обрабатывается; вы вправе подать жалобу.',
      en: '“{service}” was not delivered in the term that the law sets. The request is still processed; you may complain.',
    },
  },
  delayed: {
    title: {
      kk: '№ {number} сұрау кідіріп тұр',
      ru: 'Запрос № {number} задерживается',
      en: 'Request No {number} is delayed',
    },
    body: {
      kk: '{system} қазір жауап бермейді. Сұрауыңыз сақталған, жүйе жауап бергенде өңдеу өздігінен жалғасады.',
      ru: '{system} сейчас не отвечает. Ваш запрос сохранён; обработка продолжится сама, как только система ответит.',
      en: '{system} does not answer now. Your request is kept; processing goes on by itself when the system answers.',
    },
  },
  keyIssued: {
    title: { kk: 'ЭЦҚ кілті берілді', ru: 'Выдан ключ ЭЦП', en: 'A signing key was issued' },
    body: {
      kk: 'Сізге тіркеу куәлігі берілді. Оны сіз алмаған болсаңыз, кілтті «Кілттерім» бетінде бірден қайтарып алыңыз.',
      ru: 'Вам выдано регистрационное свидетельство. Если это были не вы, сразу отзовите его на странице «Мои ключи».',
      en: 'A registration certificate was issued to you. If it was not you, revoke it at once on the page “My keys”.',
    },
  },
  passwordChanged: {
    title: { kk: 'Пароль өзгертілді', ru: 'Пароль изменён', en: 'The password was changed' },
    body: {
      kk: 'Барлық басқа сеанстар аяқталды. Парольді сіз өзгертпеген болсаңыз, 1414 нөміріне қоңырау шалыңыз.',
      ru: 'Все остальные сеансы завершены. Если пароль меняли не вы, позвоните по номеру 1414.',
      en: 'All other sessions have ended. If it was not you who changed it, call 1414.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly body: Text }>>

export type NotificationKind = keyof typeof notificationTexts
export const isNotificationKind = (kind: string): kind is NotificationKind =>
  Object.hasOwn(notificationTexts, kind)
