import { type About, contextOf } from '#core/engine'
import { dayOf, ok, type Party, partyNumber, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Documents } from '#capabilities/documents'
import { loadCase } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { nameOfApplicant } from './request-document.ts'

/** The fields that a document was printed with: made again from the case that it was issued in. */
async function fieldsOf(
  deps: CasesDeps,
  { edition, caseId, document }: { edition: Edition; caseId: string; document: string },
): Promise<Pick<About, 'data' | 'caseNumber' | 'holder'> | undefined> {
  const stored = await loadCase(deps.pool, caseId)
  const printed = edition.documents[document]
  if (stored === undefined || printed === undefined) return undefined
  const { state } = stored
  const context = contextOf(state, state.endedAt ?? state.openedAt)
  const fields = Object.entries(printed.fields)
  const data = Object.fromEntries(
    fields.map(([name, expression]) => [name, edition.evaluate(expression, context)]),
  )
  const { kk, ru } = nameOfApplicant(edition, state)
  return { data, caseNumber: state.number, holder: { kk, ru } }
}

/** Whether the edition issues the document as a result; a notification of refusal is none, and has nothing to correct. */
export const isResult = ({ actions }: Edition, document: string): boolean =>
  Object.values(actions).some((one) => one.does === 'issue' && one.document === document)

/**
 * The document that a request is about: one of this service, of this party, that is still valid. Refusals:
 * REQUEST_DOCUMENT_UNKNOWN (also for somebody else's), REQUEST_DOCUMENT_NOT_VALID, REQUEST_DOCUMENT_NO_RESULT.
 */
export async function documentAbout(
  deps: CasesDeps & { readonly documents: Pick<Documents, 'find'> },
  { service, party, number }: { service: string; party: Party; number: string },
): Promise<Result<About>> {
  const found = await deps.documents.find(number)
  if (found === undefined || found.service !== service)
    return refuse(requestErrors.DOCUMENT_UNKNOWN())
  if (partyNumber(found.owner) !== partyNumber(party))
    return refuse(requestErrors.DOCUMENT_UNKNOWN())
  if (found.status !== 'valid') return refuse(requestErrors.DOCUMENT_NOT_VALID())
  const edition = deps.regulations.edition(found.edition)
  const { caseId, document, title } = found
  if (edition !== undefined && !isResult(edition, document))
    return refuse(requestErrors.DOCUMENT_NO_RESULT())
  const printed = edition && (await fieldsOf(deps, { edition, caseId, document }))
  if (printed === undefined) return refuse(requestErrors.DOCUMENT_UNKNOWN())
  const { kk, ru } = title
  const issuedOn = dayOf(found.issuedAt)
  return ok({ caseId, ...printed, number, document, title: { kk, ru }, issuedOn })
}
