import { defineErrors } from '#core/kernel'

/** Refusals of a PDF that was handed in or is to be signed. */
export const pdfErrors = defineErrors('PDF', {
  MALFORMED: {
    status: 422,
    text: {
      kk: 'Файл зақымдалған немесе PDF емес. Құжатты қайта жүктеп алып, өзгертпей тапсырыңыз.',
      ru: 'Файл повреждён или это не PDF. Скачайте документ заново и передайте его без изменений.',
      en: 'The file is damaged or is not a PDF. Download the document again and hand it in unchanged.',
    },
  },
  TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Файл тым үлкен: шегі — {limit} МБ. Порталдан жүктеп алынған бастапқы файлды таңдаңыз.',
      ru: 'Файл слишком большой: предел — {limit} МБ. Выберите исходный файл, скачанный с портала.',
      en: 'The file is too large: the limit is {limit} MB. Choose the original file downloaded from the portal.',
    },
  },
  ENCRYPTED: {
    status: 422,
    text: {
      kk: 'PDF парольмен қорғалған. Қорғалмаған бастапқы файлды таңдаңыз.',
      ru: 'PDF защищён паролем. Выберите исходный файл без защиты.',
      en: 'The PDF is protected by a password. Choose the original file without protection.',
    },
  },
  UNSUPPORTED: {
    status: 422,
    text: {
      kk: 'Бұл файлды портал бермеген немесе ол басқа бағдарламада қайта сақталған. Порталдан жүктеп алынған бастапқы файлды таңдаңыз.',
      ru: 'Этот файл выдан не порталом или пересохранён другой программой. Выберите исходный файл, скачанный с портала.',
      en: 'This file was not issued by the portal or was saved again by another program. Choose the original file downloaded from the portal.',
    },
  },
  NOT_SIGNED: {
    status: 422,
    text: {
      kk: 'PDF-те электрондық қолтаңба жоқ. Бастапқы файлды таңдаңыз немесе құжатты нөмірі бойынша тексеріңіз.',
      ru: 'В PDF нет электронной подписи. Выберите исходный файл или проверьте документ по номеру.',
      en: 'The PDF carries no electronic signature. Choose the original file, or check the document by its number.',
    },
  },
  CHANGED: {
    status: 422,
    text: {
      kk: 'Құжат қол қойылғаннан кейін өзгертілген. Оған сенуге болмайды: құжатты берген адамнан бастапқы файлды сұраңыз.',
      ru: 'Документ изменён после подписания. Доверять ему нельзя: попросите исходный файл у того, кто его передал.',
      en: 'The document was changed after it was signed. Do not rely on it: ask whoever gave it to you for the original file.',
    },
  },
  SIGNATURE_TOO_LARGE: {
    status: 500,
    text: {
      kk: 'Қолтаңба PDF-те оған бөлінген орынға сыймайды. Жүйе әкімшісіне хабарласыңыз.',
      ru: 'Подпись не помещается в отведённое ей место PDF. Сообщите администратору системы.',
      en: 'The signature does not fit the space kept for it in the PDF. Tell the administrator of the system.',
    },
  },
  NO_TIMESTAMP: {
    status: 503,
    text: {
      kk: 'Уақыт белгісі қызметі жауап бермейді. Құжатқа кейінірек қол қойылады, әрекетті қайталаудың қажеті жоқ.',
      ru: 'Служба меток времени не отвечает. Документ будет подписан позже, повторять действие не нужно.',
      en: 'The time-stamp service does not answer. The document will be signed later; there is nothing to repeat.',
    },
  },
  NO_PROVEN_TIME: {
    status: 422,
    text: {
      kk: 'Қолтаңбада уақыт белгісі жоқ, сондықтан қол қойылған уақыт дәлелденбеген. Бастапқы файлды сұраңыз.',
      ru: 'В подписи нет метки времени, время подписания не доказано. Попросите исходный файл.',
      en: 'The signature has no time stamp, so the time of signing is not proven. Ask for the original file.',
    },
  },
})
