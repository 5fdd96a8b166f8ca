import { storeName } from '#core/engine'
import type { CodedError, JsonObject, Params } from '#core/kernel'
import { signatureErrors } from '#capabilities/signatures'
import type { CaseView } from './view-case.ts'

type Reason = keyof typeof signatureErrors.definitions

const isReason = (reason: string): reason is Reason =>
  Object.hasOwn(signatureErrors.definitions, reason)

/** What was wrong with the signature for which the request was refused (SIGNATURE_*): the act's ground says only that it was not confirmed. */
export function signatureFault({ edition, state }: CaseView): CodedError | undefined {
  const action = state.done.at(-1)?.action ?? ''
  if (state.status !== 'refused' || edition.actions[action]?.does !== 'verify-signature')
    return undefined
  const kept = (state.data[storeName(edition, action)] ?? {}) as JsonObject
  const reason = String(kept['code']).replace(/^SIGNATURE_/, '')
  return isReason(reason) ? signatureErrors[reason]((kept['params'] ?? {}) as Params) : undefined
}
