import type { Appointments } from '#capabilities/appointments'
import type { CodedError, JsonObject } from '#core/kernel'
import { type FieldData, formErrors } from '#core/regulation'

export type HourAnswers = Pick<Appointments, 'hour'>

/**
 * What is wrong with the hours chosen in a form, beyond their spelling: FORM_APPOINTMENT where the office offers no such
 * hour, FORM_HOUR_TAKEN where others have it by now. `values`: as read, so null for what is not asked.
 */
export async function hourMistakes(
  { hour }: HourAnswers,
  fields: readonly FieldData[],
  values: JsonObject,
): Promise<readonly CodedError[]> {
  const mistakes: CodedError[] = []
  for (const field of fields) {
    if (field.kind !== 'appointment') continue
    const [local, office] = [values[field.id], values[field.office]]
    if (typeof local !== 'string' || typeof office !== 'string') continue
    const stands = await hour(field.calendar, office, local)
    if (stands === 'none') mistakes.push(formErrors.APPOINTMENT({}, field.id))
    if (stands === 'taken') mistakes.push(formErrors.HOUR_TAKEN({}, field.id))
  }
  return mistakes
}
