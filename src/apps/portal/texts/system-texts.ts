import type { Catalogue } from '#platform/i18n'

/** The page that tells which systems answer, and what it means when one does not. */
export const systemTexts = {
  'systems.title': {
    kk: 'Жүйелердің жай-күйі',
    ru: 'Состояние систем',
    en: 'State of the systems',
  },
  'systems.all-up': {
    kk: 'Сұралған жүйелердің бәрі жауап береді.',
    ru: 'Все запрошенные системы отвечают.',
    en: 'All systems that were asked answer.',
  },
  'systems.some-down': {
    kk: '{count, plural, one {# жүйе} other {# жүйе}} жауап бермей тұр. Жіберілген сұраулар сақталады, ештеңе жоғалмайды.',
    ru: '{count, plural, one {# система не отвечает} few {# системы не отвечают} many {# систем не отвечают} other {# системы не отвечают}}. Поданные запросы сохраняются, ничего не теряется.',
    en: '{count, plural, one {# system does not answer} other {# systems do not answer}}. Requests that were filed are kept, nothing is lost.',
  },
  'systems.name': { kk: 'Жүйе', ru: 'Система', en: 'System' },
  'systems.up': { kk: 'жауап береді', ru: 'отвечает', en: 'answers' },
  'systems.down': { kk: 'жауап бермейді', ru: 'не отвечает', en: 'does not answer' },
  'systems.unknown': { kk: 'әлі сұралған жоқ', ru: 'ещё не запрашивалась', en: 'not asked yet' },
  'systems.since': { kk: 'Қашаннан', ru: 'С какого времени', en: 'Since' },
  'systems.needed': { kk: 'Қай қызметтерге керек', ru: 'Для каких услуг нужна', en: 'Needed for' },
  'systems.services': {
    kk: '{count, plural, one {# қызмет} other {# қызмет}}',
    ru: '{count, plural, one {# услуга} few {# услуги} many {# услуг} other {# услуги}}',
    en: '{count, plural, one {# service} other {# services}}',
  },
  'systems.for-all': { kk: 'барлық қызметтер', ru: 'все услуги', en: 'all services' },
  'systems.for-signing': {
    kk: 'өтінішке қол қою мен құжат беру',
    ru: 'подписание запросов и выдача документов',
    en: 'signing requests and issuing documents',
  },
  'systems.for-letters': { kk: 'хабарламалар', ru: 'уведомления', en: 'notifications' },
  'systems.meanwhile': {
    kk: 'Сұрауыңызға не болады',
    ru: 'Что будет с вашим запросом',
    en: 'What happens to your request meanwhile',
  },
  'systems.meanwhile-register': {
    kk: 'Тапсырыс беруге болады: сұрау қабылданып, тізілім жауап бергенше күтеді де, өздігінен жалғасады. Мерзім кешіксе, ол сұраудың бетінде көрінеді.',
    ru: 'Заказать можно: запрос принимается, ждёт ответа регистра и продолжается сам. Если срок выйдет, это будет видно на странице запроса.',
    en: 'You can order: the request is accepted, waits for the register and goes on by itself. If its term passes, the page of the request says so.',
  },
  'systems.meanwhile-bank': {
    kk: 'Төлеуге қазір болмайды. Төлем ұсынысының мерзімі өтсе, сұрауды қайта бересіз; төленген ақша жоғалмайды: банк жауап бергенде есепке алынады немесе қайтарылады.',
    ru: 'Оплатить сейчас нельзя. Если предложение оплаты истечёт, подайте запрос ещё раз; уплаченное не пропадёт: когда банк ответит, оно будет зачтено или возвращено.',
    en: 'You cannot pay now. If the offer to pay runs out, file the request again; money that was paid is not lost: once the bank answers it is credited or given back.',
  },
  'systems.meanwhile-authority': {
    kk: 'Қол қойылған сұраулар қабылданады, қолтаңба тексерілгенше күтеді. Дайын құжаттар орталық жауап бергенде мөрленеді.',
    ru: 'Подписанные запросы принимаются и ждут проверки подписи. Готовые документы будут заверены, когда центр ответит.',
    en: 'Signed requests are accepted and wait until the signature can be checked. Finished documents are sealed once the authority answers.',
  },
  'systems.meanwhile-mail': {
    kk: 'Хаттар кейін жіберіледі. Барлық хабарлама жеке кабинетте бар.',
    ru: 'Письма уйдут позже. Все уведомления есть в личном кабинете.',
    en: 'Letters go out later. All notifications are in your cabinet.',
  },
} as const satisfies Catalogue
