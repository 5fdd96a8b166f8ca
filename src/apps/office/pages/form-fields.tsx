import { AskedFields, type DraftForm, type FormChoices, pagesOf } from '#apps/ui'
import type { FormState } from '#platform/views'
import type { View } from '../view.ts'

/** A form of the regulation, all its pages on one. */
export interface Filling {
  readonly draft: DraftForm
  readonly choices: FormChoices
}

export function FormFields(props: {
  readonly view: View
  readonly form: FormState
  readonly filling: Filling | undefined
}) {
  const { view, form, filling } = props
  if (filling === undefined) return null
  const { draft, choices } = filling
  return (
    <>
      {pagesOf(draft).map((page) => (
        <>
          <h3 class="govuk-heading-s">{view.text(page.title)}</h3>
          {page.hint === undefined ? null : <p class="q-hint">{view.text(page.hint)}</p>}
          <AskedFields view={view} draft={draft} page={page} form={form} choices={choices} />
        </>
      ))}
    </>
  )
}
