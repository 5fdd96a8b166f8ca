import type { FunctionComponent } from 'preact'
import type { PlainDate, Text } from '#core/kernel'
import type { FieldData } from '#core/regulation'
import {
  bind,
  DateInput,
  type FormState,
  InsetText,
  Radios,
  Select,
  SummaryList,
  TextInput,
} from '#platform/views'
import type { Formats, Translator } from '#platform/i18n'
import type { fieldTexts } from '../texts/field-texts.ts'
import { partsOfTyped } from './date-parts.ts'
import type { FormChoices } from './form-choices.ts'

/** What a field needs of the page that it stands on. */
export interface FieldView {
  readonly t: Translator<keyof typeof fieldTexts>
  readonly f: Formats
  readonly text: (text: Text) => string
  /** Where the number of the applicant and what is proposed come from, where that is not the reader: in the place of the form's own words. */
  readonly sources?: { readonly number: string; readonly proposed: string }
}

export interface FormFieldProps {
  readonly view: FieldView
  readonly field: FieldData
  readonly form: FormState
  readonly choices: FormChoices
  /** The value was not typed but proposed: its source is told. */
  readonly proposed: boolean
}

/** Optional by the form itself; whether an expression demands it is known once it was typed. */
const optional = ({ required }: FieldData): boolean | undefined =>
  required === false ? true : undefined

function PartyNumber({ view, field, form }: FormFieldProps) {
  const own = field.source ? view.text(field.source) : view.t('fill.from-account')
  const source = view.sources?.number ?? own
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
  source:
    proposed && field.source ? (view.sources?.proposed ?? view.text(field.source)) : undefined,
  optional: optional(field),
})

function ChoiceInput(props: FormFieldProps) {
  const { view, field } = props
  if (field.kind !== 'choice') return null
  const choices = field.options.map(({ value, label }) => ({ value, text: view.text(label) }))
  return <Radios {...commonProps(props)} choices={choices} />
}

function RegionInput(props: FormFieldProps) {
  const choices = props.choices.regions.map(({ code, name }) => ({
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

/** The twelve digits of somebody else: the browser must not put the reader's own in. */
const NumberOfParty = (props: FormFieldProps) => (
  <TextInput
    {...commonProps(props)}
    inputMode="numeric"
    autocomplete="off"
    width={20}
    maxLength={20}
  />
)

const WholeNumber = (props: FormFieldProps) => (
  <TextInput
    {...commonProps(props)}
    inputMode="numeric"
    autocomplete="off"
    width={10}
    maxLength={16}
  />
)

const DecimalNumber = (props: FormFieldProps) => (
  <TextInput
    {...commonProps(props)}
    inputMode="decimal"
    autocomplete="off"
    width={10}
    maxLength={16}
  />
)

const DayInput = (props: FormFieldProps) => (
  <DateInput {...commonProps(props)} value={partsOfTyped(props.form.values[props.field.id]?.[0])} />
)

function UnitInput(props: FormFieldProps) {
  const { field, view, choices } = props
  if (field.kind !== 'unit') return null
  const offices = choices.units(field.of).filter(({ code }) => field.codes?.includes(code) ?? true)
  return (
    <Select
      {...commonProps(props)}
      choices={offices.map(({ code, name }) => ({ value: code, text: view.text(name) }))}
    />
  )
}

/** Free hours by day; without a chosen office, or without a free hour, that is said instead. */
function AppointmentInput(props: FormFieldProps) {
  const { view, field, choices } = props
  const { t, f } = view
  const slots = choices.slots[field.id] ?? []
  if (slots.length === 0)
    return (
      <InsetText>
        <p id={field.id}>{`${view.text(field.label)}: ${t('fill.no-slots')}`}</p>
      </InsetText>
    )
  const days = [...new Set(slots.map(({ local }) => local.slice(0, 10) as PlainDate))]
  return (
    <Select
      {...commonProps(props)}
      groups={days.map((day) => ({
        label: `${f.date(day)}, ${f.weekday(day)}`,
        // Once chosen an hour stands alone, so each names its whole day.
        choices: slots
          .filter(({ local }) => local.startsWith(day))
          .map(({ local }) => ({
            value: local,
            text: `${f.date(day)}, ${f.weekday(day)}, ${local.slice(11)}`,
          })),
      }))}
    />
  )
}

const INPUTS = {
  'number-of-party': PartyNumber,
  choice: ChoiceInput,
  region: RegionInput,
  text: PlainInput,
  'cadastral-number': CadastralInput,
  iin: NumberOfParty,
  bin: NumberOfParty,
  date: DayInput,
  number: WholeNumber,
  decimal: DecimalNumber,
  unit: UnitInput,
  appointment: AppointmentInput,
  /** No service of this portal asks for a file yet. */
  file: () => null,
} as const satisfies Readonly<Record<FieldData['kind'], FunctionComponent<FormFieldProps>>>

/** One field of the regulation's form as an input. */
export function FormField(props: FormFieldProps) {
  const Input: FunctionComponent<FormFieldProps> = INPUTS[props.field.kind]
  return <Input {...props} />
}
