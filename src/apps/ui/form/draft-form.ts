import { contextOf, type CaseState } from '#core/engine'
import { draftOf } from '#capabilities/cases'
import { type CodedError, type Instant, type JsonObject, partyNumber } from '#core/kernel'
import { checkForm, type Edition, type FieldData, type FormData } from '#core/regulation'

import { datePartNames, typedDate } from './date-parts.ts'

/** A form that is being filled in: what stands in it, where that comes from, and what is wrong. */
export interface DraftForm {
  readonly id: string
  readonly form: FormData
  /** By field: typed, else proposed from a register, else the form's own first choice. */
  readonly values: Readonly<Record<string, string>>
  /** By field: what the typed text means, null where it means nothing. */
  readonly read: JsonObject
  /** Fields whose value nobody typed: it was proposed. */
  readonly proposed: ReadonlySet<string>
  readonly errors: readonly CodedError[]
  /** Fields that are asked for now. */
  readonly asked: ReadonlySet<string>
}

export type FormPage = FormData['pages'][number]

function proposal(edition: Edition, state: CaseState, field: FieldData, now: Instant): string {
  if (field.kind === 'number-of-party') return partyNumber(state.party)
  if (field.prefill !== undefined) {
    const value = edition.evaluate(field.prefill, contextOf(state, now))
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return field.kind === 'choice' ? (field.initial ?? '') : ''
}

function formOf(edition: Edition, state: CaseState): string {
  const action = edition.actions[state.current?.action ?? '']
  return action?.does === 'fill' ? action.form : ''
}

/** The form that the case waits for; undefined when it waits for something else. */
export function draftForm(edition: Edition, state: CaseState, now: Instant): DraftForm | undefined {
  const formId = formOf(edition, state)
  const form = edition.forms[formId]
  if (form === undefined) return undefined
  const draft = draftOf(state)
  const fields = form.pages.flatMap((page) => page.fields)
  const values = Object.fromEntries(
    fields.map((field) => [field.id, draft[field.id] ?? proposal(edition, state, field, now)]),
  )
  const proposed = fields.map(({ id }) => id).filter((id) => !(id in draft) && values[id] !== '')
  const context = contextOf(state, now)
  const checked = checkForm(edition, formId, values, context)
  const holds = (when: string): boolean =>
    edition.evaluate(when, { ...context, [form.as ?? 'form']: checked.values }) === true
  const asked = fields.filter(({ when }) => when === undefined || holds(when)).map(({ id }) => id)
  return {
    id: formId,
    form,
    values,
    read: checked.values,
    proposed: new Set(proposed),
    errors: checked.errors,
    asked: new Set(asked),
  }
}

/** Pages on which anything is asked. */
export const pagesOf = ({ form, asked }: DraftForm): FormPage[] =>
  form.pages.filter((page) => page.fields.some(({ id }) => asked.has(id)))

export const errorsOn = (draft: DraftForm, page: FormPage): readonly CodedError[] =>
  draft.errors.filter(({ field }) => page.fields.some(({ id }) => id === field))

/** Whether a page was sent and lacks nothing. */
export const isDone = (draft: DraftForm, page: FormPage): boolean =>
  errorsOn(draft, page).length === 0 &&
  page.fields.every(({ id, kind }) => kind === 'number-of-party' || !draft.proposed.has(id))

/** What was typed on a page: its own fields and nothing else. */
export function typedOn(
  page: FormPage,
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  const typed = page.fields.flatMap(({ id, kind }) => {
    if (kind === 'date') {
      const sent = id in fields || datePartNames(id).some((name) => name in fields)
      return sent ? [[id, fields[id] ?? typedDate(id, fields)] as const] : []
    }
    return kind !== 'number-of-party' && id in fields ? [[id, fields[id] ?? ''] as const] : []
  })
  return Object.fromEntries(typed.map(([id, value]) => [id, value.trim().slice(0, 2000)]))
}
