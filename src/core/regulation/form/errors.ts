import { defineErrors } from '#core/kernel'

/** What format-logic control finds wrong. Each stands at its field and says what to do. */
export const formErrors = defineErrors('FORM', {
  REQUIRED: {
    status: 422,
    text: {
      kk: 'Бұл жолды толтырыңыз.',
      ru: 'Заполните это поле.',
      en: 'Fill in this field.',
    },
  },
  CHOICE: {
    status: 422,
    text: {
      kk: 'Ұсынылған нұсқалардың бірін таңдаңыз.',
      ru: 'Выберите один из предложенных вариантов.',
      en: 'Choose one of the options.',
    },
  },
  REGION: {
    status: 422,
    text: {
      kk: 'Тізімнен облысты немесе республикалық маңызы бар қаланы таңдаңыз.',
      ru: 'Выберите из списка область или город республиканского значения.',
      en: 'Choose a region or a city of republican significance from the list.',
    },
  },
  TOO_LONG: {
    status: 422,
    text: {
      kk: 'Мәтінді қысқартыңыз: ең көбі {limit} таңба.',
      ru: 'Сократите текст: не более {limit} знаков.',
      en: 'Shorten the text: {limit} characters at most.',
    },
  },
  CHARACTERS: {
    status: 422,
    text: {
      kk: 'Мәтінде көрінбейтін арнайы таңбалар бар. Оны көшірмей, пернетақтадан теріңіз.',
      ru: 'В тексте есть невидимые служебные знаки. Наберите его на клавиатуре, а не вставляйте.',
      en: 'The text holds invisible control characters. Type it instead of pasting it.',
    },
  },
  PATTERN: {
    status: 422,
    text: {
      kk: 'Жазылуын тексеріңіз: мән талап етілген пішімге сай емес.',
      ru: 'Проверьте написание: значение не соответствует требуемому формату.',
      en: 'Check the spelling: the value does not have the required format.',
    },
  },
  CADASTRAL_NUMBER: {
    status: 422,
    text: {
      kk: 'Кадастрлық нөмірді құжаттағыдай жазыңыз, мысалы, 05:245:001:123:1:2.',
      ru: 'Введите кадастровый номер как в документе, например 05:245:001:123:1:2.',
      en: 'Enter the cadastral number as in the document, for example 05:245:001:123:1:2.',
    },
  },
  UNIT: {
    status: 422,
    text: {
      kk: 'Тізімнен бөлімді таңдаңыз.',
      ru: 'Выберите отдел из списка.',
      en: 'Choose an office from the list.',
    },
  },
  IIN: {
    status: 422,
    text: {
      kk: 'ЖСН-ді тексеріңіз: 12 сан, жеке куәліктегідей.',
      ru: 'Проверьте ИИН: 12 цифр, как в удостоверении личности.',
      en: 'Check the IIN: 12 digits, as in the identity card.',
    },
  },
  BIN: {
    status: 422,
    text: {
      kk: 'БСН-ді тексеріңіз: 12 сан, тіркеу туралы анықтамадағыдай.',
      ru: 'Проверьте БИН: 12 цифр, как в справке о регистрации.',
      en: 'Check the BIN: 12 digits, as in the certificate of registration.',
    },
  },
  DATE: {
    status: 422,
    text: {
      kk: 'Күнді былай жазыңыз: 15.05.2012.',
      ru: 'Введите дату так: 15.05.2012.',
      en: 'Enter the day like this: 15.05.2012.',
    },
  },
  NO_SUCH_DAY: {
    status: 422,
    text: {
      kk: '{day} деген күн жоқ. Күн мен айды тексеріңіз.',
      ru: 'Дня {day} не бывает. Проверьте число и месяц.',
      en: 'There is no such day as {day}. Check the day and the month.',
    },
  },
  DATE_EARLY: {
    status: 422,
    text: {
      kk: 'Күн тым ерте. Ең ертесі: {min}.',
      ru: 'Слишком ранняя дата. Самая ранняя: {min}.',
      en: 'The day is too early. The earliest is {min}.',
    },
  },
  DATE_LATE: {
    status: 422,
    text: {
      kk: 'Күн тым кеш. Ең кеші: {max}.',
      ru: 'Слишком поздняя дата. Самая поздняя: {max}.',
      en: 'The day is too late. The latest is {max}.',
    },
  },
  NUMBER: {
    status: 422,
    text: {
      kk: 'Бүтін санды цифрмен жазыңыз.',
      ru: 'Введите целое число цифрами.',
      en: 'Enter a whole number in digits.',
    },
  },
  NUMBER_RANGE: {
    status: 422,
    text: {
      kk: '{min} мен {max} аралығындағы санды жазыңыз.',
      ru: 'Введите число от {min} до {max}.',
      en: 'Enter a number from {min} to {max}.',
    },
  },
  DECIMAL: {
    status: 422,
    text: {
      kk: 'Санды цифрмен жазыңыз, мысалы, 54,3. Үтірден кейін ең көбі {places} цифр.',
      ru: 'Введите число цифрами, например 54,3. После запятой не более {places} знаков.',
      en: 'Enter a number in digits, for example 54.3. At most {places} digits behind the point.',
    },
  },
  APPOINTMENT: {
    status: 422,
    text: {
      kk: 'Бос уақыттардың бірін таңдаңыз.',
      ru: 'Выберите одно из свободных времён.',
      en: 'Choose one of the free times.',
    },
  },
  HOUR_TAKEN: {
    status: 422,
    text: {
      kk: 'Бұл уақытты басқа біреу алып қойды. Басқа бос уақытты таңдаңыз.',
      ru: 'Это время уже заняли. Выберите другое свободное время.',
      en: 'Somebody else has taken this time. Choose another free one.',
    },
  },
  FILE: {
    status: 422,
    text: {
      kk: 'Файлды қайта жүктеңіз.',
      ru: 'Загрузите файл ещё раз.',
      en: 'Upload the file again.',
    },
  },
  /** Stands for a check across fields; its text is the regulation's own. */
  RULE: {
    status: 422,
    text: {
      kk: 'Жауаптар бір-біріне сәйкес келмейді. Оларды тексеріңіз.',
      ru: 'Ответы не согласуются между собой. Проверьте их.',
      en: 'The answers do not agree with each other. Check them.',
    },
  },
})
