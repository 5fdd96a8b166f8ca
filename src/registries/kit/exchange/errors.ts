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

type Reason = keyof typeof importErrors.definitions

/** What kind of rule a name tells of: the names of constraints and of checks in the code follow a pattern. */
const KINDS: readonly (readonly [
  RegExp,
  Exclude<Reason, 'UNKNOWN_COLUMN' | 'NO_KEY' | 'BAD_VALUE'>,
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

/** The code of a record whose member at this place is not of its shape. */
export const valueCode = (path: readonly PropertyKey[]): string =>
  `${VALUE}${path.map(String).join('.')}`

/** A rejection in words; `code` is the name of the broken rule. */
export function rejectionText(code: string): CodedError {
  if (code.startsWith(VALUE)) return importErrors.BAD_VALUE({ at: code.slice(VALUE.length) })
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'RULE'
  return importErrors[kind]({ rule: code })
}
