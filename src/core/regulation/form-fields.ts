import type { FieldData, FormData } from './model.ts'
import type { Path } from './problem.ts'

/** The fields of a form with their places in form.yaml. */
export const fieldsOf = (id: string, form: FormData): { at: Path; field: FieldData }[] =>
  form.pages.flatMap((page, p) =>
    page.fields.map((field, f) => ({ field, at: ['forms', id, 'pages', p, 'fields', f] })),
  )
