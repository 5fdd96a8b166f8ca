import type { Party, Result } from '#core/kernel'
import { partyNumber } from '#core/kernel'
import { type CheckDeps, checkDocument, type CheckSubject } from './check-document.ts'
import { type IssueDeps, issueDocument } from './issue-document.ts'
import type { DocumentRequest, IssuedDocument } from './model.ts'
import { documentsOfCases, findContent, findDocuments } from './register.ts'
import type { CheckReport } from './report.ts'
import { revokeDocument, type RevokeRequest } from './revoke-document.ts'

export type DocumentsDeps = IssueDeps & CheckDeps

/** Issues e-documents, keeps their register, checks them. */
export interface Documents {
  /** See {@link issueDocument}: idempotent by `request.key`. */
  issue(request: DocumentRequest): Promise<Result<IssuedDocument>>
  find(number: string): Promise<IssuedDocument | undefined>
  /** The sealed PDF. */
  content(number: string): Promise<Buffer | undefined>
  /** Newest first. */
  ofOwner(party: Party): Promise<readonly IssuedDocument[]>
  ofCase(caseId: string): Promise<readonly IssuedDocument[]>
  /** Newest first. Who may see the cases is for the caller to know. */
  ofCases(caseIds: readonly string[]): Promise<readonly IssuedDocument[]>
  /** DOCUMENT_NOT_FOUND, DOCUMENT_ALREADY_REVOKED. Who may do so is for the caller to know. */
  revoke(request: RevokeRequest): Promise<Result<IssuedDocument>>
  /** See {@link checkDocument}; open to everyone, needs no log-in. */
  check(subject: CheckSubject): Promise<Result<CheckReport>>
}

export function createDocuments(deps: DocumentsDeps): Documents {
  const by = (column: 'number' | 'owner_number' | 'case_id', value: string) =>
    findDocuments(deps.pool, { column, value }, deps.clock())
  return {
    issue: (request) => issueDocument(deps, request),
    find: async (number) => (await by('number', number))[0],
    content: (number) => findContent(deps.pool, number),
    ofOwner: (party) => by('owner_number', partyNumber(party)),
    ofCase: (caseId) => by('case_id', caseId),
    ofCases: (caseIds) => documentsOfCases(deps.pool, caseIds, deps.clock()),
    revoke: (request) => revokeDocument(deps.pool, request, deps.clock()),
    check: (subject) => checkDocument(deps, subject),
  }
}
