import type { FreeSlot } from '#capabilities/appointments'
import type { HourAnswers } from '#capabilities/cases'
import type { PlainDate, Text } from '#core/kernel'
import type { DraftForm, FormPage } from './draft-form.ts'

/** A region of the country by its KATO code. */
export interface Region {
  readonly code: string
  readonly name: Text
}

/** An office that can be chosen in a form. */
export interface OfficeChoice {
  readonly code: string
  readonly name: Text
}

/** What a form's fields are chosen from beyond the form itself. */
export interface FormChoices {
  readonly regions: readonly Region[]
  readonly units: (kind: string) => readonly OfficeChoice[]
  /** Free hours of the fields that ask for an appointment. */
  readonly slots: Readonly<Record<string, readonly FreeSlot[]>>
}

export interface ChoiceDeps {
  readonly regions: readonly Region[]
  readonly units: { readonly ofKind: (kind: string) => readonly OfficeChoice[] }
  readonly appointments: HourAnswers & {
    free(
      calendar: string,
      office: string,
      from: PlainDate | undefined,
      limit: number,
    ): Promise<FreeSlot[]>
  }
}

/** Some two weeks of an office: further days come as the near ones fill. */
const MOST_SLOTS = 120

/** What the fields of one page are chosen from, free hours as of now. */
export async function choicesFor(
  { regions, units, appointments }: ChoiceDeps,
  draft: DraftForm,
  page: FormPage,
): Promise<FormChoices> {
  const slots: Record<string, readonly FreeSlot[]> = {}
  for (const field of page.fields) {
    if (field.kind !== 'appointment' || !draft.asked.has(field.id)) continue
    const office = draft.values[field.office] ?? ''
    slots[field.id] =
      office === '' ? [] : await appointments.free(field.calendar, office, undefined, MOST_SLOTS)
  }
  return { regions, units: (kind) => units.ofKind(kind), slots }
}
