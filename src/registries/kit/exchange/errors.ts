import { type CodedError, defineErrors } from '#core/kernel'

/** Why a record, or a whole file, is not taken into a registry. */
export const importErrors = defineErrors('IMPORT', {
  UNKNOWN_COLUMN: {
    status: 400,
    text: {
      kk: '«{column}» бағаны белгісіз. Бағандар тізімін "registry template" бұйрығы береді.',
      ru: 'Неизвестный столбец «{column}». Список столбцов даёт команда "registry template".',
      en: 'The column "{column}" is not known. The command "registry template" lists the columns.',
    },
  },
  NO_KEY: {
    status: 400,
    text: {
      kk: '«{column}» бағаны жоқ: онсыз жазбаларды ажырату мүмкін емес.',
      ru: 'Нет столбца «{column}»: без него записи не различить.',
      en: 'The column "{column}" is missing: records are told by it.',
    },
  },
  NOT_UTF8: {
    status: 400,
    text: {
      kk: 'Файл UTF-8 кодында емес: {line}-жол, {byte}-байт. Оны UTF-8 етіп сақтаңыз («CSV UTF-8»). Ештеңе енгізілген жоқ.',
      ru: 'Файл не в кодировке UTF-8: строка {line}, байт {byte}. Сохраните его в UTF-8 («CSV UTF-8»). Ничего не внесено.',
      en: 'The file is not UTF-8: line {line}, byte {byte}. Save it as UTF-8 ("CSV UTF-8"). Nothing was taken.',
    },
  },
  NOT_JSON: {
    status: 400,
    text: {
      kk: '{line}-жолдан бастап файл JSON емес, әрі қарай оқылмайды.',
      ru: 'Со строки {line} файл не является JSON, дальше он не читается.',
      en: 'From line {line} on the file is not JSON; it is read no further.',
    },
  },
  CUT_OFF: {
    status: 400,
    text: {
      kk: 'Файл {line}-жолда жазбаның немесе тізімнің ортасында үзіледі.',
      ru: 'Файл обрывается на строке {line} посреди записи или списка.',
      en: 'The file breaks off at line {line}, in the middle of a record or of the list.',
    },
  },
  BAD_QUOTES: {
    status: 400,
    text: {
      kk: '{line}-жолдан бастап файл оқылмайды: тырнақша жабылмаған немесе мәннің ішінде тұр.',
      ru: 'Со строки {line} файл не читается: кавычка не закрыта или стоит внутри значения.',
      en: 'From line {line} on the file cannot be read: a quotation mark is not closed or stands inside of a value.',
    },
  },
  ROW_WIDTH: {
    status: 400,
    text: {
      kk: 'Жолда {expected} баған орнына {found} баған бар.',
      ru: 'В строке столбцов {found}, а не {expected}.',
      en: 'The line has {found} columns instead of {expected}.',
    },
  },
  NOT_A_RECORD: {
    status: 400,
    text: {
      kk: 'Бұл JSON нысаны емес.',
      ru: 'Это не объект JSON.',
      en: 'This is not an object of JSON.',
    },
  },
  BAD_VALUE: {
    status: 400,
    text: {
      kk: 'Мәні жоқ немесе пішімі дұрыс емес: {at}.',
      ru: 'Значения нет или оно записано неверно: {at}.',
      en: 'A value is missing or not written as it should be: {at}.',
    },
  },
  DUPLICATE: {
    status: 409,
    text: {
      kk: 'Мұндай жазба тіркелімде бар ({rule}).',
      ru: 'Такая запись в регистре уже есть ({rule}).',
      en: 'The register has such a record already ({rule}).',
    },
  },
  REFERENCE: {
    status: 409,
    text: {
      kk: 'Жазба тіркелімде жоқ нәрсеге сілтейді ({rule}). Алдымен соны енгізіңіз.',
      ru: 'Запись ссылается на то, чего в регистре нет ({rule}). Внесите сначала его.',
      en: 'The record names something that the register does not have ({rule}). Take that in first.',
    },
  },
  CONTROL_DIGIT: {
    status: 400,
    text: {
      kk: 'Нөмірдің бақылау цифры дұрыс емес ({rule}). ЖСН, БСН, СТН немесе КҰЖЖ тексеріңіз.',
      ru: 'Неверная контрольная цифра номера ({rule}). Проверьте ИИН, БИН, РНН или ОКПО.',
      en: 'The control digit of a number is wrong ({rule}). Check the IIN, BIN, RNN or OKPO.',
    },
  },
  BIRTH_DATE: {
    status: 400,
    text: {
      kk: 'Туған күн ЖСН-дегі күнмен сәйкес келмейді ({rule}).',
      ru: 'Дата рождения не совпадает с датой в ИИН ({rule}).',
      en: 'The day of birth is not the one that the IIN carries ({rule}).',
    },
  },
  WITHIN_WHOLE: {
    status: 409,
    text: {
      kk: 'Үлестер бүтіннен асады немесе меншік нысандары үйлеспейді ({rule}).',
      ru: 'Доли превышают целое, или формы собственности несовместимы ({rule}).',
      en: 'The shares exceed the whole, or the forms of ownership do not go together ({rule}).',
    },
  },
  PERIOD: {
    status: 400,
    text: {
      kk: 'Мерзімнің соңы басынан бұрын, немесе бір мезгілде екі мән бар ({rule}).',
      ru: 'Конец срока раньше начала, или на одно время два значения ({rule}).',
      en: 'A period ends before it begins, or there are two values for one time ({rule}).',
    },
  },
  INCOMPLETE: {
    status: 400,
    text: {
      kk: 'Жазба толық емес ({rule}).',
      ru: 'Запись неполная ({rule}).',
      en: 'The record is not complete ({rule}).',
    },
  },
  RULE: {
    status: 400,
    text: {
      kk: 'Жазба тіркелім ережесіне қайшы: {rule}.',
      ru: 'Запись нарушает правило регистра: {rule}.',
      en: 'The record breaks a rule of the register: {rule}.',
    },
  },
})

/** A file that cannot be imported at all. */
export class ImportRefused extends Error {
  readonly refusal: CodedError
  constructor(refusal: CodedError) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** What kind of rule a name tells of: the names of constraints and of checks in the code follow a pattern. */
const KINDS: readonly (readonly [
  RegExp,
  (
    | 'CONTROL_DIGIT'
    | 'BIRTH_DATE'
    | 'WITHIN_WHOLE'
    | 'PERIOD'
    | 'DUPLICATE'
    | 'INCOMPLETE'
    | 'REFERENCE'
    | 'RULE'
  ),
])[] = [
  [/control_digit$/, 'CONTROL_DIGIT'],
  [/_birth_date$/, 'BIRTH_DATE'],
  [/within_whole$/, 'WITHIN_WHOLE'],
  [/(_validity|_ends_once|_leaves_once)$/, 'PERIOD'],
  [/(_pk|_once)$/, 'DUPLICATE'],
  [/(_without_|^23502$)/, 'INCOMPLETE'],
  [/(_(of|to|follows|in)_|_parent$)/, 'REFERENCE'],
]
const VALUE = 'value:'
const WIDTH = 'width:'

/** The code of what stands in a JSON file in place of a record. */
export const NOT_A_RECORD = 'not-a-record'

/** The code of a line of a table with too few or too many cells. */
export const widthCode = (found: number, expected: number): string => `${WIDTH}${found}/${expected}`

/** The code of a record whose member at this place is not of its shape. */
export const valueCode = (path: readonly PropertyKey[]): string =>
  `${VALUE}${path.map(String).join('.')}`

/** A rejection in words; `code` is the name of the broken rule. */
export function rejectionText(code: string): CodedError {
  if (code.startsWith(VALUE)) return importErrors.BAD_VALUE({ at: code.slice(VALUE.length) })
  if (code === NOT_A_RECORD) return importErrors.NOT_A_RECORD()
  if (code.startsWith(WIDTH)) {
    const [found = '', expected = ''] = code.slice(WIDTH.length).split('/')
    return importErrors.ROW_WIDTH({ found, expected })
  }
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'RULE'
  return importErrors[kind]({ rule: code })
}
