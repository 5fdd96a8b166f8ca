import type { Actor, CaseState, Command } from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import { currentAction } from './current-action.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { isInForce } from './fill-request.ts'
import { type NameOf, requestDocument } from './request-document.ts'
import { runCommand } from './run-command.ts'
import { keepSignature } from './signature-store.ts'

const MAX_CMS_BYTES = 64 * 1024

export interface SignRequest {
  readonly caseId: string
  readonly actor: Actor
  /** CMS SignedData, DER, detached, over the bytes of the request document. */
  readonly cms: Buffer
  /** Hash (hex) of what the signer was shown. */
  readonly sha256: string
}

/**
 * Files the request: keeps the signature with the bytes that it signs. Whether it is valid is found out next, by the
 * regulation's own step. Refusals: REQUEST_CONTENT_CHANGED (another tab changed the answers), REQUEST_EDITION_CHANGED,
 * REQUEST_SIGNATURE_TOO_BIG, and those of the engine: a second click finds CASE_STALE.
 */
export function signRequest(
  deps: CasesDeps & { nameOf: NameOf },
  request: SignRequest,
): Promise<Result<CaseState>> {
  const { caseId, actor, cms, sha256 } = request
  if (cms.length > MAX_CMS_BYTES) return Promise.resolve(refuse(requestErrors.SIGNATURE_TOO_BIG()))
  let content: Buffer = Buffer.alloc(0)
  let visit = 0
  return runCommand(deps, {
    caseId,
    actor,
    decide: (state) => {
      const current = currentAction(deps, state, actor, 'sign')
      if (!current.ok) return current
      const { edition, action } = current.value
      if (!isInForce(deps, edition)) return refuse(requestErrors.EDITION_CHANGED())
      const document = requestDocument(edition, state, deps.nameOf)
      if (document.sha256 !== sha256) return refuse(requestErrors.CONTENT_CHANGED())
      content = document.bytes
      visit = current.value.visit
      return ok<Command>({
        do: 'complete',
        action,
        visit,
        outcome: 'done',
        store: { sha256, visit },
      })
    },
    also: () => [keepSignature({ caseId, visit, content, cms, receivedAt: deps.clock() })],
  })
}
