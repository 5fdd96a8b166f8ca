import { storeName } from '#core/engine'
import { type CodedError, type JsonObject, jsonText, type Params } from '#core/kernel'
import { signatureErrors } from '#capabilities/signatures'
import type { CaseView } from './view-case.ts'

type Reason = keyof typeof signatureErrors.definitions

const isReason = (reason: string): reason is Reason =>
  Object.hasOwn(signatureErrors.definitions, reason)

/** What was wrong with the signature for which the request was refused (SIGNATURE_*): the act's ground says only that it was not confirmed. */
export function signatureFault({ edition, state }: CaseView): CodedError | undefined {
  const judged = state.done.findLast(
    ({ action }) => edition.actions[action]?.does === 'verify-signature',
  )
  if (state.status !== 'refused' || judged?.outcome !== 'invalid') return undefined
  const { action } = judged
  const kept = (state.data[storeName(edition, action)] ?? {}) as JsonObject
  const reason = jsonText(kept['code']).replace(/^SIGNATURE_/, '')
  return isReason(reason) ? signatureErrors[reason]((kept['params'] ?? {}) as Params) : undefined
}
