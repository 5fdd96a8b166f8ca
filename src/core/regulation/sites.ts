import { type JsonObject, parseDate } from '#core/kernel'
import { documentsOf, groundsOf, questionsOf } from './action-parts.ts'
import { answerContexts, contextsAt } from './contexts.ts'
import type { Draft } from './draft.ts'
import { fieldsOf } from './form-fields.ts'
import type { FieldData } from './model.ts'
import type { Finding, Path } from './problem.ts'
import { formSamples, refusalSamples, type Samples } from './samples.ts'

/** A place where an expression stands, what it must give, and the data that it can meet. */
export interface Site {
  readonly in: Finding['in']
  readonly at: Path
  readonly expression: string
  readonly gives: 'condition' | 'value' | 'text' | 'scalar' | 'list' | 'bilingual' | 'words'
  readonly contexts: () => Samples
}

/** All expressions of an edition. */
export function sitesOf(draft: Draft): readonly Site[] {
  return [
    ...questionSites(draft),
    ...identitySites(draft),
    ...actorSites(draft),
    ...partSites(draft),
    ...exemptionSites(draft),
    ...documentSites(draft),
    ...formSites(draft),
  ]
}

function* questionSites(draft: Draft): Iterable<Site> {
  for (const [id, action] of Object.entries(draft.edition.actions))
    for (const { at, party, request } of questionsOf(action))
      for (const [name, expression] of Object.entries(request)) {
        const contexts = () => contextsAt(draft, id, party && [party])
        const place = ['actions', id, ...at, 'request', name]
        yield { in: 'regulation', at: place, expression, gives: 'value', contexts }
      }
}

/** The name and the condition of an identification are read off the register's answer. */
function* identitySites(draft: Draft): Iterable<Site> {
  for (const [id, action] of Object.entries(draft.edition.actions)) {
    if (action.does !== 'identify') continue
    for (const kind of ['person', 'entity'] as const) {
      const asked = action[kind]
      if (asked === undefined) continue
      const contexts = () => answerContexts(draft, action.as, asked.service, kind)
      const site = { in: 'regulation' as const, contexts }
      const at = ['actions', id, kind]
      yield { ...site, at: [...at, 'name'], expression: asked.name, gives: 'bilingual' }
      if (asked.holds !== undefined)
        yield { ...site, at: [...at, 'holds'], expression: asked.holds, gives: 'condition' }
      if (asked.signer !== undefined)
        yield { ...site, at: [...at, 'signer'], expression: asked.signer, gives: 'text' }
    }
  }
}

/** The expressions that an action has beside its questions, with what each must give. */
const PARTS = {
  bodies: 'list',
  holds: 'condition',
  subject: 'text',
  of: 'text',
  wished: 'text',
  replaces: 'text',
  remark: 'words',
  tells: 'words',
} as const satisfies Readonly<Record<string, Site['gives']>>

function* partSites(draft: Draft): Iterable<Site> {
  for (const [id, action] of Object.entries(draft.edition.actions)) {
    const { of, ...parts } = { of: undefined, ...action }
    // What "of" means is the verb's own: only an appointment has an expression there.
    const office = action.does === 'appoint' ? of : undefined
    const members: Readonly<Record<string, unknown>> = { ...parts, of: office }
    const contexts = () => contextsAt(draft, id)
    for (const [part, gives] of Object.entries(PARTS)) {
      const expression = members[part]
      if (typeof expression !== 'string') continue
      yield { in: 'regulation', at: ['actions', id, part], expression, gives, contexts }
    }
    if (action.does !== 'check' || action.change === undefined) continue
    for (const part of ['now', 'to'] as const) {
      const at = ['actions', id, 'change', part]
      const expression = action.change[part]
      yield { in: 'regulation', at, expression, gives: 'scalar', contexts }
    }
  }
}

/** Another applicant's number, and the unit whose officials act: read at each action of the actor. */
function* actorSites(draft: Draft): Iterable<Site> {
  for (const [id, actor] of Object.entries(draft.edition.actors)) {
    const contexts = () =>
      Object.entries(draft.edition.actions)
        .filter(([, action]) => action.by === id)
        .flatMap(([name]) => contextsAt(draft, name))
    const site = { in: 'regulation' as const, gives: 'text' as const, contexts }
    if (actor.kind === 'applicant' && actor.number !== undefined)
      yield { ...site, at: ['actors', id, 'number'], expression: actor.number }
    if ('of' in actor && actor.of !== undefined)
      yield { ...site, at: ['actors', id, 'of'], expression: actor.of }
  }
}

function* exemptionSites(draft: Draft): Iterable<Site> {
  const { fee, actions } = draft.edition
  if (!('duty' in fee)) return
  const paying = Object.keys(actions).filter((id) => actions[id]?.does === 'pay')
  const contexts = () => paying.flatMap((id) => contextsAt(draft, id))
  for (const [n, { when }] of fee.duty.exemptions.entries()) {
    const at = ['fee', 'duty', 'exemptions', n, 'when']
    yield { in: 'regulation', at, expression: when, gives: 'condition', contexts }
  }
}

function* documentSites(draft: Draft): Iterable<Site> {
  for (const [id, document] of Object.entries(draft.edition.documents)) {
    const makers = Object.entries(draft.edition.actions)
      .filter(([, action]) => documentsOf(action).includes(id))
      .map(([name]) => name)
    const contexts = () => makers.flatMap((maker) => noticeContexts(draft, maker))
    const site = { in: 'regulation' as const, contexts }
    for (const name of ['sealedIn', 'language'] as const) {
      const expression = document[name]
      if (expression !== undefined)
        yield { ...site, at: ['documents', id, name], expression, gives: 'text' }
    }
    for (const [name, expression] of Object.entries(document.fields))
      yield { ...site, at: ['documents', id, 'fields', name], expression, gives: 'value' }
    for (const [name, expression] of Object.entries(document.barcode))
      yield { ...site, at: ['documents', id, 'barcode', name], expression, gives: 'scalar' }
  }
}

/** The notification of a refusal tells of that refusal. */
function noticeContexts(draft: Draft, maker: string): Samples {
  const around = contextsAt(draft, maker)
  const action = draft.edition.actions[maker]
  if (action?.does !== 'refuse') return around
  const refusals = refusalSamples(groundsOf(action))
  return around.flatMap((context, n) => {
    const refusal = refusals[n % refusals.length]
    return refusal === undefined ? [] : [{ ...context, refusal }]
  })
}

function* formSites(draft: Draft): Iterable<Site> {
  for (const [id, form] of Object.entries(draft.forms)) {
    const contexts = () => formContexts(draft, id)
    for (const { at, field } of fieldsOf(id, form))
      for (const { part, ...said } of ofField(field))
        yield { in: 'form', at: [...at, part], ...said, contexts }
    for (const [n, { holds }] of form.checks.entries()) {
      const at = ['forms', id, 'checks', n, 'holds']
      yield { in: 'form', at, expression: holds, gives: 'condition', contexts }
    }
  }
}

/** The expressions of a form's field. */
function* ofField(
  field: FieldData,
): Iterable<Pick<Site, 'expression' | 'gives'> & { part: string }> {
  const { required, when, prefill } = field
  if (field.kind === 'date')
    for (const part of ['min', 'max'] as const) {
      const limit = field[part]
      if (limit !== undefined && parseDate(limit) === undefined)
        yield { part, expression: limit, gives: 'text' }
    }
  if (typeof required === 'string')
    yield { part: 'required', expression: required, gives: 'condition' }
  if (when !== undefined) yield { part: 'when', expression: when, gives: 'condition' }
  if (prefill !== undefined) yield { part: 'prefill', expression: prefill, gives: 'text' }
}

/** While a form is being filled its own fields are the form, whatever was filled before. */
function formContexts(draft: Draft, formId: string): Samples {
  const form = draft.forms[formId]
  if (form === undefined) return []
  const fills = Object.entries(draft.edition.actions).filter(
    ([, action]) => action.does === 'fill' && action.form === formId,
  )
  const around = fills.flatMap(([id]) => contextsAt(draft, id))
  const filled = formSamples(form)
  const name = form.as ?? 'form'
  return around.flatMap((context): JsonObject[] =>
    filled.map((one) => ({ ...context, [name]: one })),
  )
}
