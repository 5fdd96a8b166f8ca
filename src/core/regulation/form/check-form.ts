import { type CodedError, type Json, type JsonObject, parseDate } from '#core/kernel'
import { compileSimple } from '../expression/simple.ts'
import type { FieldData, FormData } from '../model.ts'
import { formErrors } from './errors.ts'
import { readField } from './read-field.ts'

/** What forms are checked with: an edition, or in the browser {@link formSource}. */
export interface FormSource {
  readonly forms: Readonly<Record<string, FormData>>
  evaluate(expression: string, context: JsonObject): Json
}

export interface CheckedForm {
  /** Typed values of all fields of the form; null for what was not asked, not filled in, or wrong. */
  readonly values: JsonObject
  /** In the order of the form, each with its `field`. Codes `FORM_*`. */
  readonly errors: readonly CodedError[]
}

/** Forms alone, for the browser: their expressions keep to the simple part of FEEL, as the loader has checked. */
export const formSource = (forms: FormSource['forms']): FormSource => ({
  forms,
  evaluate: (expression, context) => compileSimple(expression)?.(context) ?? null,
})

/**
 * Format-logic control of a form: reads what was typed into typed values, asks only what applies, and checks across fields.
 * Pure and the same in browser and server; total for any input. Fields that the form does not have are ignored, and the
 * applicant's number comes from `context.party`, never from what was typed.
 * @throws RangeError when the source has no such form.
 */
export function checkForm(
  source: FormSource,
  formId: string,
  input: Readonly<Record<string, string>>,
  context: JsonObject,
): CheckedForm {
  const form = Object.hasOwn(source.forms, formId) ? source.forms[formId] : undefined
  if (form === undefined) throw new RangeError(`there is no form ${formId}`)
  const fields = form.pages.flatMap((page) => page.fields)
  const values: Record<string, Json> = {}
  const wrong = new Map<string, CodedError>()
  for (const field of fields) {
    const read = readField(field, Object.hasOwn(input, field.id) ? input[field.id] : '')
    values[field.id] = field.kind === 'number-of-party' ? numberOf(context) : valueOf(read)
    if ('error' in read) wrong.set(field.id, read.error)
  }
  const seen = { ...context, [form.as ?? 'form']: values }
  const holds = (expression: string) => source.evaluate(expression, seen) === true
  const asked = fields.filter((field) => {
    if (field.when === undefined || holds(field.when)) return true
    values[field.id] = null
    return false
  })
  const dayOf = (limit: string) => parseDate(limit) ?? source.evaluate(limit, seen)
  const found = asked.flatMap(
    (field) =>
      wrong.get(field.id) ??
      outside(field, values[field.id], dayOf) ??
      missing(field, values, holds),
  )
  const errors = found.filter(({ field }) => !waitsForOffice(asked, found, field))
  return { values, errors: [...errors, ...broken(form, { asked, errors, holds })] }
}

/** An hour can only be chosen once its office is. */
const waitsForOffice = (
  fields: readonly FieldData[],
  errors: readonly CodedError[],
  id: string | undefined,
): boolean =>
  fields.some(
    (field) =>
      field.id === id &&
      field.kind === 'appointment' &&
      errors.some((error) => error.field === field.office),
  )

const valueOf = (read: ReturnType<typeof readField>): Json => ('value' in read ? read.value : null)

const numberOf = ({ party }: JsonObject): Json =>
  party !== null && typeof party === 'object' && 'number' in party
    ? (party['number'] ?? null)
    : null

/** A day as people write it. */
const shown = (day: string) => day.split('-').toReversed().join('.')

/** A day before the earliest or after the latest that the form allows now. */
function outside(
  field: FieldData,
  value: Json | undefined,
  dayOf: (limit: string) => Json,
): CodedError | undefined {
  if (field.kind !== 'date' || typeof value !== 'string') return undefined
  const min = field.min === undefined ? null : dayOf(field.min)
  const max = field.max === undefined ? null : dayOf(field.max)
  if (typeof min === 'string' && value < min)
    return formErrors.DATE_EARLY({ min: shown(min) }, field.id)
  if (typeof max === 'string' && value > max)
    return formErrors.DATE_LATE({ max: shown(max) }, field.id)
  return undefined
}

function missing(
  field: FieldData,
  values: JsonObject,
  holds: (expression: string) => boolean,
): readonly CodedError[] {
  if (values[field.id] !== null) return []
  const required = typeof field.required === 'string' ? holds(field.required) : field.required
  if (!required) return []
  return [(ABSENT[field.kind] ?? formErrors.REQUIRED)({}, field.id)]
}

/** What to do where nothing was chosen. */
const ABSENT: Readonly<Partial<Record<FieldData['kind'], typeof formErrors.REQUIRED>>> = {
  choice: formErrors.CHOICE,
  region: formErrors.REGION,
  unit: formErrors.UNIT,
  appointment: formErrors.APPOINTMENT,
}

/** Checks across fields, at fields that were asked and have no error of their own. */
function broken(
  form: FormData,
  state: {
    readonly asked: readonly FieldData[]
    readonly errors: readonly CodedError[]
    readonly holds: (expression: string) => boolean
  },
): readonly CodedError[] {
  return form.checks
    .filter(({ field }) => state.asked.some((one) => one.id === field))
    .filter(({ field }) => !state.errors.some((error) => error.field === field))
    .filter((check) => !state.holds(check.holds))
    .map((check) => ({ ...formErrors.RULE({ check: check.id }, check.field), text: check.text }))
}
