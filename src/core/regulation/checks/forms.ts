import type { Check } from '../draft.ts'
import type { FieldData, FormData } from '../model.ts'
import { type Finding, inForm, inRegulation } from '../problem.ts'

/** Names inside a form are each there once, and its checks and patterns are good. */
export const formsAreConsistent: Check = ({ forms }) =>
  Object.entries(forms).flatMap(([id, form]) => {
    const here = ['forms', id]
    const fields = form.pages.flatMap((page, p) =>
      page.fields.map((field, f) => ({ field, at: [...here, 'pages', p, 'fields', f] })),
    )
    const ids = fields.map(({ field }) => field.id)
    return [
      ...twice(form.pages.map((page) => page.id)).map((i) =>
        inForm([...here, 'pages', i], 'TWICE', `the page "${form.pages[i]?.id}" is there twice`),
      ),
      ...twice(ids).map((i) =>
        inForm(fields[i]?.at ?? here, 'TWICE', `the field "${ids[i]}" is there twice`),
      ),
      ...fields.flatMap(({ field, at }) => ofField(field, at)),
      ...ofChecks(form, here, ids),
    ]
  })

/** Indexes of what has been there before. */
const twice = (names: readonly string[]): readonly number[] =>
  names.flatMap((name, i) => (names.indexOf(name) === i ? [] : [i]))

const ofChecks = (form: FormData, here: readonly string[], ids: readonly string[]) => [
  ...twice(form.checks.map((check) => check.id)).map((i) =>
    inForm([...here, 'checks', i], 'TWICE', `the check "${form.checks[i]?.id}" is there twice`),
  ),
  ...form.checks.flatMap((check, i) =>
    ids.includes(check.field)
      ? []
      : [
          inForm(
            [...here, 'checks', i, 'field'],
            'UNKNOWN_FIELD',
            `the form has no field "${check.field}"`,
          ),
        ],
  ),
]

function ofField(field: FieldData, at: readonly (string | number)[]): readonly Finding[] {
  if (field.kind === 'choice') return ofChoice(field, at)
  if (field.kind !== 'text' || field.pattern === undefined) return []
  if (!isPattern(field.pattern))
    return [inForm([...at, 'pattern'], 'PATTERN', `"${field.pattern}" is no regular expression`)]
  return field.patternText === undefined
    ? [inForm([...at, 'pattern'], 'PATTERN', 'a pattern needs "patternText": what to write')]
    : []
}

function ofChoice(field: Extract<FieldData, { kind: 'choice' }>, at: readonly (string | number)[]) {
  const values = field.options.map((option) => option.value)
  const { initial } = field
  return [
    ...twice(values).map((i) =>
      inForm([...at, 'options', i], 'TWICE', `the option "${values[i]}" is there twice`),
    ),
    ...(initial === undefined || values.includes(initial)
      ? []
      : [inForm([...at, 'initial'], 'UNKNOWN_OPTION', `"${initial}" is none of the options`)]),
  ]
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}

/** The variants of a service are what its form lets the applicant choose in the field `variant`. */
export const variantsAreChosen: Check = ({ edition, forms }) => {
  if (edition.variants === undefined) return []
  const declared = Object.keys(edition.variants).toSorted().join(', ')
  const fields = Object.values(forms).flatMap((form) => form.pages.flatMap((page) => page.fields))
  const chosen = fields.find((field) => field.id === 'variant')
  const options = chosen?.kind === 'choice' ? chosen.options.map((option) => option.value) : []
  return options.toSorted().join(', ') === declared
    ? []
    : [
        inRegulation(
          ['variants'],
          'VARIANTS',
          `the field "variant" of the form must offer exactly: ${declared}`,
        ),
      ]
}
