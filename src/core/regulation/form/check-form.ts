import type { CodedError, Json, JsonObject } from '#core/kernel'
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
  const holds = (expression: string) =>
    source.evaluate(expression, { ...context, form: values }) === true
  const asked = fields.filter((field) => {
    if (field.when === undefined || holds(field.when)) return true
    values[field.id] = null
    return false
  })
  const errors = asked.flatMap((field) => wrong.get(field.id) ?? missing(field, values, holds))
  return { values, errors: [...errors, ...broken(form, { asked, errors, holds })] }
}

const valueOf = (read: ReturnType<typeof readField>): Json => ('value' in read ? read.value : null)

const numberOf = ({ party }: JsonObject): Json =>
  party !== null && typeof party === 'object' && 'number' in party
    ? (party['number'] ?? null)
    : null

function missing(
  field: FieldData,
  values: JsonObject,
  holds: (expression: string) => boolean,
): readonly CodedError[] {
  if (values[field.id] !== null) return []
  const required = typeof field.required === 'string' ? holds(field.required) : field.required
  if (!required) return []
  if (field.kind === 'choice') return [formErrors.CHOICE({}, field.id)]
  return [
    field.kind === 'region' ? formErrors.REGION({}, field.id) : formErrors.REQUIRED({}, field.id),
  ]
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
