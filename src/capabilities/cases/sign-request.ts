import type { Actor, CaseState, Command } from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { currentAction, currentSigning } from './current-action.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { hourMistakes } from './hour-mistakes.ts'
import { filledForm, type NameOf, requestDocument } from './request-document.ts'
import { runCommand } from './run-command.ts'
import { keepSignature, type KeptSignature } from './signature-store.ts'

/** Larger than any signature that our authority's keys make. */
export const MAX_CMS_BYTES = 64 * 1024

export interface SignRequest {
  readonly caseId: string
  readonly actor: Actor
  /** CMS SignedData, DER, detached, over the bytes of the request document. */
  readonly cms: Buffer
  /** Hash (hex) of what the signer was shown. */
  readonly sha256: string
}

/** IIN of the person who signs; nobody is known by it where an entity's certificate tells. */
function signerOf(actor: Actor): { signer?: string } {
  if (actor.kind === 'official') return { signer: actor.id }
  if (actor.kind !== 'applicant') return {}
  if (actor.by !== undefined) return { signer: actor.by.iin }
  return actor.party.kind === 'person' ? { signer: actor.party.iin } : {}
}

/** What is not yet filed may still choose another hour; what is filed is appointed the next free one. */
async function lostItsHour(deps: CasesDeps, state: CaseState, edition: Edition): Promise<boolean> {
  const form = state.filedAt === undefined ? filledForm(edition, state) : undefined
  if (form === undefined) return false
  return (await hourMistakes(deps.appointments, form.fields, form.values)).length > 0
}

/**
 * Signs the request, which is filed by the first signature: keeps the signature with the bytes that it signs. Whether it is
 * valid is found out next, by the regulation's own step. Refusals: REQUEST_CONTENT_CHANGED (another tab changed the answers),
 * REQUEST_EDITION_CHANGED, REQUEST_HOUR_GONE, REQUEST_SIGNATURE_TOO_BIG, and those of the engine: a second click finds CASE_STALE.
 */
export function signRequest(
  deps: CasesDeps & { nameOf: NameOf },
  request: SignRequest,
): Promise<Result<CaseState>> {
  const { caseId, actor, cms, sha256 } = request
  if (cms.length > MAX_CMS_BYTES) return Promise.resolve(refuse(requestErrors.SIGNATURE_TOO_BIG()))
  let kept: Pick<KeptSignature, 'action' | 'visit' | 'content'> | undefined
  return runCommand(deps, {
    caseId,
    actor,
    decide: async (state) => {
      const current = currentSigning(deps, state, actor)
      if (!current.ok) return current
      if (await lostItsHour(deps, state, current.value.edition))
        return refuse(requestErrors.HOUR_GONE())
      const { edition, action, visit } = current.value
      const document = requestDocument(edition, state, deps.nameOf)
      if (document.sha256 !== sha256) return refuse(requestErrors.CONTENT_CHANGED())
      kept = { action, visit, content: document.bytes }
      const store = { sha256, visit }
      return ok<Command>({ do: 'complete', action, visit, outcome: 'done', store })
    },
    also: () =>
      kept === undefined
        ? []
        : [keepSignature({ caseId, ...kept, ...signerOf(actor), cms, receivedAt: deps.clock() })],
  })
}

/**
 * Another applicant does not sign: the case goes on as the regulation says. Refusals: CASE_OUTCOME_UNKNOWN where the
 * regulation knows no such answer, CASE_STALE, CASE_FORBIDDEN, CASE_NOT_OPEN.
 */
export const declineRequest = (
  deps: CasesDeps,
  { caseId, actor }: { caseId: string; actor: Actor },
): Promise<Result<CaseState>> =>
  runCommand(deps, {
    caseId,
    actor,
    decide: (state) => {
      const current = currentAction(deps, state, actor, 'sign')
      if (!current.ok) return current
      const { action, visit } = current.value
      return ok<Command>({ do: 'complete', action, visit, outcome: 'declined' })
    },
  })
