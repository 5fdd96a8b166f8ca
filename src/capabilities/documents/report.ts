import type { CodedError, Instant, JsonObject, PlainDate, Text } from '#core/kernel'
import type { IssuedDocument, Revocation } from './model.ts'
import { partyNumber } from '#core/kernel'
import { maskName, maskNumber } from './mask.ts'
import type { DocumentRecord } from './record.ts'
import type { SealedPayload } from './sealed-payload.ts'

/**
 * `changed`: not what was signed; `unknown`: nothing proves that it was issued (untrusted seal, no proven time, not in the
 * register). Offline the register is not asked, so `valid` there means: genuine when it was issued.
 */
export type Verdict = 'valid' | 'revoked' | 'expired' | 'changed' | 'unknown'
export type CheckName =
  | 'signature'
  | 'certificate'
  | 'time-stamp'
  | 'attachments'
  | 'barcode'
  | 'register'

/** One thing that was looked at. */
export interface Check {
  readonly name: CheckName
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Why it failed. */
  readonly error?: CodedError
  /** Proven time, of the check `time-stamp`. */
  readonly at?: Instant
  /** Who sealed, as the certificate says, of the check `certificate`. */
  readonly signer?: string
}

export interface CheckedDocument {
  readonly number: string
  readonly title: Text
  readonly body: Text
  readonly issuedAt: Instant
  readonly validUntil: PlainDate | null
  /** Masked for natural persons when only the number was given. */
  readonly owner: { readonly number: string; readonly name: string; readonly masked: boolean }
  /** What the document itself says: by its PDF all fields, by its barcode those that the barcode carries. */
  readonly facts?: JsonObject
  readonly demonstration?: boolean
  readonly revocation?: Revocation
}

export interface CheckReport {
  readonly verdict: Verdict
  readonly checks: readonly Check[]
  readonly document?: CheckedDocument
}

export const passed = (name: CheckName, more: Pick<Check, 'at' | 'signer'> = {}): Check => ({
  name,
  outcome: 'passed',
  ...more,
})
export const failed = (name: CheckName, error: CodedError): Check => ({
  name,
  outcome: 'failed',
  error,
})
export const skipped = (name: CheckName): Check => ({ name, outcome: 'skipped' })

export function ofRecord(record: DocumentRecord): CheckedDocument {
  const { number, title, body, issuedAt, validUntil, owner, data, demonstration } = record
  return {
    number,
    title,
    body,
    issuedAt,
    validUntil,
    owner: { number: owner.number, name: owner.name, masked: false },
    facts: data,
    demonstration,
  }
}

export function ofPayload(payload: SealedPayload): CheckedDocument {
  const { number, title, body, issuedAt, validUntil, owner, ownerName, facts, demonstration } =
    payload
  return {
    number,
    title,
    body,
    issuedAt,
    validUntil,
    owner: { number: owner, name: ownerName, masked: false },
    ...(facts && { facts }),
    demonstration,
  }
}

/** What a stranger who knows only the number may see: names and numbers of legal entities are public, of people not. */
export function ofRegister(entry: IssuedDocument): CheckedDocument {
  const { number, title, body, issuedAt, validUntil, owner, ownerName, revocation } = entry
  const code = partyNumber(owner)
  const shown =
    owner.kind === 'person'
      ? { number: maskNumber(code), name: maskName(ownerName), masked: true }
      : { number: code, name: ownerName, masked: false }
  return {
    number,
    title,
    body,
    issuedAt,
    validUntil,
    owner: shown,
    ...(revocation && { revocation }),
  }
}
