import type { JsonObject } from '#core/kernel'
import { compileSimple } from './expression/simple.ts'
import type { FieldData, FormData } from './model.ts'
import { formSamples, type Samples, sampleOf } from './samples.ts'

/**
 * Forms as they can really be filled in: what is not asked is null, what has to be there is, and the checks across fields
 * hold where samples can keep to them. With every choice once, each with all that may be there and with as little as may be.
 */
export function lawfulForms(form: FormData, base: JsonObject): Samples {
  const filled = formSamples(form)
    .flatMap((sample, nth) => [sample, least(form, sample, nth)])
    .map((sample) => asAsked(form, sample, base))
  const whole = filled.filter((sample) =>
    form.checks.every(({ holds }) => told(form, holds, sample, base) !== false),
  )
  // Samples of text are all alike: a check that tells two fields apart would leave none.
  return whole.length > 0 ? whole : filled
}

const fieldsOf = (form: FormData): readonly FieldData[] => form.pages.flatMap((page) => page.fields)

/** The same choices, and nothing else that may be left out. */
const least = (form: FormData, sample: JsonObject, nth: number): JsonObject =>
  Object.fromEntries(
    fieldsOf(form).map((field) => {
      const chosen = field.kind === 'choice' ? sample[field.id] : null
      return [
        field.id,
        field.required === true ? (sample[field.id] ?? sampleOf(field, nth)) : (chosen ?? null),
      ]
    }),
  )

function asAsked(form: FormData, sample: JsonObject, base: JsonObject): JsonObject {
  let values = sample
  for (const field of fieldsOf(form)) {
    const isAsked = field.when === undefined || told(form, field.when, values, base) !== false
    const { required } = field
    const isDue =
      required === true ||
      (typeof required === 'string' && told(form, required, values, base) === true)
    const value = values[field.id] ?? (isDue ? sampleOf(field, 0) : null)
    values = { ...values, [field.id]: isAsked ? value : null }
  }
  return values
}

/** Undefined where the interpreter would be needed: such a condition says nothing here. */
const told = (form: FormData, condition: string, values: JsonObject, base: JsonObject) =>
  compileSimple(condition)?.({ ...base, [form.as ?? 'form']: values })
