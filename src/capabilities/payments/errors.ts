import { defineErrors } from '#core/kernel'

/** Refusals of payments. Those of call-backs are read by the bank's operators, the others by who pays. */
export const paymentErrors = defineErrors('PAYMENT', {
  NOT_FOUND: {
    status: 404,
    text: {
      kk: 'Мұндай төлем жоқ. Оны «Төлемдер мен чектер» бетінен таңдаңыз.',
      ru: 'Такого платежа нет. Выберите его на странице «Платежи и чеки».',
      en: 'There is no such payment. Choose it on the page “Payments and receipts”.',
    },
  },
  CLOSED: {
    status: 409,
    text: {
      kk: 'Төлеу мерзімі өтті немесе сұрау жабылды. Қызметке сол жауаптармен қайта тапсырыс беруге болады.',
      ru: 'Срок оплаты прошёл или запрос закрыт. Услугу можно заказать снова с теми же ответами.',
      en: 'The time to pay has passed, or the request is closed. The service can be ordered again with the same answers.',
    },
  },
  ALREADY_PAID: {
    status: 409,
    text: {
      kk: 'Бұл баж төленген: екінші рет төлеудің қажеті жоқ.',
      ru: 'Эта пошлина уже оплачена: платить второй раз не нужно.',
      en: 'This duty is paid already: there is no need to pay again.',
    },
  },
  BANK_DOWN: {
    status: 503,
    text: {
      kk: 'Банк қазір жауап бермейді. Ақша шешілген жоқ; сұрау сақталған. Бірнеше минуттан кейін қайталаңыз.',
      ru: 'Банк сейчас не отвечает. Деньги не списаны, запрос сохранён. Повторите через несколько минут.',
      en: 'The bank does not answer now. No money was taken and the request is kept. Try again in a few minutes.',
    },
  },
  NO_BANK: {
    status: 503,
    text: {
      kk: 'Бұл порталға әзірге банк қосылмаған, сондықтан төлеу мүмкін емес. Сұрау сақталған; 1414 нөміріне қоңырау шалыңыз.',
      ru: 'К этому порталу ещё не подключён банк, поэтому оплатить нельзя. Запрос сохранён; позвоните по номеру 1414.',
      en: 'No bank is connected to this portal yet, so nothing can be paid. The request is kept; call 1414.',
    },
  },
  BANK_REFUSED: {
    status: 502,
    text: {
      kk: 'Банк сұрауды қабылдамады ({code}). 1414 нөміріне қоңырау шалып, осы кодты айтыңыз.',
      ru: 'Банк не принял запрос ({code}). Позвоните по номеру 1414 и назовите этот код.',
      en: 'The bank did not accept the request ({code}). Call 1414 and give this code.',
    },
  },
  MALFORMED: {
    status: 400,
    text: {
      kk: 'Төлем туралы хабарлама келісілген пішімде емес ({at}).',
      ru: 'Сообщение о платеже не соответствует согласованному формату ({at}).',
      en: 'The message about a payment does not follow the agreed format ({at}).',
    },
  },
  STALE: {
    status: 400,
    text: {
      kk: 'Төлем туралы хабарлама ескірген. Оны жаңа уақытпен қайта қол қойып жіберіңіз.',
      ru: 'Сообщение о платеже устарело. Подпишите и отправьте его заново с новым временем.',
      en: 'The message about a payment is out of date. Sign and send it anew with the present time.',
    },
  },
  REPLAYED: {
    status: 409,
    text: {
      kk: 'Осы нөмірлі хабарлама бұрын қабылданған. Жаңа хабарламаға жаңа нөмір беріңіз.',
      ru: 'Сообщение с этим номером уже принято. Присвойте новому сообщению новый номер.',
      en: 'A message with this id was taken before. Give a new message a new id.',
    },
  },
  WRONG_ORDER: {
    status: 404,
    text: {
      kk: 'Мұндай төлем тапсырмасы берілмеген. Тапсырма нөмірін тексеріңіз.',
      ru: 'Такой заказ на оплату не выставлялся. Проверьте номер заказа.',
      en: 'No such order was placed. Check the number of the order.',
    },
  },
  WRONG_AMOUNT: {
    status: 409,
    text: {
      kk: 'Төленген сома тапсырмадағы сомаға тең емес. Салыстыру қажет.',
      ru: 'Сумма платежа не равна сумме заказа. Требуется сверка.',
      en: 'The sum paid is not the sum of the order. It has to be reconciled.',
    },
  },
  OTHER_PAYMENT: {
    status: 409,
    text: {
      kk: 'Осы төлем нөмірі басқа тапсырмаға немесе басқа сомаға тіркелген. Салыстыру қажет.',
      ru: 'Этот номер платежа записан за другим заказом или другой суммой. Требуется сверка.',
      en: 'This payment is on record for another order or another sum. It has to be reconciled.',
    },
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    text: {
      kk: 'Мұндай нөмірі мен сомасы бар чек берілмеген. Чектегі нөмір мен соманы дәл теріңіз.',
      ru: 'Чек с таким номером и суммой не выдавался. Введите номер и сумму точно как на чеке.',
      en: 'No receipt with this number and sum was issued. Type the number and the sum exactly as on the receipt.',
    },
  },
  RECEIPT_FILE: {
    status: 422,
    text: {
      kk: 'Бұл файл – чек емес немесе оның түпнұсқалығы расталмады. Порталдан жүктелген PDF файлын таңдаңыз.',
      ru: 'Этот файл не является чеком или его подлинность не подтверждена. Выберите файл PDF, скачанный с портала.',
      en: 'This file is no receipt, or it is not confirmed as genuine. Choose the PDF that was downloaded from the portal.',
    },
  },
})
