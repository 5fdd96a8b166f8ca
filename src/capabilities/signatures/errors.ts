import { defineErrors } from '#core/kernel'

/** Refusals of a person's signature; each tells what to do. `SIGNATURE_UNKNOWN_STATUS` is the only one to be tried again. */
export const signatureErrors = defineErrors('SIGNATURE', {
  MALFORMED: {
    status: 422,
    text: {
      kk: 'Қолтаңбаны оқу мүмкін болмады. Құжатқа қайтадан қол қойыңыз.',
      ru: 'Не удалось прочитать подпись. Подпишите документ ещё раз.',
      en: 'The signature could not be read. Sign the document again.',
    },
  },
  UNSUPPORTED: {
    status: 422,
    text: {
      kk: 'Бұл кілттің алгоритміне қолдау көрсетілмейді. Жаңа ЭЦҚ алып, құжатқа қайтадан қол қойыңыз.',
      ru: 'Алгоритм этого ключа не поддерживается. Получите новую ЭЦП и подпишите документ ещё раз.',
      en: 'The algorithm of this key is not supported. Get a new key and sign the document again.',
    },
  },
  CONTENT_CHANGED: {
    status: 422,
    text: {
      kk: 'Құжат қол қойылғаннан кейін өзгертілген. Құжатты тексеріп, оған қайтадан қол қойыңыз.',
      ru: 'Документ изменён после подписания. Проверьте документ и подпишите его ещё раз.',
      en: 'The document was changed after it was signed. Check the document and sign it again.',
    },
  },
  UNTRUSTED: {
    status: 422,
    text: {
      kk: 'Тіркеу куәлігін ұлттық куәландырушы орталық бермеген. Ұлттық куәландырушы орталық берген кілтпен қол қойыңыз.',
      ru: 'Регистрационное свидетельство выдано не национальным удостоверяющим центром. Подпишите ключом, который выдал национальный удостоверяющий центр.',
      en: 'The certificate was not issued by the national certification authority. Sign with a key that it issued.',
    },
  },
  EXPIRED: {
    status: 422,
    text: {
      kk: 'ЭЦҚ тіркеу куәлігінің мерзімі {until} аяқталған. Жаңа ЭЦҚ алып, құжатқа қайтадан қол қойыңыз.',
      ru: 'Срок действия регистрационного свидетельства ЭЦП истёк {until}. Получите новую ЭЦП и подпишите документ ещё раз.',
      en: 'The certificate expired on {until}. Get a new key and sign the document again.',
    },
  },
  NOT_YET_VALID: {
    status: 422,
    text: {
      kk: 'ЭЦҚ тіркеу куәлігі {from} бастап жарамды. Құжатқа сол күннен бастап қол қойыңыз немесе басқа кілтті таңдаңыз.',
      ru: 'Регистрационное свидетельство ЭЦП действует с {from}. Подпишите документ после этой даты или выберите другой ключ.',
      en: 'The certificate is valid from {from}. Sign on that day or later, or choose another key.',
    },
  },
  REVOKED: {
    status: 422,
    text: {
      kk: 'ЭЦҚ тіркеу куәлігі {date} кері қайтарылған. Жаңа ЭЦҚ алып, құжатқа қайтадан қол қойыңыз.',
      ru: 'Регистрационное свидетельство ЭЦП отозвано {date}. Получите новую ЭЦП и подпишите документ ещё раз.',
      en: 'The certificate was revoked on {date}. Get a new key and sign the document again.',
    },
  },
  WRONG_PERSON: {
    status: 422,
    text: {
      kk: 'Кілттегі ЖСН сіздің ЖСН-ге сәйкес келмейді. Өз атыңызға берілген кілтпен қол қойыңыз.',
      ru: 'ИИН в ключе не совпадает с вашим ИИН. Подпишите ключом, выданным на ваше имя.',
      en: 'The IIN in the key is not yours. Sign with a key issued in your name.',
    },
  },
  WRONG_ORGANISATION: {
    status: 422,
    text: {
      kk: 'Кілтте ұйымның БСН-і жоқ немесе ол сәйкес келмейді. Осы ұйымның атынан берілген кілтпен қол қойыңыз.',
      ru: 'В ключе нет БИН организации, или он не совпадает. Подпишите ключом, выданным от имени этой организации.',
      en: 'The key has no BIN of the organisation, or another one. Sign with a key issued for this organisation.',
    },
  },
  ORGANISATION_KEY: {
    status: 422,
    text: {
      kk: 'Сіз ұйымның кілтін таңдадыңыз. Жеке тұлғаның кілтімен қол қойыңыз.',
      ru: 'Вы выбрали ключ организации. Подпишите ключом физического лица.',
      en: 'You chose the key of an organisation. Sign with your key as a natural person.',
    },
  },
  WRONG_KEY_USAGE: {
    status: 422,
    text: {
      kk: 'Сіз жүйеге кіруге арналған кілтті (AUTH) таңдадыңыз. Қол қоюға арналған кілтті (SIGN) таңдап, қайтадан қол қойыңыз.',
      ru: 'Вы выбрали ключ для входа в систему (AUTH). Выберите ключ для подписи (SIGN) и подпишите ещё раз.',
      en: 'You chose the key for signing in (AUTH). Choose the key for signing documents (SIGN) and sign again.',
    },
  },
  NOT_FOR_DOCUMENTS: {
    status: 422,
    text: {
      kk: 'Бұл кілт құжаттарға қол қоюға арналмаған. Қол қоюға арналған ЭЦҚ-ны (SIGN) таңдап, қайтадан қол қойыңыз.',
      ru: 'Этот ключ не предназначен для подписания документов. Выберите ЭЦП для подписи (SIGN) и подпишите ещё раз.',
      en: 'This key is not meant for signing documents. Choose your key for signing (SIGN) and sign again.',
    },
  },
  NO_AUTHORITY: {
    status: 422,
    text: {
      kk: 'Бұл кілт ұйым атынан қол қоюға құқық бермейді. Бірінші басшының немесе қол қоюға құқығы бар адамның кілтімен қол қойыңыз.',
      ru: 'Этот ключ не даёт права подписи от имени организации. Подпишите ключом первого руководителя или лица с правом подписи.',
      en: 'This key does not give the right to sign for the organisation. Sign with the key of its head or of a person with the right to sign.',
    },
  },
  UNKNOWN_STATUS: {
    status: 503,
    text: {
      kk: 'Қазір ЭЦҚ тіркеу куәлігін тексеру мүмкін болмай тұр. Біраздан кейін қайталап көріңіз, қайтадан қол қоюдың қажеті жоқ.',
      ru: 'Сейчас не удаётся проверить регистрационное свидетельство ЭЦП. Повторите попытку немного позже, подписывать заново не нужно.',
      en: 'The certificate cannot be checked at the moment. Try again in a while; there is no need to sign again.',
    },
  },
})
