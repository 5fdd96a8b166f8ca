import { type HourAnswers, hourMistakes } from '#capabilities/cases'
import type { CaseState } from '#core/engine'
import type { Instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { type DraftForm, draftForm } from './draft-form.ts'

/** The form that the case waits for, its hours compared with the calendars of their offices. */
export async function draftOn(
  { appointments }: { readonly appointments: HourAnswers },
  edition: Edition,
  state: CaseState,
  now: Instant,
): Promise<DraftForm | undefined> {
  const draft = draftForm(edition, state, now)
  if (draft === undefined) return undefined
  const fields = draft.form.pages.flatMap((page) => page.fields)
  const mistakes = await hourMistakes(appointments, fields, draft.read)
  return { ...draft, errors: [...draft.errors, ...mistakes] }
}
