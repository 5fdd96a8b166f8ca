import { defineErrors } from '#core/kernel'

/** Why a message is not delivered, or not yet. */
export const gatewayErrors = defineErrors('GATEWAY', {
  NOT_ALLOWED: {
    status: 403,
    text: {
      kk: 'Бұл жүйеге мұндай сұрау жіберуге шлюзде рұқсат жоқ. Рұқсатты шлюз әкімшісі береді.',
      ru: 'Шлюз не разрешает этой системе такой запрос. Разрешение даёт администратор шлюза.',
      en: 'The gateway does not allow this system such a request. The administrator of the gateway grants it.',
    },
  },
  ALTERED: {
    status: 500,
    text: {
      kk: 'Жіберуге қойылған хабарлама өз мекенжайына сәйкес емес. Сұрауды қайта жасаңыз.',
      ru: 'Сообщение в очереди не соответствует своему адресу. Создайте запрос заново.',
      en: 'The queued message does not match its address. Make the request anew.',
    },
  },
  UNREACHABLE: {
    status: 503,
    text: {
      kk: 'Жүйе уақытша қолжетімсіз. Сұрауыңыз сақталды және өзі қайта жіберіледі.',
      ru: 'Система временно недоступна. Ваш запрос сохранён и будет отправлен повторно автоматически.',
      en: 'The system cannot be reached for now. Your request is kept and will be sent again by itself.',
    },
  },
  BAD_ANSWER: {
    status: 502,
    text: {
      kk: 'Жүйенің жауабы танылмады немесе расталмады. Сұрау қайта жіберіледі.',
      ru: 'Ответ системы не распознан или не подтверждён. Запрос будет отправлен повторно.',
      en: 'The answer of the system could not be read or confirmed. The request will be sent again.',
    },
  },
  WRONG_SHAPE: {
    status: 502,
    text: {
      kk: 'Жүйенің жауабы оның уәде еткен пішініне сай емес. Жауап қабылданбады, сұрау қайта жіберіледі.',
      ru: 'Ответ системы не соответствует обещанному ею виду. Он не принят, запрос будет отправлен повторно.',
      en: 'The answer of the system is not of the shape that it promised. It was not taken; the request will be sent again.',
    },
  },
})
