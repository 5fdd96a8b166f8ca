import type { FunctionComponent } from 'preact'
import type { FieldData } from '#core/regulation'
import { bind, type FormState, Radios, Select, SummaryList, TextInput } from '#platform/views'
import type { Region } from '../deps.ts'
import type { View } from '../view.ts'

export interface FormFieldProps {
  readonly view: View
  readonly field: FieldData
  readonly form: FormState
  readonly regions: readonly Region[]
  /** The value was not typed but proposed: its source is told. */
  readonly proposed: boolean
}

/** Optional by the form itself; whether an expression demands it is known once it was typed. */
const optional = ({ required }: FieldData): boolean | undefined =>
  required === false ? true : undefined

function PartyNumber({ view, field, form }: FormFieldProps) {
  const source = field.source ? view.text(field.source) : view.t('fill.from-account')
  return (
    <>
      <SummaryList
        rows={[{ key: view.text(field.label), value: form.values[field.id]?.[0] ?? '' }]}
      />
      <p class="q-hint">{source}</p>
    </>
  )
}

const commonProps = ({ view, field, form, proposed }: FormFieldProps) => ({
  ...bind(form, field.id),
  label: view.text(field.label),
  hint: field.hint && view.text(field.hint),
  source: proposed && field.source ? view.text(field.source) : undefined,
  optional: optional(field),
})

function ChoiceInput(props: FormFieldProps) {
  const { view, field } = props
  if (field.kind !== 'choice') return null
  const choices = field.options.map(({ value, label }) => ({ value, text: view.text(label) }))
  return <Radios {...commonProps(props)} choices={choices} />
}

function RegionInput(props: FormFieldProps) {
  const choices = props.regions.map(({ code, name }) => ({
    value: code,
    text: props.view.text(name),
  }))
  return <Select {...commonProps(props)} choices={choices} />
}

const PlainInput = (props: FormFieldProps) => (
  <TextInput
    {...commonProps(props)}
    maxLength={props.field.kind === 'text' ? props.field.maxLength : undefined}
  />
)

const CadastralInput = (props: FormFieldProps) => (
  <TextInput {...commonProps(props)} width={30} maxLength={60} />
)

const INPUTS = {
  'number-of-party': PartyNumber,
  choice: ChoiceInput,
  region: RegionInput,
  text: PlainInput,
  'cadastral-number': CadastralInput,
  /** No service of this portal asks for a file yet. */
  file: () => null,
} as const satisfies Readonly<Record<FieldData['kind'], FunctionComponent<FormFieldProps>>>

/** One field of the regulation's form as an input. */
export function FormField(props: FormFieldProps) {
  const Input: FunctionComponent<FormFieldProps> = INPUTS[props.field.kind]
  return <Input {...props} />
}
