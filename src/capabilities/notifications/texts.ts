import type { Text } from '#core/kernel'

/**
 * Title and body of each kind, ICU over the parameters: `number` (request), `service` (its name), `until` (a day, written
 * out), `ground` (of a refusal), `reason` (of a declined payment), `amount`, `receipt`. A new kind is a new entry here.
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
  'consent-asked': {
    title: {
      kk: '№ {number} сұрауға қол қоюыңыз сұралады',
      ru: 'Вас просят подписать запрос № {number}',
      en: 'You are asked to sign request No {number}',
    },
    body: {
      kk: '«{service}» қызметі бойынша сұрау сіздің қолтаңбаңызды күтеді. Оны оқып, қол қойыңыз немесе бас тартыңыз.',
      ru: 'Запрос на услугу «{service}» ждёт вашей подписи. Прочитайте его и подпишите или откажитесь.',
      en: 'The request for “{service}” waits for your signature. Read it, then sign or decline.',
    },
  },
  declined: {
    title: {
      kk: '№ {number} сұрауға екінші тарап қол қойған жоқ',
      ru: 'Второй заявитель отказался подписать запрос № {number}',
      en: 'The other applicant declined to sign request No {number}',
    },
    body: {
      kk: '«{service}» қызметі бойынша сұрауға екінші өтініш беруші қол қоюдан бас тартты.',
      ru: 'Второй заявитель отказался подписать запрос на услугу «{service}».',
      en: 'The other applicant declined to sign the request for “{service}”.',
    },
  },
  appointed: {
    title: {
      kk: '№ {number} сұрау бойынша уақыт белгіленді',
      ru: 'По запросу № {number} назначено время',
      en: 'A time is appointed for request No {number}',
    },
    body: {
      kk: '«{service}» қызметі бойынша күні, уақыты және орны белгіленді. Олар сұрау бетінде көрсетілген.',
      ru: 'По услуге «{service}» назначены день, время и место. Они указаны на странице запроса.',
      en: 'Day, time and place are appointed for “{service}”. They stand on the page of the request.',
    },
  },
  'to-fetch': {
    title: {
      kk: '№ {number} сұрау: қағаз құжатты бөлімнен алыңыз',
      ru: 'Запрос № {number}: получите документ на бумаге',
      en: 'Request No {number}: fetch the paper document',
    },
    body: {
      kk: '«{service}» қызметі бойынша өтінім қабылданды, құжат қағаз түрінде беріледі. Оны қайдан алатыныңыз, не алып келу керегі және қабылданған нөмір сұрау бетінде жазылған.',
      ru: 'Заявка на услугу «{service}» принята, документ выдаётся на бумаге. Где его получить, что взять с собой и под каким номером заявка принята, сказано на странице запроса.',
      en: 'The request for “{service}” is accepted, and the document is handed out on paper. Where to fetch it, what to bring and under which number it was accepted stands on the page of the request.',
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
  offered: {
    title: {
      kk: '№ {number} сұрау: баж төлеу қажет',
      ru: 'Запрос № {number}: нужно оплатить пошлину',
      en: 'Request No {number}: a duty is to be paid',
    },
    body: {
      kk: '«{service}» қызметі үшін мемлекеттік баж төлеңіз. Сомасы мен мерзімі сұрау бетінде; төленбесе, сұраудың мерзімі аяқталады.',
      ru: 'Оплатите государственную пошлину за услугу «{service}». Сумма и срок указаны на странице запроса; без оплаты запрос прекратится.',
      en: 'Pay the state duty for “{service}”. The sum and the time stand on the page of the request; without payment the request expires.',
    },
  },
  expired: {
    title: {
      kk: '№ {number} сұраудың мерзімі аяқталды',
      ru: 'Срок запроса № {number} истёк',
      en: 'Request No {number} has expired',
    },
    body: {
      kk: '«{service}» қызметі бойынша сұрау мерзімінде аяқталмады. Оны қайталауға құқылысыз: сұрау бетіндегі батырма сол жауаптармен қайта бастайды.',
      ru: 'Запрос на услугу «{service}» не был завершён в срок. Вы вправе повторить его: кнопка на странице запроса начнёт его снова с теми же ответами.',
      en: 'The request for “{service}” was not completed in time. You may repeat it: the button on its page begins again with the same answers.',
    },
  },
  paymentTaken: {
    title: {
      kk: '№ {number} сұрау: төлем қабылданды',
      ru: 'Запрос № {number}: оплата принята',
      en: 'Request No {number}: the payment is taken',
    },
    body: {
      kk: '«{service}» қызметі үшін {amount} төленді. № {receipt} чек «Төлемдер мен чектер» бетінде; сұрау әрі қарай өңделуде.',
      ru: 'За услугу «{service}» оплачено {amount}. Чек № {receipt} – на странице «Платежи и чеки»; запрос обрабатывается дальше.',
      en: '{amount} was paid for “{service}”. Receipt No {receipt} is on the page “Payments and receipts”; the request goes on.',
    },
  },
  paymentDeclined: {
    title: {
      kk: '№ {number} сұрау: банк төлемді қабылдамады',
      ru: 'Запрос № {number}: банк отклонил платёж',
      en: 'Request No {number}: the bank declined the payment',
    },
    body: {
      kk: '«{service}» қызметі үшін төлем өтпеді. {reason} Төлеу мерзімі біткенше қайталай аласыз.',
      ru: 'Оплата услуги «{service}» не прошла. {reason} Повторить можно, пока не истёк срок оплаты.',
      en: 'The payment for “{service}” failed. {reason} You can try again until the time to pay has passed.',
    },
  },
  paymentClosed: {
    title: {
      kk: '№ {number} сұрау: банк төлемді бұдан былай қабылдамайды',
      ru: 'Запрос № {number}: банк больше не принимает оплату',
      en: 'Request No {number}: the bank takes no more attempts',
    },
    body: {
      kk: '«{service}» қызметі үшін төлем тым көп рет өтпеді, сондықтан банк бұл төлем тапсырмасын жапты. {reason} Ақша шешілген жоқ. Төлем бетінде сұрауды сол жауаптармен қайта бастауға болады.',
      ru: 'Оплата услуги «{service}» не прошла слишком много раз, и банк закрыл этот заказ. {reason} Деньги не списаны. На странице оплаты можно начать запрос снова с теми же ответами.',
      en: 'The payment for “{service}” failed too many times, so the bank has closed this order. {reason} No money was taken. The page of the payment lets you begin the request again with the same answers.',
    },
  },
  paymentReturned: {
    title: {
      kk: '№ {number} сұрау: ақша қайтарылды',
      ru: 'Запрос № {number}: деньги возвращены',
      en: 'Request No {number}: the money was given back',
    },
    body: {
      kk: '«{service}» қызметі үшін төленген ақша сол картаға қайтарылды. Картаға түсу уақыты банкке байланысты.',
      ru: 'Деньги, уплаченные за услугу «{service}», возвращены на ту же карту. Когда они поступят, зависит от банка.',
      en: 'The money paid for “{service}” was given back to the same card. When it arrives depends on the bank.',
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
  mailChanged: {
    title: {
      kk: 'Пошта мекенжайы өзгертілді',
      ru: 'Адрес почты изменён',
      en: 'The e-mail address was changed',
    },
    body: {
      kk: 'Хабарламалар енді басқа мекенжайға жіберіледі. Оны сіз өзгертпеген болсаңыз, парольді ауыстырып, 1414 нөміріне қоңырау шалыңыз.',
      ru: 'Уведомления теперь приходят на другой адрес. Если его меняли не вы, смените пароль и позвоните по номеру 1414.',
      en: 'Notifications now go to another address. If it was not you who changed it, change your password and call 1414.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly body: Text }>>

export type NotificationKind = keyof typeof notificationTexts
export const isNotificationKind = (kind: string): kind is NotificationKind =>
  Object.hasOwn(notificationTexts, kind)
