import { randomBytes } from 'node:crypto'
import { type CodedError, type Instant, dayOf } from '#core/kernel'
import {
  type Certificate,
  type CertificateStatus,
  buildOcspRequest,
  parseCrl,
  verifyCrl,
  verifyOcspResponse,
} from '#platform/crypto'
import { signatureErrors } from './errors.ts'

export interface RevocationSources {
  /** Sends an OCSP request; undefined when the service cannot be reached. */
  readonly ocsp: (request: Buffer) => Promise<Buffer | undefined>
  /** The issuing authority's current CRL, asked for when OCSP gives no usable answer. */
  readonly crl?: () => Promise<Buffer | undefined>
}

export type RevocationVerdict =
  | { readonly status: 'good'; readonly proof: { ocspResponse: Buffer } | { crl: Buffer } }
  | { readonly status: 'invalid'; readonly error: CodedError }
  | { readonly status: 'unknown' }

interface Question {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly now: Instant
}

const NONCE_SIZE = 32
const MAX_AGE_SECONDS = 3600

async function askOcsp(
  sources: RevocationSources,
  question: Question,
): Promise<{ status: CertificateStatus; response: Buffer } | undefined> {
  const nonce = randomBytes(NONCE_SIZE)
  const response = await sources.ocsp(buildOcspRequest({ ...question, nonce }))
  if (response === undefined) return undefined
  const expectation = { ...question, nonce, maxAgeSeconds: MAX_AGE_SECONDS }
  const verified = verifyOcspResponse(response, expectation)
  return verified.ok ? { status: verified.value.status, response } : undefined
}

const revoked = (at: Instant): RevocationVerdict => ({
  status: 'invalid',
  error: signatureErrors.REVOKED({ date: dayOf(at) }),
})

async function askCrl(
  sources: RevocationSources,
  { certificate, issuer, now }: Question,
): Promise<RevocationVerdict> {
  const crl = await sources.crl?.()
  const list = crl && parseCrl(crl)
  if (crl === undefined || !list?.ok) return { status: 'unknown' }
  const verified = verifyCrl(list.value, issuer, now)
  if (!verified.ok) return { status: 'unknown' }
  const entry = verified.value.find(certificate.serialHex)
  return entry === undefined ? { status: 'good', proof: { crl } } : revoked(entry.at)
}

/**
 * Asks OCSP, and the CRL when OCSP cannot be reached or its answer cannot be believed. A certificate that the authority does not
 * know though its key signed it is not trusted, and no CRL is asked: a CRL would call it good.
 */
export async function checkRevocation(
  sources: RevocationSources,
  question: Question,
): Promise<RevocationVerdict> {
  const answer = await askOcsp(sources, question)
  if (answer === undefined) return askCrl(sources, question)
  const { status, response } = answer
  if (status.status === 'good') return { status: 'good', proof: { ocspResponse: response } }
  if (status.status === 'revoked') return revoked(status.at)
  return { status: 'invalid', error: signatureErrors.UNTRUSTED() }
}
