import { defineErrors } from '#core/kernel'

/** Refusals of the bank: of its services, and of its page. */
export const bankErrors = defineErrors('BANK', {
  ORDER_DIFFERS: {
    status: 409,
    text: {
      kk: 'Осы нөмірмен басқа мазмұндағы тапсырма ашылған. Жаңа тапсырмаға жаңа нөмір беріңіз.',
      ru: 'Под этим номером открыт заказ с другим содержанием. Присвойте новому заказу новый номер.',
      en: 'An order with another content is open under this number. Give a new order a new number.',
    },
  },
  NO_PAYMENT: {
    status: 404,
    text: {
      kk: 'Банкте мұндай төлем жоқ. Төлем нөмірін тексеріңіз.',
      ru: 'Такого платежа в банке нет. Проверьте номер платежа.',
      en: 'The bank has no such payment. Check its number.',
    },
  },
  REFUND_TOO_MUCH: {
    status: 409,
    text: {
      kk: 'Қайтарылатын сома төленгеннен артық. Соманы тексеріңіз.',
      ru: 'Сумма возврата больше уплаченной. Проверьте сумму.',
      en: 'The sum to be given back is more than what was paid. Check the sum.',
    },
  },
  NO_ORDER: {
    status: 404,
    text: {
      kk: 'Мұндай төлем тапсырмасы жоқ. Порталға оралып, «Төлеу» батырмасын қайта басыңыз.',
      ru: 'Такого заказа на оплату нет. Вернитесь на портал и снова нажмите «Оплатить».',
      en: 'There is no such order. Return to the portal and press “Pay” again.',
    },
  },
  ORDER_CLOSED: {
    status: 409,
    text: {
      kk: 'Бұл тапсырма жабылған: төлеу мерзімі өтті немесе әрекет тым көп болды. Порталға оралыңыз.',
      ru: 'Этот заказ закрыт: срок оплаты прошёл или попыток было слишком много. Вернитесь на портал.',
      en: 'This order is closed: the time to pay has passed, or there were too many attempts. Return to the portal.',
    },
  },
  BAD_CARD: {
    status: 422,
    text: {
      kk: 'Карта нөмірін қатесіз теріңіз: картаның бетіндегі 16 цифр.',
      ru: 'Введите номер карты без ошибок: 16 цифр на лицевой стороне.',
      en: 'Type the number of the card without mistakes: the 16 digits on its face.',
    },
  },
  BAD_EXPIRY: {
    status: 422,
    text: {
      kk: 'Картаның мерзімін айы мен жылы бойынша теріңіз, мысалы 08/30.',
      ru: 'Введите срок действия: месяц и год, например 08/30.',
      en: 'Type the expiry as month and year, for example 08/30.',
    },
  },
  BAD_CODE: {
    status: 422,
    text: {
      kk: 'Картаның артындағы үш цифрлы кодты теріңіз.',
      ru: 'Введите три цифры с обратной стороны карты.',
      en: 'Type the three digits on the back of the card.',
    },
  },
})
