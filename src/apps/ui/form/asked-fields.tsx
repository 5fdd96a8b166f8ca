import type { ComponentChildren } from 'preact'
import type { FieldData } from '#core/regulation'
import type { FormState } from '#platform/views'
import type { DraftForm, FormPage } from './draft-form.ts'
import type { FormChoices } from './form-choices.ts'
import { type FieldView, FormField } from './form-field.tsx'

/** The fields of a page that are asked by what was answered so far; `around` puts something around each. */
export function AskedFields(props: {
  readonly view: FieldView
  readonly draft: DraftForm
  readonly page: FormPage
  readonly form: FormState
  readonly choices: FormChoices
  readonly around?: (field: FieldData, input: ComponentChildren) => ComponentChildren
}) {
  const { view, draft, page, form, choices, around = (_, input) => input } = props
  return (
    <>
      {page.fields
        .filter(({ id }) => draft.asked.has(id))
        .map((field) =>
          around(
            field,
            <FormField
              view={view}
              field={field}
              form={form}
              choices={choices}
              proposed={draft.proposed.has(field.id)}
            />,
          ),
        )}
    </>
  )
}
