import { type Actor, type CaseState, type Command, contextOf } from '#core/engine'
import { type CodedError, ok, refuse, type Result } from '#core/kernel'
import { type CheckedForm, checkForm } from '#core/regulation'
import { type CurrentAction, currentAction } from './current-action.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { hourMistakes } from './hour-mistakes.ts'
import { isInForce } from './is-in-force.ts'
import { runCommand } from './run-command.ts'
import { draftOf, type FormInput, typedFields } from './typed-fields.ts'

export interface FillRequest {
  readonly caseId: string
  readonly actor: Actor
  /** What was typed, by field; fields of pages not sent keep what was typed before. */
  readonly fields: FormInput
}

/** The outcome of a form: the case, or every mistake at its field; nothing is changed then. */
export type Filled = Result<CaseState> & { readonly mistakes?: readonly CodedError[] }

/** Keeps what was typed, right or wrong: nothing typed is lost. Refusals: CASE_STALE, CASE_FORBIDDEN, CASE_NOT_OPEN. */
export const saveDraft = (
  deps: CasesDeps,
  { caseId, actor, fields }: FillRequest,
): Promise<Result<CaseState>> =>
  runCommand(deps, {
    caseId,
    actor,
    decide: (state) => {
      const current = currentAction(deps, state, actor, 'fill')
      if (!current.ok) return current
      const { edition, action, visit } = current.value
      const typed = { ...draftOf(state), ...typedFields(edition, fields) }
      return ok<Command>({ do: 'save', action, visit, fields: typed })
    },
  })

async function checked(
  deps: CasesDeps,
  state: CaseState,
  { edition, action }: CurrentAction,
  fields: FormInput,
): Promise<CheckedForm> {
  const data = edition.actions[action]
  if (data?.does !== 'fill') throw new TypeError(`${edition.ref}: ${action} fills no form`)
  const input = { ...draftOf(state), ...fields }
  const { values, errors } = checkForm(edition, data.form, input, contextOf(state, deps.clock()))
  const asked = edition.forms[data.form]?.pages.flatMap((page) => page.fields) ?? []
  return { values, errors: [...errors, ...(await hourMistakes(deps.appointments, asked, values))] }
}

/**
 * Format-logic control of the whole form, with the hours chosen in it; when it holds the case goes on to signing. Refusals: REQUEST_FORM_INCOMPLETE
 * with `mistakes`, REQUEST_EDITION_CHANGED, and those of the engine.
 */
export async function submitForm(
  deps: CasesDeps,
  { caseId, actor, fields }: FillRequest,
): Promise<Filled> {
  let mistakes: readonly CodedError[] = []
  const result = await runCommand(deps, {
    caseId,
    actor,
    decide: async (state) => {
      mistakes = []
      const current = currentAction(deps, state, actor, 'fill')
      if (!current.ok) return current
      const { edition, action, visit } = current.value
      if (!isInForce(deps, edition)) return refuse(requestErrors.EDITION_CHANGED())
      const { values, errors } = await checked(deps, state, current.value, fields)
      mistakes = errors
      if (errors.length > 0) return refuse(requestErrors.FORM_INCOMPLETE({ count: errors.length }))
      return ok<Command>({ do: 'complete', action, visit, outcome: 'done', store: values })
    },
  })
  return mistakes.length === 0 ? result : { ...result, mistakes }
}

/** Back from signing to the form. Refusals: CASE_STALE, CASE_FORBIDDEN, CASE_NOT_OPEN. */
export const reviseRequest = (
  deps: CasesDeps,
  caseId: string,
  actor: Actor,
): Promise<Result<CaseState>> =>
  runCommand(deps, {
    caseId,
    actor,
    decide: (state) => {
      const current = currentAction(deps, state, actor, 'sign')
      if (!current.ok) return current
      const { action, visit } = current.value
      return ok<Command>({ do: 'revise', action, visit })
    },
  })
