import { type Actor, type CaseState, caseErrors, type Command, contextOf } from '#core/engine'
import { type CodedError, dayOf, ok, refuse, type Result } from '#core/kernel'
import { checkForm, type Edition } from '#core/regulation'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { runCommand } from './run-command.ts'

export type FormInput = Readonly<Record<string, string>>

export interface FillRequest {
  readonly caseId: string
  readonly actor: Actor
  /** What was typed, by field; fields of pages not sent keep what was typed before. */
  readonly fields: FormInput
}

/** The outcome of a form: the case, or every mistake at its field with what was typed kept as a draft. */
export type Filled = Result<CaseState> & { readonly mistakes?: readonly CodedError[] }

/** What has been typed so far. */
export const draftOf = (state: CaseState): FormInput => (state.data['draft'] ?? {}) as FormInput

const formOf = (edition: Edition, state: CaseState): string | undefined => {
  const action = edition.actions[state.current?.action ?? '']
  return action?.does === 'fill' ? action.form : undefined
}

const currentOf = (state: CaseState) => state.current ?? { action: '', visit: 0 }

/** Keeps what was typed, right or wrong: nothing typed is lost. Refusals: CASE_STALE, CASE_FORBIDDEN, CASE_NOT_OPEN. */
export const saveDraft = (
  deps: CasesDeps,
  { caseId, actor, fields }: FillRequest,
): Promise<Result<CaseState>> =>
  runCommand(deps, {
    caseId,
    actor,
    decide: (state) => {
      const { action, visit } = currentOf(state)
      return ok<Command>({ do: 'save', action, visit, fields: { ...draftOf(state), ...fields } })
    },
  })

/**
 * Format-logic control of the whole form; when it holds the case goes on to signing. Refusals: REQUEST_FORM_INCOMPLETE
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
    decide: (state) => {
      const edition = deps.regulations.edition(state.edition)
      const form = edition && formOf(edition, state)
      if (edition === undefined || form === undefined) return refuse(caseErrors.STALE())
      if (!isInForce(deps, edition)) return refuse(requestErrors.EDITION_CHANGED())
      const input = { ...draftOf(state), ...fields }
      const checked = checkForm(edition, form, input, contextOf(state, deps.clock()))
      mistakes = checked.errors
      if (checked.errors.length > 0)
        return refuse(requestErrors.FORM_INCOMPLETE({ count: checked.errors.length }))
      const { action, visit } = currentOf(state)
      return ok<Command>({ do: 'complete', action, visit, outcome: 'done', store: checked.values })
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
      const { action, visit } = currentOf(state)
      return ok<Command>({ do: 'revise', action, visit })
    },
  })

/** Whether the case's edition is the one in force today: what is not yet filed must be filed under the law of its day. */
export const isInForce = (deps: CasesDeps, edition: Edition): boolean =>
  deps.regulations.inForce(edition.service, dayOf(deps.clock()))?.ref === edition.ref
