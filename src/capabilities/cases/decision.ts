import { type CaseState, caseErrors, type Command, contextOf, mayCarryOut } from '#core/engine'
import { type CodedError, type Json, type JsonObject, ok, refuse, type Result } from '#core/kernel'
import { type ActionData, checkForm, type Edition } from '#core/regulation'
import { tickedItems } from './checklist.ts'
import type { Decision } from './decision-model.ts'
import { faultsOfDecision } from './decision-rules.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import type { Official } from './official-policies.ts'
import { headOf, inWords, linesOf, type NameOf, plain, signedBytes } from './request-document.ts'
import { type FormInput, storable } from './typed-fields.ts'

/** A decision that holds by its form: the command to give, and the exact bytes that are signed where it must be signed. */
export interface Prepared {
  readonly command: Command
  readonly mustBeSigned: boolean
  readonly bytes: Buffer
  readonly sha256: string
}

/** Every mistake at its field, where there are some. */
export type Preparing = Result<Prepared> & { readonly mistakes?: readonly CodedError[] }

interface Deciding {
  readonly edition: Edition
  readonly state: CaseState
  readonly official: Official
  readonly decision: Decision
}

type Brought = Result<JsonObject | undefined> & { readonly mistakes?: readonly CodedError[] }

/** What was typed without the blanks around it; within a line, one blank is as good as several. Fields of a `fill` are its form's to read. */
function tidied({ remark, fields, ...decision }: Decision, action: ActionData): Decision {
  const lines = Object.entries(fields ?? {}).map(([id, typed]) => [
    id,
    action.does === 'fill' ? typed : typed.trim().replaceAll(/\s+/gu, ' '),
  ])
  return {
    ...decision,
    ...(fields === undefined ? {} : { fields: Object.fromEntries(lines) }),
    ...(remark === undefined ? {} : { remark: remark.trim() }),
  }
}

const kept = (fields: FormInput): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([id, typed]) => [id, storable(typed)]))

/** What is kept of the decision beside its outcome. */
function broughtBy(
  deps: CasesDeps,
  { edition, state, decision }: Deciding,
  action: ActionData,
): Brought {
  const { fields = {}, remark } = decision
  if (action.does === 'refuse') return ok(undefined)
  if (action.does === 'fill') {
    const { values, errors } = checkForm(
      edition,
      action.form,
      fields,
      contextOf(state, deps.clock()),
    )
    if (errors.length === 0) return ok(values)
    return { ...refuse(requestErrors.FORM_INCOMPLETE({ count: errors.length })), mistakes: errors }
  }
  const said = remark === undefined || remark === '' ? {} : { remark: storable(remark) }
  const store = { ...kept(fields), ...said }
  return ok(Object.keys(store).length === 0 ? undefined : store)
}

function commandOf(
  { official, decision }: Deciding,
  action: ActionData,
  store: JsonObject | undefined,
): Command {
  const { action: id, visit, outcome, ground } = decision
  const remark = decision.remark === undefined ? {} : { remark: storable(decision.remark) }
  if (action.does === 'agree')
    return {
      do: 'conclude',
      action: id,
      visit,
      part: official.unit,
      positive: outcome === 'positive',
      ...remark,
    }
  return {
    do: 'complete',
    action: id,
    visit,
    outcome,
    ...(store === undefined ? {} : { store }),
    ...(ground === undefined ? {} : { ground }),
    ...(action.does === 'refuse' ? remark : {}),
  }
}

/** What was ticked is signed in words; the rest as it was typed. */
const inChecklist = (action: ActionData, id: string, value: Json): Json =>
  id === 'checked' && typeof value === 'string'
    ? tickedItems(action, value).map(({ no, text }) => ({ no, ...plain(text) }))
    : value

function fieldsInWords(
  { edition }: Deciding,
  action: ActionData,
  { store, nameOf }: { store: JsonObject; nameOf: NameOf },
): JsonObject[] {
  if (action.does === 'check')
    return Object.entries(store).map(([id, value]) => ({
      id,
      value: inChecklist(action, id, value),
    }))
  if (action.does !== 'fill') return Object.entries(store).map(([id, value]) => ({ id, value }))
  const fields = edition.forms[action.form]?.pages.flatMap((page) => page.fields) ?? []
  return linesOf(inWords(fields, store, nameOf))
}

/** What the official signs: canonical JSON (RFC 8785), made from the case and the decision alone. */
function contentOf(
  deciding: Deciding,
  action: ActionData,
  lines: readonly JsonObject[],
): JsonObject {
  const { edition, state, official, decision } = deciding
  const { ground: id, remark = '', outcome, visit } = decision
  const ground = edition.grounds[id ?? '']
  return {
    format: 'qyzmet-decision-1',
    ...headOf(edition, state),
    action: { id: decision.action, visit, name: plain(action.name) },
    outcome: action.does === 'refuse' ? 'refused' : outcome,
    ground: id === undefined || ground === undefined ? null : { id, ...plain(ground.text) },
    remark: storable(remark),
    fields: lines,
    official: { iin: official.id, unit: official.unit },
  }
}

/**
 * A decision for the case as it stands. Refusals: CASE_NOT_OPEN, CASE_STALE (another action waits by now), CASE_FORBIDDEN,
 * REQUEST_FORM_INCOMPLETE and DECISION_*, with all `mistakes`.
 */
export function prepareDecision(
  deps: CasesDeps & { readonly nameOf: NameOf },
  asked: Deciding,
): Preparing {
  const { edition, state, official } = asked
  const { status, current } = state
  if (status !== 'open') return refuse(caseErrors.NOT_OPEN({ status }))
  const { action: id, visit } = asked.decision
  const action = edition.actions[id]
  if (action === undefined || current?.action !== id || current.visit !== visit)
    return refuse(caseErrors.STALE())
  if (!mayCarryOut(edition, state, id, official)) return refuse(caseErrors.FORBIDDEN())
  const decision = tidied(asked.decision, action)
  const deciding = { ...asked, decision }
  const mistakes = faultsOfDecision(action, decision, { state, now: deps.clock() })
  if (mistakes[0] !== undefined) return { ...refuse(mistakes[0]), mistakes }
  const brought = broughtBy(deps, deciding, action)
  if (!brought.ok) return brought
  const store = brought.value ?? {}
  const lines = fieldsInWords(deciding, action, { store, nameOf: deps.nameOf })
  return ok({
    command: commandOf(deciding, action, brought.value),
    mustBeSigned: 'signed' in action,
    ...signedBytes(contentOf(deciding, action, lines)),
  })
}
