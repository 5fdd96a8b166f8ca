import { type Actor, caseErrors } from '#core/engine'
import { type Party, refuse, type Result } from '#core/kernel'
import type { Signatures } from '#capabilities/signatures'
import type { JobHandler } from '#platform/jobs'
import { loadCase } from './case-store.ts'
import { auditCase } from './audit-case.ts'
import { type FillRequest, reviseRequest, saveDraft, submitForm } from './fill-request.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { JOB } from './post-effects.ts'
import { type NameOf, type RequestDocument, requestDocument } from './request-document.ts'
import { type SignRequest, signRequest } from './sign-request.ts'
import { type CaseFilter, listCases, viewByNumber, viewCase } from './view-case.ts'
import { withdrawCase } from './withdraw-case.ts'
import { issueDocument, type IssueDeps } from './workers/issue-document.ts'
import { passDeadline, passTerm } from './workers/pass-deadline.ts'
import { takeAnswer } from './workers/take-answer.ts'
import { verifySignature } from './workers/verify-signature.ts'

export interface CasesWiring extends IssueDeps {
  readonly signatures: Signatures
  readonly nameOf: NameOf
}

async function documentOf(
  deps: CasesWiring,
  caseId: string,
  actor: Actor,
): Promise<Result<RequestDocument>> {
  const view = await viewCase(deps, caseId, actor)
  if (!view.ok) return view
  const { edition, state } = view.value
  if (state.data['form'] === undefined) return refuse(caseErrors.STALE())
  return { ok: true, value: requestDocument(edition, state, deps.nameOf) }
}

/** The commands and questions on cases, and the handlers of the jobs that carry their effects out. */
export function createCases(deps: CasesWiring) {
  return {
    open: (request: OpenCase) => openCase(deps, request),
    saveDraft: (request: FillRequest) => saveDraft(deps, request),
    submitForm: (request: FillRequest) => submitForm(deps, request),
    revise: (caseId: string, actor: Actor) => reviseRequest(deps, caseId, actor),
    document: (caseId: string, actor: Actor) => documentOf(deps, caseId, actor),
    sign: (request: SignRequest) => signRequest(deps, request),
    withdraw: (request: { caseId: string; actor: Actor; reason?: string }) =>
      withdrawCase(deps, request),
    view: (caseId: string, actor: Actor) => viewCase(deps, caseId, actor),
    byNumber: (number: string, actor: Actor) => viewByNumber(deps, number, actor),
    list: (party: Party, filter: CaseFilter) => listCases(deps, party, filter),
    /** For operators at the console: the state, and whether the chain of events is whole and replays to it. */
    audit: (number: string) => auditCase(deps, number),
    exists: async (caseId: string) => (await loadCase(deps.pool, caseId)) !== undefined,
    handlers: {
      'gateway.answer': (job, context) => takeAnswer(deps, job, context),
      [JOB.verify]: (job, context) => verifySignature(deps, job, context),
      [JOB.issue]: (job, context) => issueDocument(deps, job, context),
      [JOB.deadline]: (job, context) => passDeadline(deps, job, context),
      [JOB.term]: (job, context) => passTerm(deps, job, context),
    } satisfies Record<string, JobHandler>,
  }
}

export type Cases = ReturnType<typeof createCases>
