import type { JsonObject } from '#core/kernel'
import { documentsOf, questionsOf } from './action-parts.ts'
import { answerContexts, contextsAt } from './contexts.ts'
import type { Draft } from './draft.ts'
import { fieldsOf } from './form-fields.ts'
import type { FieldData } from './model.ts'
import type { Finding, Path } from './problem.ts'
import { formSamples, type Samples } from './samples.ts'

/** A place where an expression stands, what it must give, and the data that it can meet. */
export interface Site {
  readonly in: Finding['in']
  readonly at: Path
  readonly expression: string
  readonly gives: 'condition' | 'value' | 'text' | 'scalar' | 'list' | 'bilingual'
  readonly contexts: () => Samples
}

/** All expressions of an edition. */
export function sitesOf(draft: Draft): readonly Site[] {
  return [
    ...questionSites(draft),
    ...identitySites(draft),
    ...bodySites(draft),
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

function* bodySites(draft: Draft): Iterable<Site> {
  for (const [id, action] of Object.entries(draft.edition.actions)) {
    if (action.does !== 'agree' || action.bodies === undefined) continue
    const contexts = () => contextsAt(draft, id)
    const at = ['actions', id, 'bodies']
    yield { in: 'regulation', at, expression: action.bodies, gives: 'list', contexts }
  }
}

function* documentSites(draft: Draft): Iterable<Site> {
  for (const [id, document] of Object.entries(draft.edition.documents)) {
    const makers = Object.entries(draft.edition.actions)
      .filter(([, action]) => documentsOf(action).includes(id))
      .map(([name]) => name)
    const contexts = () => makers.flatMap((maker) => contextsAt(draft, maker))
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
  return around.flatMap((context): JsonObject[] => filled.map((one) => ({ ...context, form: one })))
}
