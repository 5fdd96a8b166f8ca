import { type Actor, caseErrors } from '#core/engine'
import { type Instant, type Party, refuse, type Result } from '#core/kernel'
import type { Signatures } from '#capabilities/signatures'
import type { JobHandler } from '#platform/jobs'
import { loadCase } from './case-store.ts'
import { auditCase } from './audit-case.ts'
import { decideCase, type DecideRequest, decisionDocument } from './decide-case.ts'
import { doneBy } from './done-by.ts'
import { type FillRequest, reviseRequest, saveDraft, submitForm } from './fill-request.ts'
import { type OpenCase, openCase } from './open-case.ts'
import type { Official } from './official-policies.ts'
import { JOB } from './post-effects.ts'
import { isFilled, type NameOf, type RequestDocument, requestDocument } from './request-document.ts'
import { declineRequest, type SignRequest, signRequest } from './sign-request.ts'
import { type CaseFilter, listCases, numbersOf } from './list-cases.ts'
import { casesNumbered, signedByParticipant } from './shared-cases.ts'
import { viewByNumber, viewCase } from './view-case.ts'
import { seenById, viewForOfficial } from './view-for-official.ts'
import { withdrawCase } from './withdraw-case.ts'
import { type WorkFilter, worklist } from './worklist.ts'
import { appoint } from './workers/appoint.ts'
import { issueDocument, type IssueDeps } from './workers/issue-document.ts'
import { passDeadline, passTerm } from './workers/pass-deadline.ts'
import { settlePayment } from './workers/settle-payment.ts'
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
  const seen =
    actor.kind === 'official'
      ? await seenById(deps, caseId, actor)
      : await viewCase(deps, caseId, actor)
  if (!seen.ok) return seen
  const { edition, state } = seen.value
  if (!isFilled(edition, state)) return refuse(caseErrors.STALE())
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
    decline: (request: { caseId: string; actor: Actor }) => declineRequest(deps, request),
    withdraw: (request: { caseId: string; actor: Actor; reason?: string }) =>
      withdrawCase(deps, request),
    view: (caseId: string, actor: Actor) => viewCase(deps, caseId, actor),
    byNumber: (number: string, actor: Actor) => viewByNumber(deps, number, actor),
    list: (party: Party, filter: CaseFilter) => listCases(deps, party, filter),
    signedAsParticipant: (party: Party) => signedByParticipant(deps, party),
    numbered: (numbers: readonly string[]) => casesNumbered(deps, numbers),
    numbersOf: (party: Party, ids: readonly string[]) => numbersOf(deps, party, ids),
    worklist: (official: Official, filter: WorkFilter) => worklist(deps, official, filter),
    viewForOfficial: (number: string, official: Official) =>
      viewForOfficial(deps, number, official),
    decision: (request: DecideRequest) => decisionDocument(deps, request),
    decide: (request: DecideRequest) => decideCase(deps, request),
    doneBy: (official: Official, since: Instant) => doneBy(deps, official, since),
    /** For operators at the console: the state, and whether the chain of events is whole and replays to it. */
    audit: (number: string) => auditCase(deps, number),
    exists: async (caseId: string) => (await loadCase(deps.pool, caseId)) !== undefined,
    handlers: {
      'gateway.answer': (job, context) => takeAnswer(deps, job, context),
      [JOB.verify]: (job, context) => verifySignature(deps, job, context),
      [JOB.issue]: (job, context) => issueDocument(deps, job, context),
      [JOB.appoint]: (job, context) => appoint(deps, job, context),
      'payments.settled': (job, context) => settlePayment(deps, job, context),
      [JOB.deadline]: (job, context) => passDeadline(deps, job, context),
      [JOB.term]: (job, context) => passTerm(deps, job, context),
    } satisfies Record<string, JobHandler>,
  }
}

export type Cases = ReturnType<typeof createCases>
