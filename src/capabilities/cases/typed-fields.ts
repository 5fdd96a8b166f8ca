import type { CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'

/** What was typed, by field of the form. */
export type FormInput = Readonly<Record<string, string>>

/** What has been typed so far. */
export const draftOf = (state: CaseState): FormInput => (state.data['draft'] ?? {}) as FormInput

/** Text that the database can keep: it takes neither U+0000 nor halves of a character. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')

/** What was typed into fields that the edition's forms have, right or wrong; anything else that was sent is left out. */
export function typedFields(edition: Edition, fields: FormInput): FormInput {
  const known = Object.values(edition.forms).flatMap((form) =>
    form.pages.flatMap((page) => page.fields.map(({ id }) => id)),
  )
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([id]) => known.includes(id))
      .map(([id, typed]) => [id, storable(typed)]),
  )
}
