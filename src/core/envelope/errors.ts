import { defineErrors } from '#core/kernel'

/** Refusals of messages between systems. They are read by operators of the systems, and by a person as the reason of a delay. */
export const envelopeErrors = defineErrors('ENVELOPE', {
  TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Хабарлама тым үлкен: {size} байт, рұқсат етілгені – {limit}. Оны бөліп жіберіңіз.',
      ru: 'Сообщение слишком велико: {size} байт, допустимо {limit}. Разделите его на части.',
      en: 'The message is too large: {size} bytes, {limit} are allowed. Send it in parts.',
    },
  },
  MALFORMED: {
    status: 400,
    text: {
      kk: 'Хабарлама пішімі дұрыс емес ({at}). Жіберуші жүйе оны хаттама бойынша қайта құруы керек.',
      ru: 'Сообщение не соответствует формату ({at}). Система-отправитель должна составить его заново по протоколу.',
      en: 'The message does not follow the format ({at}). The sending system has to build it again by the protocol.',
    },
  },
  NOT_CANONICAL: {
    status: 400,
    text: {
      kk: 'Хабарлама мәтіні канондық JSON түрінде емес. Қол қойылған мәтінді өзгертпей жіберіңіз.',
      ru: 'Текст сообщения не является каноническим JSON. Передайте подписанный текст без изменений.',
      en: 'The text of the message is not canonical JSON. Send the signed text unchanged.',
    },
  },
  UNKNOWN_CERTIFICATE: {
    status: 401,
    text: {
      kk: 'Жіберуші жүйенің сертификаты белгісіз. Сертификатты шлюзде тіркеңіз.',
      ru: 'Сертификат системы-отправителя неизвестен. Зарегистрируйте сертификат в шлюзе.',
      en: 'The certificate of the sending system is unknown. Register the certificate with the gateway.',
    },
  },
  UNTRUSTED_CERTIFICATE: {
    status: 401,
    text: {
      kk: 'Жүйе сертификатына сенім жоқ ({reason}). Куәландырушы орталықтан жаңа сертификат алыңыз.',
      ru: 'Сертификату системы нет доверия ({reason}). Получите новый сертификат в удостоверяющем центре.',
      en: 'The certificate of the system is not trusted ({reason}). Get a new certificate from the certification authority.',
    },
  },
  WRONG_SYSTEM: {
    status: 401,
    text: {
      kk: 'Сертификат басқа жүйеге берілген. Хабарламаға жіберуші жүйенің өз кілтімен қол қойыңыз.',
      ru: 'Сертификат выдан другой системе. Подпишите сообщение собственным ключом системы-отправителя.',
      en: 'The certificate belongs to another system. Sign the message with the key of the sending system itself.',
    },
  },
  BAD_SIGNATURE: {
    status: 401,
    text: {
      kk: 'Хабарламаның қолтаңбасы расталмады: мәтін өзгерген немесе кілт басқа. Хабарламаны қайта жіберіңіз.',
      ru: 'Подпись сообщения не подтверждена: текст изменён или ключ не тот. Отправьте сообщение заново.',
      en: 'The signature of the message is not confirmed: the text was changed or the key is another one. Send the message again.',
    },
  },
  WRONG_RECEIVER: {
    status: 403,
    text: {
      kk: 'Хабарлама басқа жүйеге арналған. Оны алушысына жіберіңіз.',
      ru: 'Сообщение предназначено другой системе. Направьте его получателю.',
      en: 'The message is meant for another system. Send it to its receiver.',
    },
  },
  FROM_FUTURE: {
    status: 400,
    text: {
      kk: 'Хабарламаның уақыты болашақта. Жіберуші жүйенің сағатын тексеріңіз.',
      ru: 'Время сообщения в будущем. Проверьте часы системы-отправителя.',
      en: 'The time of the message lies in the future. Check the clock of the sending system.',
    },
  },
  ID_REUSED: {
    status: 409,
    text: {
      kk: 'Осы нөмірмен басқа хабарлама қабылданған. Жаңа хабарламаға жаңа нөмір беріңіз.',
      ru: 'С этим номером уже принято другое сообщение. Присвойте новому сообщению новый номер.',
      en: 'Another message was accepted under this id. Give a new message a new id.',
    },
  },
  ANSWER_MISMATCH: {
    status: 502,
    text: {
      kk: 'Жауап сұрауға сәйкес келмейді. Сұрау қайта жіберіледі.',
      ru: 'Ответ не относится к запросу. Запрос будет отправлен повторно.',
      en: 'The answer does not belong to the request. The request will be sent again.',
    },
  },
})
