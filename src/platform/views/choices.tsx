import type { ComponentChildren } from 'preact'
import { described, type FieldProps, FieldsetGroup, FormGroup } from './field.tsx'
import { useViewTexts } from './lang.tsx'

export interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: ComponentChildren
}

export interface SelectProps extends FieldProps {
  readonly value?: string | undefined
  readonly choices?: readonly Choice[] | undefined
  /** Choices under headings of their own. */
  readonly groups?:
    | readonly { readonly label: string; readonly choices: readonly Choice[] }[]
    | undefined
  /** The first line, for "nothing chosen yet"; "Choose" when absent, none when false. */
  readonly empty?: string | false | undefined
}

const Options = (props: {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
}) => (
  <>
    {props.choices.map(({ value, text }) => (
      <option value={value} selected={value === props.value}>
        {text}
      </option>
    ))}
  </>
)

export function Select(props: SelectProps) {
  const t = useViewTexts()
  return (
    <FormGroup {...props}>
      <select
        class={`govuk-select${props.error === undefined ? '' : ' govuk-select--error'}`}
        id={props.name}
        name={props.name}
        {...described(props)}
      >
        {props.empty === false ? null : <option value="">{props.empty ?? t('view.choose')}</option>}
        <Options choices={props.choices ?? []} value={props.value} />
        {props.groups?.map(({ label, choices }) => (
          <optgroup label={label}>
            <Options choices={choices} value={props.value} />
          </optgroup>
        ))}
      </select>
    </FormGroup>
  )
}

/** The first option carries the field's own id, so that the error summary leads there. */
const optionId = (name: string, index: number): string =>
  index === 0 ? name : `${name}-${index + 1}`

function Option(props: {
  readonly kind: 'radios' | 'checkboxes'
  readonly name: string
  readonly index: number
  readonly choice: Choice
  readonly checked: boolean
}) {
  const { kind, choice } = props
  const id = optionId(props.name, props.index)
  const hint = choice.hint === undefined ? undefined : `${id}-item-hint`
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={props.name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        checked={props.checked}
        aria-describedby={hint}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {choice.text}
      </label>
      {hint === undefined ? null : (
        <div id={hint} class={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}

export interface RadiosProps extends FieldProps {
  readonly value?: string | undefined
  readonly choices: readonly Choice[]
  readonly inline?: boolean | undefined
}

export function Radios(props: RadiosProps) {
  return (
    <FieldsetGroup {...props}>
      <div class={`govuk-radios${props.inline === true ? ' govuk-radios--inline' : ''}`}>
        {props.choices.map((choice, index) => (
          <Option
            kind="radios"
            name={props.name}
            index={index}
            choice={choice}
            checked={choice.value === props.value}
          />
        ))}
      </div>
    </FieldsetGroup>
  )
}

export interface CheckboxesProps extends FieldProps {
  readonly values?: readonly string[] | undefined
  readonly choices: readonly Choice[]
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <FieldsetGroup {...props}>
      <div class="govuk-checkboxes">
        {props.choices.map((choice, index) => (
          <Option
            kind="checkboxes"
            name={props.name}
            index={index}
            choice={choice}
            checked={props.values?.includes(choice.value) === true}
          />
        ))}
      </div>
    </FieldsetGroup>
  )
}
