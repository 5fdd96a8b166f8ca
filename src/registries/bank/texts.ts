import { createTranslators, type Translator } from '#platform/i18n'

const texts = {
  'bank.name': { kk: 'Үлгі банк', ru: 'Образцовый банк', en: 'Model Bank' },
  'bank.title': { kk: 'Картамен төлеу', ru: 'Оплата картой', en: 'Payment by card' },
  'bank.error-title': {
    kk: 'Қате: {title}',
    ru: 'Ошибка: {title}',
    en: 'Error: {title}',
  },
  'bank.demonstration': {
    kk: 'Бұл – көрсетілім банкі: ақша да, карталар да шын емес. Өз картаңыздың нөмірін енгізбеңіз.',
    ru: 'Это демонстрационный банк: деньги и карты ненастоящие. Не вводите номер своей карты.',
    en: 'This is a demonstration bank: neither the money nor the cards are real. Do not type the number of your own card.',
  },
  'bank.merchant': { kk: 'Алушы', ru: 'Получатель', en: 'Payee' },
  'bank.merchant-name': {
    kk: '«Электрондық үкімет» порталы',
    ru: 'Портал «электронного правительства»',
    en: 'E-government portal',
  },
  'bank.purpose': { kk: 'Төлем мақсаты', ru: 'Назначение платежа', en: 'Purpose' },
  'bank.amount': { kk: 'Сома', ru: 'Сумма', en: 'Amount' },
  'bank.until': { kk: 'Төлеу мерзімі', ru: 'Оплатить до', en: 'Pay before' },
  'bank.number': { kk: 'Карта нөмірі', ru: 'Номер карты', en: 'Card number' },
  'bank.number-hint': {
    kk: 'Картаның бетіндегі 16 цифр',
    ru: '16 цифр на лицевой стороне',
    en: 'The 16 digits on the face of the card',
  },
  'bank.expiry': { kk: 'Мерзімі', ru: 'Срок действия', en: 'Expiry' },
  'bank.expiry-hint': {
    kk: 'Айы мен жылы, мысалы 08/30',
    ru: 'Месяц и год, например 08/30',
    en: 'Month and year, for example 08/30',
  },
  'bank.code': { kk: 'Қауіпсіздік коды', ru: 'Код безопасности', en: 'Security code' },
  'bank.code-hint': {
    kk: 'Картаның артындағы үш цифр; үлгі карталарда кез келген үш цифр',
    ru: 'Три цифры на обороте; у тестовых карт – любые три цифры',
    en: 'Three digits on the back; any three digits for the test cards',
  },
  'bank.pay': { kk: '{amount} төлеу', ru: 'Оплатить {amount}', en: 'Pay {amount}' },
  'bank.back': {
    kk: 'Төлемей, порталға оралу',
    ru: 'Вернуться на портал без оплаты',
    en: 'Return to the portal without paying',
  },
  'bank.paid': { kk: 'Төлем өтті', ru: 'Оплата прошла', en: 'The payment went through' },
  'bank.paid-note': {
    kk: 'Порталға оралыңыз: чек пен сұраудың жалғасы сонда.',
    ru: 'Вернитесь на портал: там чек и продолжение запроса.',
    en: 'Return to the portal: the receipt and the rest of the request are there.',
  },
  'bank.return': { kk: 'Порталға оралу', ru: 'Вернуться на портал', en: 'Return to the portal' },
  'bank.declined': {
    kk: 'Төлем қабылданбады',
    ru: 'Платёж отклонён',
    en: 'The payment is declined',
  },
  'bank.reason.insufficient-funds': {
    kk: 'Картада қаражат жеткіліксіз. Басқа картамен төлеңіз.',
    ru: 'На карте недостаточно средств. Оплатите другой картой.',
    en: 'There is not enough money on the card. Pay with another card.',
  },
  'bank.reason.expired-card': {
    kk: 'Картаның мерзімі өткен. Басқа картамен төлеңіз.',
    ru: 'Срок действия карты истёк. Оплатите другой картой.',
    en: 'The card has expired. Pay with another card.',
  },
  'bank.reason.limit': {
    kk: 'Сома картаның шегінен асады. Шекті көтеріңіз немесе басқа картамен төлеңіз.',
    ru: 'Сумма превышает лимит карты. Поднимите лимит или оплатите другой картой.',
    en: 'The sum is over the limit of the card. Raise the limit or pay with another card.',
  },
  'bank.reason.three-d-secure': {
    kk: '3-D Secure растауы өтпеді. Қайталап көріңіз.',
    ru: 'Подтверждение 3-D Secure не пройдено. Повторите попытку.',
    en: 'The 3-D Secure confirmation failed. Try again.',
  },
  'bank.reason.blocked': {
    kk: 'Карта бұғатталған. Банкке хабарласыңыз немесе басқа картамен төлеңіз.',
    ru: 'Карта заблокирована. Обратитесь в банк или оплатите другой картой.',
    en: 'The card is blocked. Ask the bank, or pay with another card.',
  },
  'bank.reason.wrong-card': {
    kk: 'Мұндай карта жоқ немесе мерзімі басқа. Деректерін тексеріңіз.',
    ru: 'Такой карты нет или срок другой. Проверьте данные.',
    en: 'There is no such card, or its expiry is another. Check the particulars.',
  },
  'bank.reason.declined': {
    kk: 'Төлем қабылданбады. Басқа картамен төлеңіз.',
    ru: 'Платёж отклонён. Оплатите другой картой.',
    en: 'The payment was declined. Pay with another card.',
  },
  'bank.cards': { kk: 'Үлгі карталар', ru: 'Тестовые карты', en: 'Test cards' },
  'bank.cards-shows': { kk: 'Не болады', ru: 'Что произойдёт', en: 'What happens' },
  'bank.languages': { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  'bank.about': {
    kk: 'Бұл – мемлекеттік баждарды қабылдайтын банктің беті. Төлеу үшін порталдағы сұрау бетінен келіңіз.',
    ru: 'Это страница банка, который принимает пошлины. Чтобы оплатить, перейдите сюда со страницы запроса на портале.',
    en: 'This is the page of the bank that takes duties. To pay, come here from the page of your request on the portal.',
  },
} as const

export type BankTranslator = Translator<keyof typeof texts>
export const bankTexts = texts
export const bankTranslators = createTranslators([texts])
