import { type Result, ok, refuse } from '#core/kernel'
import { verifyDer } from './algorithms.ts'
import { readKey, readSignedFrame } from './certificate.ts'
import { UnsupportedError, attempt, fieldsOf, readSmallInteger, malformed } from './der-read.ts'
import { TAG, contextTag } from './der-write.ts'
import { certErrors } from './errors.ts'
import { type DistinguishedName, readName } from './name.ts'

/** What the owner of a key asks a certificate for. The name is a wish: the authority writes the one it knows. */
export interface CertificateRequest {
  readonly subject: DistinguishedName
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
}

function parse(der: Buffer): { request: CertificateRequest; proven: boolean } {
  const { tbs, signed } = readSignedFrame(der)
  const fields = fieldsOf(tbs)
  if (readSmallInteger(fields.next(TAG.integer)) !== 0) malformed('version')
  const subject = readName(fields.next(TAG.sequence))
  const spki = fields.next(TAG.sequence).raw
  fields.optional(contextTag(0))
  fields.end()
  const { algorithm, signature } = signed
  const proven = verifyDer(readKey(spki), { bytes: signed.tbs, algorithm, signature })
  return { request: { subject, spki }, proven }
}

/**
 * PKCS #10 (RFC 2986) with proof of possession: the request is signed with the key it asks a certificate for.
 * CERT_REQUEST_MALFORMED, CERT_ALGORITHM, CERT_REQUEST_NOT_PROVEN.
 */
export function parseCsr(der: Buffer): Result<CertificateRequest> {
  const parsed = attempt(
    () => parse(der),
    (fault) =>
      fault instanceof UnsupportedError ? certErrors.ALGORITHM() : certErrors.REQUEST_MALFORMED(),
  )
  if (!parsed.ok) return parsed
  return parsed.value.proven ? ok(parsed.value.request) : refuse(certErrors.REQUEST_NOT_PROVEN())
}
