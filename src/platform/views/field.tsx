import type { ComponentChildren } from 'preact'
import { useViewTexts } from './lang.tsx'

/** What every field of a form has. `id` is the name, so that `#name` leads to it from the error summary. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Where a prefilled value comes from and what to do when it is wrong. */
  readonly source?: ComponentChildren
  readonly optional?: boolean | undefined
  /** The label is the heading of the page: one question a page. */
  readonly heading?: boolean | undefined
}

export const hintId = (name: string): string => `${name}-hint`
export const errorId = (name: string): string => `${name}-error`
const sourceId = (name: string): string => `${name}-source`

/** Attributes that tie an input to its hint, its source and its error. */
export function described(props: FieldProps) {
  const ids = [
    props.hint === undefined ? undefined : hintId(props.name),
    props.source === undefined ? undefined : sourceId(props.name),
    props.error === undefined ? undefined : errorId(props.name),
  ].filter((id) => id !== undefined)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  }
}

/** Hint, source and error, in the order in which they are read. */
export function FieldNotes(props: FieldProps) {
  const t = useViewTexts()
  return (
    <>
      {props.hint === undefined ? null : (
        <div id={hintId(props.name)} class="govuk-hint">
          {props.hint}
        </div>
      )}
      {props.source === undefined ? null : (
        <div id={sourceId(props.name)} class="q-source">
          {props.source}
        </div>
      )}
      {props.error === undefined ? null : (
        <p id={errorId(props.name)} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t('view.error-prefix')} </span>
          {props.error}
        </p>
      )}
    </>
  )
}

function Label(props: FieldProps) {
  const t = useViewTexts()
  const label = (
    <label
      class={`govuk-label ${props.heading === true ? 'govuk-label--l' : 'govuk-label--s'}`}
      for={props.name}
    >
      {props.label}
      {props.optional === true ? <span class="q-optional"> {t('view.optional')}</span> : null}
    </label>
  )
  return props.heading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

/** The group of a single input: label, notes, input. */
export function FormGroup(
  props: FieldProps & { readonly class?: string | undefined; readonly children: ComponentChildren },
) {
  const error = props.error === undefined ? '' : ' govuk-form-group--error'
  return (
    <div class={`govuk-form-group${error} ${props.class ?? ''}`}>
      <Label {...props} />
      <FieldNotes {...props} />
      {props.children}
    </div>
  )
}

/** The group of several inputs that answer one question. */
export function FieldsetGroup(
  props: FieldProps & { readonly role?: 'group'; readonly children: ComponentChildren },
) {
  const t = useViewTexts()
  const error = props.error === undefined ? '' : ' govuk-form-group--error'
  const legend = (
    <>
      {props.label}
      {props.optional === true ? <span class="q-optional"> {t('view.optional')}</span> : null}
    </>
  )
  return (
    <div class={`govuk-form-group${error}`}>
      <fieldset
        class="govuk-fieldset"
        role={props.role}
        aria-describedby={described(props)['aria-describedby']}
      >
        <legend
          class={`govuk-fieldset__legend govuk-fieldset__legend--${props.heading === true ? 'l' : 's'}`}
        >
          {props.heading === true ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <FieldNotes {...props} />
        {props.children}
      </fieldset>
    </div>
  )
}
