import { defineErrors } from '#core/kernel'

/** Refusals of issuing and checking e-documents. */
export const documentErrors = defineErrors('DOCUMENT', {
  NO_TIMESTAMP: {
    status: 503,
    text: {
      kk: 'Уақыт белгісі қызметі жауап бермейді. Қызмет қалпына келгенде құжат өздігінен беріледі, сұрауды қайталаудың қажеті жоқ.',
      ru: 'Служба меток времени не отвечает. Документ будет выдан сам, как только она заработает; подавать запрос снова не нужно.',
      en: 'The time-stamp service does not answer. The document will be issued by itself once it works again; do not apply again.',
    },
  },
  RENDERER_BUSY: {
    status: 503,
    text: {
      kk: 'Жүйе қазір бос емес. Бір минуттан кейін қайталап көріңіз.',
      ru: 'Система сейчас занята. Повторите через минуту.',
      en: 'The system is busy now. Try again in a minute.',
    },
  },
  TEMPLATE_FAILED: {
    status: 500,
    text: {
      kk: 'Құжатты {template} үлгісі бойынша жасау мүмкін болмады. Жүйе әкімшісіне хабарласыңыз.',
      ru: 'Не удалось составить документ по шаблону {template}. Сообщите администратору системы.',
      en: 'The document could not be made from the template {template}. Tell the administrator of the system.',
    },
  },
  NOT_FOUND: {
    status: 404,
    text: {
      kk: 'Мұндай нөмірлі құжат берілмеген. 14 саннан тұратын бірегей нөмірді тексеріп, қайта енгізіңіз.',
      ru: 'Документ с таким номером не выдавался. Проверьте уникальный номер из 14 цифр и введите его снова.',
      en: 'No document with this number was issued. Check the unique number of 14 digits and enter it again.',
    },
  },
  ALREADY_REVOKED: {
    status: 409,
    text: {
      kk: 'Құжаттың күші бұрын жойылған. Құжаттың күйін тізілімнен қараңыз.',
      ru: 'Документ уже отозван. Посмотрите его состояние в реестре.',
      en: 'The document was revoked before. See its state in the register.',
    },
  },
  NUMBER_INVALID: {
    status: 422,
    text: {
      kk: 'Бірегей нөмір 14 саннан тұрады. Оны құжаттың жоғарғы оң жағынан қараңыз.',
      ru: 'Уникальный номер состоит из 14 цифр. Он указан в правом верхнем углу документа.',
      en: 'The unique number has 14 digits. It stands at the top right of the document.',
    },
  },
  IMAGE_TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Сурет тым үлкен: шегі — {limit} МБ және 50 мегапиксель. Кішірек сурет таңдаңыз.',
      ru: 'Изображение слишком большое: предел — {limit} МБ и 50 мегапикселей. Выберите изображение меньше.',
      en: 'The picture is too large: the limit is {limit} MB and 50 megapixels. Choose a smaller one.',
    },
  },
  IMAGE_UNREADABLE: {
    status: 422,
    text: {
      kk: 'Сурет ашылмады. PNG немесе JPEG пішіміндегі фотосурет жүктеңіз.',
      ru: 'Изображение не открылось. Загрузите фотографию в формате PNG или JPEG.',
      en: 'The picture could not be opened. Upload a photo in PNG or JPEG format.',
    },
  },
  QR_NOT_FOUND: {
    status: 422,
    text: {
      kk: 'Суретте құжаттың штрих-коды табылмады. Кодты анық, толық және жақыннан түсіріңіз.',
      ru: 'На изображении не найден штрих-код документа. Снимите код чётко, целиком и ближе.',
      en: 'No barcode of a document was found in the picture. Take it sharp, whole and closer.',
    },
  },
  QR_MALFORMED: {
    status: 422,
    text: {
      kk: 'Бұл — біздің құжаттың штрих-коды емес. Құжаттағы кодты түсіріңіз.',
      ru: 'Это не штрих-код нашего документа. Снимите код, напечатанный на документе.',
      en: 'This is not a barcode of our documents. Take the code that is printed on the document.',
    },
  },
  QR_UNKNOWN_SEAL: {
    status: 422,
    text: {
      kk: 'Штрих-кодқа белгісіз кілтпен қол қойылған. Мұндай құжатқа сенуге болмайды.',
      ru: 'Штрих-код подписан неизвестным ключом. Доверять такому документу нельзя.',
      en: 'The barcode is signed with an unknown key. Do not rely on such a document.',
    },
  },
  QR_CHANGED: {
    status: 422,
    text: {
      kk: 'Штрих-кодтағы деректер өзгертілген. Мұндай құжатқа сенуге болмайды.',
      ru: 'Данные штрих-кода изменены. Доверять такому документу нельзя.',
      en: 'The data of the barcode were changed. Do not rely on such a document.',
    },
  },
  DATA_DIFFERS: {
    status: 422,
    text: {
      kk: 'Файлға тіркелген деректер қол қойылған деректерге сәйкес келмейді. Құжатқа сенуге болмайды.',
      ru: 'Вложенные данные не соответствуют подписанным. Доверять документу нельзя.',
      en: 'The attached data are not the data that were signed. Do not rely on the document.',
    },
  },
  NOT_IN_REGISTER: {
    status: 404,
    text: {
      kk: 'Берілген құжаттар тізілімінде мұндай құжат жоқ. Құжатты берген органға жүгініңіз.',
      ru: 'В реестре выданных документов такого документа нет. Обратитесь в орган, указанный в документе.',
      en: 'The register of issued documents has no such document. Ask the body named in the document.',
    },
  },
  REVOKED: {
    status: 410,
    text: {
      kk: 'Құжаттың күші жойылған. Жаңа құжат алыңыз.',
      ru: 'Документ отозван. Получите новый документ.',
      en: 'The document was revoked. Get a new one.',
    },
  },
  EXPIRED: {
    status: 410,
    text: {
      kk: 'Құжаттың қолданылу мерзімі аяқталған. Жаңа құжат алыңыз.',
      ru: 'Срок действия документа истёк. Получите новый документ.',
      en: 'The document has expired. Get a new one.',
    },
  },
  SEAL_UNFIT: {
    status: 503,
    text: {
      kk: 'Мөр куәлігі жоқ немесе жарамсыз. Жүйе әкімшісі «{seal}» мөріне жаңа куәлік алуға тиіс.',
      ru: 'Свидетельство печати отсутствует или недействительно. Администратор системы должен получить новое для печати «{seal}».',
      en: 'The certificate of the seal is absent or not valid. The administrator of the system must get a new one for the seal "{seal}".',
    },
  },
  NOT_A_SEAL: {
    status: 422,
    text: {
      kk: 'Құжатқа мемлекеттік органның мөрімен қол қойылмаған. Мұндай құжатқа сенуге болмайды.',
      ru: 'Документ подписан не печатью государственного органа. Доверять ему нельзя.',
      en: 'The document is not sealed by a state body. Do not rely on it.',
    },
  },
})
