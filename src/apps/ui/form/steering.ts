import type { FieldData, FormData } from '#core/regulation'
import { type DraftForm, type FormPage, pagesOf } from './draft-form.ts'

/** Whether an expression reads the answer of a field. */
const reads = (expression: unknown, { as = 'form' }: FormData, id: string): boolean =>
  typeof expression === 'string' && new RegExp(`\\b${as}\\.${id}\\b`).test(expression)

const hangsOn = (form: FormData, field: FieldData, id: string): boolean =>
  reads(field.when, form, id) || (field.kind === 'appointment' && field.office === id)

/** Fields of a page whose answer changes what else is asked on it, or what may be chosen there. */
export const steeringOn = ({ form }: DraftForm, page: FormPage): ReadonlySet<string> =>
  new Set(
    page.fields
      .map(({ id }) => id)
      .filter((id) => page.fields.some((field) => hangsOn(form, field, id))),
  )

/** How many pages are asked; undefined while answers that are still to be given decide whether a later page is. */
export function pageCount(draft: DraftForm, page: FormPage): number | undefined {
  const { form } = draft
  const at = form.pages.findIndex(({ id }) => id === page.id)
  const ahead = form.pages.slice(at)
  const open = ahead.slice(1).some((later) => {
    const undecided = ahead.filter((one) => one !== later).flatMap(({ fields }) => fields)
    return later.fields.every((field) => undecided.some(({ id }) => reads(field.when, form, id)))
  })
  return open ? undefined : pagesOf(draft).length
}
