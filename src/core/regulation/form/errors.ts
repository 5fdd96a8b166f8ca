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
