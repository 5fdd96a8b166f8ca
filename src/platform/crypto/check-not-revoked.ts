import { dayOf, type Instant, ok, refuse, type Result } from '#core/kernel'
import type { Certificate } from './certificate.ts'
import { certErrors } from './errors.ts'
import type { RevocationList } from './parse-crl.ts'

/**
 * Whether a certificate was in force at a moment by a list that was verified before. CERT_REVOKED when it was revoked by then;
 * CERT_REVOCATION_UNKNOWN when there is no list: silence never means "good".
 */
export function checkNotRevoked(
  list: RevocationList | undefined,
  certificate: Certificate,
  at: Instant,
): Result<undefined> {
  if (list === undefined) return refuse(certErrors.REVOCATION_UNKNOWN())
  const entry = list.find(certificate.serialHex)
  return entry === undefined || entry.at > at
    ? ok(undefined)
    : refuse(certErrors.REVOKED({ date: dayOf(entry.at) }))
}
