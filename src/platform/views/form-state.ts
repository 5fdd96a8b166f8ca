import type { CodedError, Lang } from '#core/kernel'
import { renderError } from '#platform/i18n'

/** What was typed and what was wrong with it, by field name: a page shows both again. */
export interface FormState {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly errors: readonly FieldError[]
}
export interface FieldError {
  /** The field it belongs to; none when the error is about the form as a whole. */
  readonly field?: string
  readonly text: string
}

const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return typeof value === 'string' ? [value] : []
}

/** The state of a form from a parsed body (or from defaults) and the refusals that it met. */
export function formState(
  body: unknown,
  errors: readonly CodedError[] = [],
  lang: Lang = 'kk',
): FormState {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return {
    values: Object.fromEntries(entries.map(([name, value]) => [name, textsOf(value)])),
    errors: errors.map((error) => ({
      text: renderError(error, lang),
      ...(error.field === undefined ? {} : { field: error.field }),
    })),
  }
}

/** The props of a field of one value: `<TextInput {...bind(form, 'iin')} label=… />`. */
export const bind = (form: FormState, name: string) => ({
  name,
  value: form.values[name]?.[0],
  error: errorOf(form, name),
})

export const errorOf = (form: FormState, name: string): string | undefined =>
  form.errors.find(({ field }) => field === name)?.text
