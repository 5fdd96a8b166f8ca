import { defineErrors } from '#core/kernel'

/** Refusals of signed data (RFC 5652, RFC 5035, ETSI EN 319 122). */
export const cmsErrors = defineErrors('CMS', {
  MALFORMED: {
    status: 422,
    text: {
      kk: 'Қолтаңба файлы бүлінген немесе CMS пішімінде емес. Құжатқа қайтадан қол қойыңыз.',
      ru: 'Файл подписи повреждён или не в формате CMS. Подпишите документ ещё раз.',
      en: 'The signature file is damaged or is not in CMS format. Sign the document again.',
    },
  },
  NO_CONTENT: {
    status: 422,
    text: {
      kk: 'Қолтаңбаның ішінде құжат жоқ. Қолтаңбамен бірге құжаттың өзін де жіберіңіз.',
      ru: 'В подписи нет самого документа. Приложите к подписи документ.',
      en: 'The signature does not hold the document. Send the document together with the signature.',
    },
  },
  CONTENT_CHANGED: {
    status: 422,
    text: {
      kk: 'Қол қойылған құжат өзгертілген. Құжатты тексеріп, оған қайтадан қол қойыңыз.',
      ru: 'Подписанный документ изменён. Проверьте документ и подпишите его ещё раз.',
      en: 'The signed document was changed. Check the document and sign it again.',
    },
  },
  NOT_ONE_SIGNER: {
    status: 422,
    text: {
      kk: 'Файлда дәл бір қолтаңба болуға тиіс. Құжатқа бір кілтпен қайтадан қол қойыңыз.',
      ru: 'В файле должна быть ровно одна подпись. Подпишите документ ещё раз одним ключом.',
      en: 'The file must hold exactly one signature. Sign the document again with one key.',
    },
  },
  ATTRIBUTES: {
    status: 422,
    text: {
      kk: 'Қолтаңбаның міндетті қасиеттері жоқ немесе қате ({attribute}). Құжатқа CAdES пішімінде қол қойыңыз.',
      ru: 'Обязательные свойства подписи отсутствуют или неверны ({attribute}). Подпишите документ в формате CAdES.',
      en: 'Required properties of the signature are absent or wrong ({attribute}). Sign the document in CAdES format.',
    },
  },
  CERTIFICATE: {
    status: 422,
    text: {
      kk: 'Қолтаңбада қол қоюшының тіркеу куәлігі жоқ немесе ол басқа кілттікі. Құжатқа қайтадан қол қойыңыз.',
      ru: 'В подписи нет регистрационного свидетельства подписавшего, или оно от другого ключа. Подпишите документ ещё раз.',
      en: 'The signature lacks the certificate of the signer, or it belongs to another key. Sign the document again.',
    },
  },
  ALGORITHM: {
    status: 422,
    text: {
      kk: 'Қолтаңбаның алгоритміне қолдау көрсетілмейді. ECDSA P-256 кілтімен қол қойыңыз.',
      ru: 'Алгоритм подписи не поддерживается. Подпишите ключом ECDSA P-256.',
      en: 'The algorithm of the signature is not supported. Sign with an ECDSA P-256 key.',
    },
  },
  SIGNATURE: {
    status: 422,
    text: {
      kk: 'Қолтаңба тіркеу куәлігінің кілтіне сәйкес келмейді. Құжатқа қайтадан қол қойыңыз.',
      ru: 'Подпись не соответствует ключу регистрационного свидетельства. Подпишите документ ещё раз.',
      en: 'The signature does not match the key of the certificate. Sign the document again.',
    },
  },
})

/** Refusals of certificates, requests for them and lists of revoked ones (RFC 5280, RFC 2986). */
export const certErrors = defineErrors('CERT', {
  MALFORMED: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігі бүлінген немесе X.509 пішімінде емес. Басқа файлды таңдаңыз.',
      ru: 'Регистрационное свидетельство повреждено или не в формате X.509. Выберите другой файл.',
      en: 'The certificate is damaged or is not in X.509 format. Choose another file.',
    },
  },
  ALGORITHM: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігінің алгоритміне қолдау көрсетілмейді. ECDSA P-256 кілтіне куәлік алыңыз.',
      ru: 'Алгоритм регистрационного свидетельства не поддерживается. Получите свидетельство на ключ ECDSA P-256.',
      en: 'The algorithm of the certificate is not supported. Get a certificate for an ECDSA P-256 key.',
    },
  },
  REQUEST_MALFORMED: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігін алуға сұрау бүлінген. Кілтті қайтадан жасаңыз.',
      ru: 'Запрос на регистрационное свидетельство повреждён. Создайте ключ заново.',
      en: 'The certificate request is damaged. Make the key again.',
    },
  },
  REQUEST_NOT_PROVEN: {
    status: 422,
    text: {
      kk: 'Сұраудың қолтаңбасы оның кілтіне сәйкес келмейді. Кілтті қайтадан жасап, сұрауды жіберіңіз.',
      ru: 'Подпись запроса не соответствует его ключу. Создайте ключ заново и отправьте запрос.',
      en: 'The signature of the request does not match its key. Make the key again and send the request.',
    },
  },
  REVOKED: {
    status: 422,
    text: {
      kk: 'Куәлік {date} күні кері қайтарылған. Оның иесі жаңа куәлік алуы керек.',
      ru: 'Сертификат отозван {date}. Его владелец должен получить новый.',
      en: 'The certificate was revoked on {date}. Its holder has to get a new one.',
    },
  },
  REVOCATION_UNKNOWN: {
    status: 503,
    text: {
      kk: 'Куәліктің кері қайтарылмағанын қазір тексеру мүмкін емес. Кейінірек қайталаңыз.',
      ru: 'Сейчас нельзя проверить, не отозван ли сертификат. Повторите позже.',
      en: 'It cannot be checked now whether the certificate was revoked. Try again later.',
    },
  },
  CRL_MALFORMED: {
    status: 502,
    text: {
      kk: 'Кері қайтарылған куәліктер тізімі бүлінген. Кейінірек қайталап көріңіз.',
      ru: 'Список отозванных свидетельств повреждён. Повторите попытку позже.',
      en: 'The list of revoked certificates is damaged. Try again later.',
    },
  },
  CRL_UNTRUSTED: {
    status: 502,
    text: {
      kk: 'Кері қайтарылған куәліктер тізіміне куәландырушы орталық қол қоймаған. Кейінірек қайталап көріңіз.',
      ru: 'Список отозванных свидетельств подписан не удостоверяющим центром. Повторите попытку позже.',
      en: 'The list of revoked certificates is not signed by the certification authority. Try again later.',
    },
  },
  CRL_STALE: {
    status: 502,
    text: {
      kk: 'Кері қайтарылған куәліктер тізімі ескірген. Кейінірек қайталап көріңіз.',
      ru: 'Список отозванных свидетельств устарел. Повторите попытку позже.',
      en: 'The list of revoked certificates is out of date. Try again later.',
    },
  },
  UNTRUSTED: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігін сенімді куәландырушы орталық бермеген. Ұлттық куәландырушы орталықтың куәлігін пайдаланыңыз.',
      ru: 'Регистрационное свидетельство выдано не доверенным удостоверяющим центром. Используйте свидетельство национального удостоверяющего центра.',
      en: 'The certificate was not issued by a trusted authority. Use a certificate of the national certification authority.',
    },
  },
  NOT_YET_VALID: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігінің мерзімі {from} басталады. Сол күннен кейін қайталап көріңіз.',
      ru: 'Срок действия регистрационного свидетельства начинается {from}. Повторите после этой даты.',
      en: 'The certificate is valid from {from}. Try again after that day.',
    },
  },
  EXPIRED: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігінің мерзімі {until} аяқталған. Жаңа куәлік алыңыз.',
      ru: 'Срок действия регистрационного свидетельства истёк {until}. Получите новое свидетельство.',
      en: 'The certificate expired on {until}. Get a new certificate.',
    },
  },
})

/** Refusals of time stamps (RFC 3161, RFC 5816). */
export const tspErrors = defineErrors('TSP', {
  MALFORMED: {
    status: 502,
    text: {
      kk: 'Уақыт белгісі бүлінген. Әрекетті кейінірек қайталаңыз.',
      ru: 'Метка времени повреждена. Повторите действие позже.',
      en: 'The time stamp is damaged. Try again later.',
    },
  },
  REJECTED: {
    status: 502,
    text: {
      kk: 'Уақыт белгісі қызметі сұрауды қабылдамады ({failure}). Әрекетті кейінірек қайталаңыз.',
      ru: 'Служба меток времени отклонила запрос ({failure}). Повторите действие позже.',
      en: 'The time-stamping service rejected the request ({failure}). Try again later.',
    },
  },
  WRONG_IMPRINT: {
    status: 422,
    text: {
      kk: 'Уақыт белгісі басқа деректерге қойылған. Құжатқа қайтадан қол қойыңыз.',
      ru: 'Метка времени поставлена на другие данные. Подпишите документ ещё раз.',
      en: 'The time stamp belongs to other data. Sign the document again.',
    },
  },
  WRONG_NONCE: {
    status: 502,
    text: {
      kk: 'Уақыт белгісі басқа сұрауға берілген. Әрекетті қайталаңыз.',
      ru: 'Метка времени выдана на другой запрос. Повторите действие.',
      en: 'The time stamp answers another request. Try again.',
    },
  },
  UNTRUSTED: {
    status: 502,
    text: {
      kk: 'Уақыт белгісін сенімді қызмет қоймаған. Әрекетті кейінірек қайталаңыз.',
      ru: 'Метка времени поставлена не доверенной службой. Повторите действие позже.',
      en: 'The time stamp was not made by a trusted service. Try again later.',
    },
  },
})

/** Refusals of answers on the status of a certificate (RFC 6960, RFC 9654). */
export const ocspErrors = defineErrors('OCSP', {
  MALFORMED: {
    status: 502,
    text: {
      kk: 'Куәлік мәртебесі туралы жауап бүлінген. Әрекетті кейінірек қайталаңыз.',
      ru: 'Ответ о статусе свидетельства повреждён. Повторите действие позже.',
      en: 'The answer on the status of the certificate is damaged. Try again later.',
    },
  },
  REJECTED: {
    status: 502,
    text: {
      kk: 'Мәртебе қызметі сұрауды қабылдамады ({failure}). Әрекетті кейінірек қайталаңыз.',
      ru: 'Служба статусов отклонила запрос ({failure}). Повторите действие позже.',
      en: 'The status service rejected the request ({failure}). Try again later.',
    },
  },
  UNTRUSTED: {
    status: 502,
    text: {
      kk: 'Куәлік мәртебесі туралы жауапқа уәкілетті қызмет қол қоймаған. Әрекетті кейінірек қайталаңыз.',
      ru: 'Ответ о статусе свидетельства подписан не уполномоченной службой. Повторите действие позже.',
      en: 'The answer on the status of the certificate is not signed by the authorised service. Try again later.',
    },
  },
  STALE: {
    status: 502,
    text: {
      kk: 'Куәлік мәртебесі туралы жауап ескірген. Әрекетті қайталаңыз.',
      ru: 'Ответ о статусе свидетельства устарел. Повторите действие.',
      en: 'The answer on the status of the certificate is out of date. Try again.',
    },
  },
  WRONG_NONCE: {
    status: 502,
    text: {
      kk: 'Мәртебе туралы жауап басқа сұрауға берілген. Әрекетті қайталаңыз.',
      ru: 'Ответ о статусе дан на другой запрос. Повторите действие.',
      en: 'The answer belongs to another request. Try again.',
    },
  },
  OTHER_CERTIFICATE: {
    status: 502,
    text: {
      kk: 'Мәртебе туралы жауап басқа куәлікке қатысты. Әрекетті қайталаңыз.',
      ru: 'Ответ о статусе относится к другому свидетельству. Повторите действие.',
      en: 'The answer concerns another certificate. Try again.',
    },
  },
})
