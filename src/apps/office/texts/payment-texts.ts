import type { Catalogue } from '#platform/i18n'

/** The duty of a case, as officials see it. */
export const paymentTexts = {
  'payment.title': { kk: 'Мемлекеттік баж', ru: 'Государственная пошлина', en: 'State duty' },
  'payment.amount': { kk: 'Сома', ru: 'Сумма', en: 'Amount' },
  'payment.state': { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  'payment.until': { kk: 'Төлеу мерзімі', ru: 'Оплатить до', en: 'Pay before' },
  'payment.paid-at': { kk: 'Төленген уақыты', ru: 'Оплачено', en: 'Paid at' },
  'payment.receipt': { kk: 'Чек нөмірі', ru: 'Номер чека', en: 'Number of the receipt' },
  'payment.returned-at': { kk: 'Қайтарылған уақыты', ru: 'Возвращено', en: 'Given back at' },
  'payment.exempt': {
    kk: 'Баждан босатылған',
    ru: 'Освобождение от пошлины',
    en: 'Exempt from the duty',
  },
  'payment.state.offered': { kk: 'төленбеген', ru: 'не оплачена', en: 'not paid' },
  'payment.state.paid': { kk: 'төленген', ru: 'оплачена', en: 'paid' },
  'payment.state.expired': { kk: 'мерзімі өтті', ru: 'срок оплаты истёк', en: 'term has passed' },
  'payment.state.closed': { kk: 'керек емес', ru: 'больше не нужна', en: 'no longer due' },
  'payment.state.returning': { kk: 'қайтарылуда', ru: 'возвращается', en: 'being given back' },
  'payment.state.returned': { kk: 'қайтарылды', ru: 'возвращена', en: 'given back' },
} as const satisfies Catalogue
