import { described, type FieldProps, FormGroup } from './field.tsx'
import { useViewTexts } from './lang.tsx'

/** Widths in characters follow the answer that is expected. */
export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | undefined
  readonly autocomplete?: string | undefined
  readonly width?: InputWidth | undefined
  readonly maxLength?: number | undefined
  readonly readOnly?: boolean | undefined
  readonly lang?: string | undefined
}

const inputClass = (error: string | undefined, width?: InputWidth): string =>
  `govuk-input${error === undefined ? '' : ' govuk-input--error'}${width === undefined ? '' : ` govuk-input--width-${width}`}`

export function TextInput(props: TextInputProps) {
  return (
    <FormGroup {...props}>
      <input
        class={inputClass(props.error, props.width)}
        id={props.name}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        lang={props.lang}
        spellcheck={props.inputMode === 'numeric' ? false : undefined}
        {...described(props)}
      />
    </FormGroup>
  )
}

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
}

export function Textarea(props: TextareaProps) {
  return (
    <FormGroup {...props}>
      <textarea
        class={`govuk-textarea${props.error === undefined ? '' : ' govuk-textarea--error'}`}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        {...described(props)}
      >
        {props.value}
      </textarea>
    </FormGroup>
  )
}

export interface PasswordInputProps extends FieldProps {
  readonly autocomplete: 'current-password' | 'new-password'
}

/** What the browser's show-and-hide button says; the names of the attributes are govuk-frontend's. */
const passwordTexts = (t: ReturnType<typeof useViewTexts>) => ({
  'data-i18n.show-password': t('view.show'),
  'data-i18n.hide-password': t('view.hide'),
  'data-i18n.show-password-aria-label': t('view.show-password'),
  'data-i18n.hide-password-aria-label': t('view.hide-password'),
  'data-i18n.password-shown-announcement': t('view.password-shown'),
  'data-i18n.password-hidden-announcement': t('view.password-hidden'),
})

/** A password is never shown again after an error. The browser adds the button that shows what is typed. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useViewTexts()
  return (
    <div data-module="govuk-password-input" {...passwordTexts(t)}>
      <FormGroup {...props} class="govuk-password-input">
        <div class="govuk-input__wrapper govuk-password-input__wrapper">
          <input
            class={`${inputClass(props.error)} govuk-password-input__input govuk-js-password-input-input`}
            id={props.name}
            name={props.name}
            type="password"
            spellcheck={false}
            autocapitalize="none"
            autocomplete={props.autocomplete}
            {...described(props)}
          />
          <button
            type="button"
            class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
            aria-controls={props.name}
            aria-label={t('view.show-password')}
            hidden
          >
            {t('view.show')}
          </button>
        </div>
      </FormGroup>
    </div>
  )
}
