import { type PlainDate, parseDate } from '#core/kernel'
import { type FieldProps, FieldsetGroup } from './field.tsx'
import type { FormState } from './form-state.ts'
import { useViewTexts } from './lang.tsx'

export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface DateInputProps extends FieldProps {
  readonly value?: DateParts | undefined
  /** A date of birth may be filled in by the browser. */
  readonly birthday?: boolean | undefined
}

const PARTS = ['day', 'month', 'year'] as const

/** Three fields `name-day`, `name-month`, `name-year`; the first carries the id of the whole. */
export function DateInput(props: DateInputProps) {
  const t = useViewTexts()
  return (
    <FieldsetGroup {...props} role="group">
      <div class="govuk-date-input">
        {PARTS.map((part) => (
          <div class="govuk-date-input__item">
            <div class="govuk-form-group">
              <label
                class="govuk-label govuk-date-input__label"
                for={part === 'day' ? props.name : `${props.name}-${part}`}
              >
                {t(`view.${part}`)}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${props.error === undefined ? '' : ' govuk-input--error'}`}
                id={part === 'day' ? props.name : `${props.name}-${part}`}
                name={`${props.name}-${part}`}
                type="text"
                inputMode="numeric"
                maxLength={part === 'year' ? 4 : 2}
                value={props.value?.[part]}
                autocomplete={props.birthday === true ? `bday-${part}` : undefined}
                aria-invalid={props.error === undefined ? undefined : 'true'}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldsetGroup>
  )
}

/** What was typed into a date input, as typed. */
export function dateParts(form: FormState, name: string): DateParts {
  const part = (of: string): string => form.values[`${name}-${of}`]?.[0]?.trim() ?? ''
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** The day that the parts name; undefined when there is none. */
export const dateOfParts = ({ day, month, year }: DateParts): PlainDate | undefined =>
  parseDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

export const partsOfDate = (date: PlainDate): DateParts => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
