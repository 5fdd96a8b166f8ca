import { type Instant, type Result, addSeconds, ok, refuse } from '#core/kernel'
import { verifyDer } from './algorithms.ts'
import {
  type Certificate,
  type SignedFrame,
  keyIdentifier,
  readCertificate,
} from './certificate.ts'
import { isIssuedBy } from './chain.ts'
import {
  type DerNode,
  type Fields,
  attempt,
  explicit,
  expectTag,
  fieldsOf,
  malformed,
  optionalExplicit,
  partsOf,
  readBitOctets,
  readDer,
  readOctets,
  readOid,
  readSmallInteger,
  readTime,
} from './der-read.ts'
import { TAG, contextPrimitiveTag, contextTag } from './der-write.ts'
import { ocspErrors } from './errors.ts'
import { readExtensions } from './extensions.ts'
import { type CertificateStatus, OCSP_FAILURES } from './ocsp-answer.ts'
import { type CertId, namesIssuer, readCertId, readNonce } from './ocsp-request.ts'
import { OID } from './oids.ts'
import { reasonOf } from './revocation.ts'

export interface SingleResponse {
  readonly id: CertId
  readonly status: CertificateStatus
  readonly thisUpdate: Instant
  readonly nextUpdate: Instant | undefined
}

/** A BasicOCSPResponse as read, nothing verified yet. */
export interface OcspResponse {
  /** Name of the responder, or the hash of its key. */
  readonly responder: { readonly nameDer: Buffer } | { readonly keyHash: Buffer }
  readonly responses: readonly SingleResponse[]
  readonly nonce: Buffer | undefined
  readonly certificates: readonly Buffer[]
  readonly signed: SignedFrame
}

function readRevoked(node: DerNode): CertificateStatus {
  const fields = fieldsOf(node, contextTag(1))
  const at = readTime(fields.next(TAG.generalizedTime))
  const reason = optionalExplicit(fields, 0)
  fields.end()
  const code = reason ? readSmallInteger(expectTag(reason, TAG.enumerated)) : 0
  return { status: 'revoked', at, reason: reasonOf(code) }
}

function readStatus(node: DerNode): CertificateStatus {
  if (node.tag === contextPrimitiveTag(0)) return { status: 'good' }
  if (node.tag === contextPrimitiveTag(2)) return { status: 'unknown' }
  return readRevoked(node)
}

function readSingle(node: DerNode): SingleResponse {
  const fields = fieldsOf(node)
  const id = readCertId(fields.next(TAG.sequence))
  const status = readStatus(fields.next())
  const thisUpdate = readTime(fields.next(TAG.generalizedTime))
  const next = optionalExplicit(fields, 0)
  return { id, status, thisUpdate, nextUpdate: next && readTime(next) }
}

function readResponderId(node: DerNode): OcspResponse['responder'] {
  const inner = explicit(node)
  if (node.tag === contextTag(1)) return { nameDer: expectTag(inner, TAG.sequence).raw }
  return node.tag === contextTag(2) ? { keyHash: readOctets(inner) } : malformed('responder id')
}

/** Unknown critical response extensions refuse the answer; not critical ones are passed over. */
function readResponseNonce(fields: Fields): Buffer | undefined {
  const found = readExtensions(optionalExplicit(fields, 1))
  for (const [id, { critical }] of found)
    if (critical && id !== OID.ocspNonce) malformed('critical extension')
  const nonce = found.get(OID.ocspNonce)
  return nonce && readNonce(nonce.value)
}

function readBasic(der: Buffer): OcspResponse {
  const fields = fieldsOf(readDer(der))
  const data = fields.next(TAG.sequence)
  const algorithm = fields.next(TAG.sequence)
  const signature = readBitOctets(fields.next())
  const bag = optionalExplicit(fields, 0)
  fields.end()
  const inner = fieldsOf(data)
  optionalExplicit(inner, 0)
  const responder = readResponderId(inner.next())
  inner.next(TAG.generalizedTime)
  const responses = partsOf(inner.next()).map(readSingle)
  const nonce = readResponseNonce(inner)
  inner.end()
  const certificates = bag ? partsOf(bag).map(({ raw }) => raw) : []
  return {
    responder,
    responses,
    nonce,
    certificates,
    signed: { tbs: data.raw, algorithm, signature },
  }
}

function failureName(code: number): string {
  const known = Object.entries(OCSP_FAILURES).find(([, number]) => number === code)
  return known?.[0] ?? String(code)
}

function parse(der: Buffer): Result<OcspResponse> {
  const fields = fieldsOf(readDer(der))
  const code = readSmallInteger(fields.next(TAG.enumerated))
  if (code !== 0) return refuse(ocspErrors.REJECTED({ failure: failureName(code) }))
  const bytes = fieldsOf(optionalExplicit(fields, 0) ?? malformed('no response'))
  fields.end()
  if (readOid(bytes.next(TAG.oid)) !== OID.ocspBasic) malformed('response type')
  return ok(readBasic(readOctets(bytes.next())))
}

/** Reads an OCSP response: OCSP_MALFORMED, or OCSP_REJECTED when the responder gives no status. */
export function parseOcspResponse(der: Buffer): Result<OcspResponse> {
  const read = attempt(
    () => parse(der),
    () => ocspErrors.MALFORMED(),
  )
  return read.ok ? read.value : read
}

export interface OcspExpectation {
  readonly certificate: Certificate
  readonly issuer: Certificate
  /** The nonce of the request; left out when a kept answer is verified later. */
  readonly nonce?: Buffer
  readonly now: Instant
  /** How old an answer without nextUpdate may be, seconds. */
  readonly maxAgeSeconds: number
}

/** How far two machines' clocks may differ, seconds. */
const SKEW_SECONDS = 60

const isResponder = ({ responder }: OcspResponse, certificate: Certificate): boolean =>
  'nameDer' in responder
    ? responder.nameDer.equals(certificate.subjectDer)
    : responder.keyHash.equals(keyIdentifier(certificate.spki))

/** RFC 6960, 4.2.2.2: the issuer itself, or a responder whose certificate the issuer gave for OCSPSigning. */
function mayAnswer(certificate: Certificate, { issuer, now }: OcspExpectation): boolean {
  if (certificate.fingerprint === issuer.fingerprint) return true
  return (
    certificate.extendedKeyUsage.includes(OID.ocspSigning) &&
    certificate.notBefore <= now &&
    now <= certificate.notAfter &&
    isIssuedBy(certificate, issuer)
  )
}

function findResponder(response: OcspResponse, expected: OcspExpectation): Certificate | undefined {
  const candidates = response.certificates
    .map(readCertificate)
    .flatMap((read) => (read.ok ? [read.value] : []))
  return [expected.issuer, ...candidates].find(
    (candidate) => isResponder(response, candidate) && mayAnswer(candidate, expected),
  )
}

function isSignedBy({ signed }: OcspResponse, responder: Certificate): boolean {
  const { tbs, algorithm, signature } = signed
  const verified = attempt(
    () => verifyDer(responder.publicKey, { bytes: tbs, algorithm, signature }),
    () => ocspErrors.UNTRUSTED(),
  )
  return verified.ok && verified.value
}

function isFresh(single: SingleResponse, { now, maxAgeSeconds }: OcspExpectation): boolean {
  if (single.thisUpdate > addSeconds(now, SKEW_SECONDS)) return false
  const until = single.nextUpdate ?? addSeconds(single.thisUpdate, maxAgeSeconds)
  return addSeconds(now, -SKEW_SECONDS) <= until
}

/** The answer about this one certificate. */
function findSingle(response: OcspResponse, expected: OcspExpectation): SingleResponse | undefined {
  const { certificate, issuer } = expected
  return response.responses.find(
    ({ id }) => id.serialHex === certificate.serialHex && namesIssuer(id, issuer),
  )
}

/**
 * Verifies an answer about one certificate: the responder's right to answer, its signature, the nonce, the certificate named
 * and freshness. Codes: OCSP_MALFORMED, OCSP_REJECTED, OCSP_UNTRUSTED, OCSP_WRONG_NONCE, OCSP_OTHER_CERTIFICATE, OCSP_STALE.
 */
export function verifyOcspResponse(der: Buffer, expected: OcspExpectation): Result<SingleResponse> {
  const response = parseOcspResponse(der)
  if (!response.ok) return response
  const responder = findResponder(response.value, expected)
  if (responder === undefined || !isSignedBy(response.value, responder))
    return refuse(ocspErrors.UNTRUSTED())
  const { nonce } = response.value
  if (expected.nonce && !nonce?.equals(expected.nonce)) return refuse(ocspErrors.WRONG_NONCE())
  const single = findSingle(response.value, expected)
  if (single === undefined) return refuse(ocspErrors.OTHER_CERTIFICATE())
  return isFresh(single, expected) ? ok(single) : refuse(ocspErrors.STALE())
}
