import type { FieldError } from './form-state.ts'
import { useViewTexts } from './lang.tsx'

/** At the top of a page whose form was refused; takes the focus, leads to the fields. Nothing when there is no error. */
export function ErrorSummary(props: { readonly errors: readonly FieldError[] }) {
  const t = useViewTexts()
  if (props.errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('view.error-title')}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map(({ field, text }) => (
              <li>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
