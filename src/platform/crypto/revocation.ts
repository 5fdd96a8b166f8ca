import type { Instant } from '#core/kernel'

/** Why a certificate was revoked, with the numbers of RFC 5280, 5.3.1. */
export const REVOCATION_REASONS = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
} as const
export type RevocationReason = keyof typeof REVOCATION_REASONS

const isReason = (text: string): text is RevocationReason => text in REVOCATION_REASONS

/** Other numbers (a foreign authority's) are read as unspecified: revoked is revoked. */
export function reasonOf(code: number): RevocationReason {
  const names = Object.keys(REVOCATION_REASONS).filter(isReason)
  return names.find((name) => REVOCATION_REASONS[name] === code) ?? 'unspecified'
}

export interface RevokedEntry {
  readonly serialHex: string
  readonly at: Instant
  readonly reason: RevocationReason
}
