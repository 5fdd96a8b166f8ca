import { type CaseState, caseErrors, type Command } from '#core/engine'
import { type CodedError, type Iin, ok, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Evidence, Signatures } from '#capabilities/signatures'
import { prepareDecision, type Prepared } from './decision.ts'
import type { Decision } from './decision-model.ts'
import { requestErrors } from './errors.ts'
import type { Filled } from './fill-request.ts'
import type { Official } from './official-policies.ts'
import type { NameOf } from './request-document.ts'
import { runCommand } from './run-command.ts'
import { MAX_CMS_BYTES } from './sign-request.ts'
import { keepSignature } from './signature-store.ts'
import type { ViewDeps } from './view-case.ts'
import { seenByOfficial } from './view-for-official.ts'

export type DecideDeps = ViewDeps & { readonly signatures: Signatures; readonly nameOf: NameOf }

export interface DecideRequest {
  readonly number: string
  readonly official: Official
  readonly decision: Decision
  /** CMS SignedData, DER, detached, over the bytes of the decision; where the regulation asks for no signature, none. */
  readonly cms?: Buffer
  /** Hash (hex) of what the official was shown. */
  readonly sha256?: string
}

/** The exact bytes of a decision. Refusals: those of a decision, and REQUEST_NOT_FOUND. */
export type DecisionDocument = Result<{ readonly bytes: Buffer; readonly sha256: string }> & {
  readonly mistakes?: readonly CodedError[]
}

export async function decisionDocument(
  deps: DecideDeps,
  { number, official, decision }: DecideRequest,
): Promise<DecisionDocument> {
  const seen = await seenByOfficial(deps, number, official)
  if (!seen.ok) return seen
  const prepared = prepareDecision(deps, { ...seen.value, official, decision })
  if (!prepared.ok) return prepared
  const { bytes, sha256 } = prepared.value
  return ok({ bytes, sha256 })
}

interface Verified {
  readonly cms: Buffer
  readonly sha256: string
  readonly content: Buffer
  readonly evidence: Evidence
}

/** Verified at once: the official waits. `unknown` is a refusal that may be tried again; nothing is decided then. */
async function verified(
  deps: DecideDeps,
  { official, cms, sha256 }: DecideRequest,
  { bytes: content, sha256: shown, mustBeSigned }: Prepared,
): Promise<Result<Verified | undefined>> {
  if (cms === undefined) return mustBeSigned ? refuse(caseErrors.NOT_SIGNED()) : ok(undefined)
  if (cms.length > MAX_CMS_BYTES) return refuse(requestErrors.SIGNATURE_TOO_BIG())
  if (sha256 !== shown) return refuse(requestErrors.CONTENT_CHANGED())
  const signer = { kind: 'person', iin: official.id as Iin } as const
  const verdict = await deps.signatures.verify({ cms, content, signer })
  if (verdict.status !== 'valid') return refuse(verdict.error)
  return ok({ cms, content, sha256, evidence: verdict.evidence })
}

interface Settling {
  readonly edition: Edition
  readonly state: CaseState
  readonly request: DecideRequest
  readonly signed: Verified | undefined
}

const withSignature = (command: Command, signed: Verified | undefined): Command =>
  signed === undefined || command.do !== 'complete'
    ? command
    : { ...command, signature: { sha256: signed.sha256 } }

function settle(
  deps: DecideDeps,
  { edition, state, request, signed }: Settling,
): Promise<Result<CaseState>> {
  const { official, decision } = request
  const { action, visit } = decision
  return runCommand(deps, {
    caseId: state.id,
    actor: official,
    decide: (now) => {
      const prepared = prepareDecision(deps, { edition, state: now, official, decision })
      if (!prepared.ok) return prepared
      const { command, sha256 } = prepared.value
      // The case went on meanwhile: what was signed is not what would be decided.
      if (signed !== undefined && signed.sha256 !== sha256)
        return refuse(requestErrors.CONTENT_CHANGED())
      return ok(withSignature(command, signed))
    },
    also: () => {
      if (signed === undefined) return []
      const { cms, content, evidence } = signed
      const at = { caseId: state.id, action, visit }
      const signature = { ...at, signer: official.id, content, cms, receivedAt: deps.clock() }
      return [keepSignature(signature, { verdict: 'valid', evidence })]
    },
  })
}

/**
 * An official decides, where the regulation asks for it with the signature of their own key; signature and evidence are kept
 * with the step. Refusals: those of a decision and of the engine, CASE_NOT_SIGNED, REQUEST_CONTENT_CHANGED,
 * REQUEST_SIGNATURE_TOO_BIG, SIGNATURE_* (SIGNATURE_UNKNOWN_STATUS may be tried again), REQUEST_NOT_FOUND.
 */
export async function decideCase(deps: DecideDeps, request: DecideRequest): Promise<Filled> {
  const { number, official, decision } = request
  const seen = await seenByOfficial(deps, number, official)
  if (!seen.ok) return seen
  const { edition, state } = seen.value
  const prepared = prepareDecision(deps, { edition, state, official, decision })
  if (!prepared.ok) return prepared
  const signed = await verified(deps, request, prepared.value)
  if (!signed.ok) return signed
  return settle(deps, { edition, state, request, signed: signed.value })
}
