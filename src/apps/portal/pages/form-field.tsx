import type { VNode } from 'preact'
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

/** One field of the regulation's form as an input. Files are not asked for by any service of this portal yet. */
export function FormField(props: FormFieldProps): VNode | null {
  const { view, field, regions } = props
  const common = commonProps(props)
  switch (field.kind) {
    case 'number-of-party':
      return <PartyNumber {...props} />
    case 'choice':
      return (
        <Radios
          {...common}
          choices={field.options.map(({ value, label }) => ({ value, text: view.text(label) }))}
        />
      )
    case 'region':
      return (
        <Select
          {...common}
          choices={regions.map(({ code, name }) => ({ value: code, text: view.text(name) }))}
        />
      )
    case 'text':
      return <TextInput {...common} maxLength={field.maxLength} />
    case 'cadastral-number':
      return <TextInput {...common} width={30} maxLength={60} />
    default:
      return null
  }
}
