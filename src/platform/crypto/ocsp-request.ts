import { type DigestName, digestAlgorithm, hash, readNamingDigest } from './algorithms.ts'
import { type Certificate, keyOctets } from './certificate.ts'
import {
  type DerNode,
  fieldsOf,
  malformed,
  optionalExplicit,
  partsOf,
  readDer,
  readOctets,
  readUnsignedHex,
} from './der-read.ts'
import { TAG, context, contextTag, integer, octetString, oid, sequence } from './der-write.ts'
import { readExtensions } from './extensions.ts'
import { OID } from './oids.ts'

/** How a certificate is named in OCSP: hashes of its issuer's name and key, and its serial number (RFC 6960, 4.1.1). */
export interface CertId {
  readonly digest: DigestName
  readonly issuerNameHash: Buffer
  readonly issuerKeyHash: Buffer
  readonly serialHex: string
  readonly der: Buffer
}

export function buildCertId(certificate: Certificate, issuer: Certificate): Buffer {
  return sequence(
    digestAlgorithm('sha256'),
    octetString(hash('sha256', issuer.subjectDer)),
    octetString(hash('sha256', keyOctets(issuer.spki))),
    integer(Buffer.from(certificate.serialHex, 'hex')),
  )
}

/** @throws DerError */
export function readCertId(node: DerNode): CertId {
  const fields = fieldsOf(node)
  const digest = readNamingDigest(fields.next(TAG.sequence))
  const issuerNameHash = readOctets(fields.next())
  const issuerKeyHash = readOctets(fields.next())
  const serialHex = readUnsignedHex(fields.next())
  fields.end()
  return { digest, issuerNameHash, issuerKeyHash, serialHex, der: node.raw }
}

/** Whether a CertId names this issuer. */
export const namesIssuer = (id: CertId, issuer: Certificate): boolean =>
  id.issuerNameHash.equals(hash(id.digest, issuer.subjectDer)) &&
  id.issuerKeyHash.equals(hash(id.digest, keyOctets(issuer.spki)))

/** The nonce extension; its value is an OCTET STRING inside the extension's own (RFC 9654, 2.1). */
export const nonceExtension = (nonce: Buffer): Buffer =>
  sequence(oid(OID.ocspNonce), octetString(octetString(nonce)))

/** A request for the status of one certificate; the nonce has 16 to 32 random octets. */
export function buildOcspRequest(input: {
  certificate: Certificate
  issuer: Certificate
  nonce?: Buffer
}): Buffer {
  const { nonce } = input
  const list = sequence(sequence(buildCertId(input.certificate, input.issuer)))
  const extra = nonce ? [context(2, sequence(nonceExtension(nonce)))] : []
  return sequence(sequence(list, ...extra))
}

export interface OcspRequest {
  readonly ids: readonly CertId[]
  readonly nonce: Buffer | undefined
}

const MAX_IDS = 20
const MAX_NONCE = 128

/** Octets of a nonce, 1 to 128 of them (RFC 9654). @throws DerError */
export function readNonce(value: Buffer): Buffer {
  const nonce = readOctets(readDer(value))
  return nonce.length > 0 && nonce.length <= MAX_NONCE ? nonce : malformed('nonce')
}

/** @throws DerError, also for more than 20 certificates at once. */
export function readOcspRequest(der: Buffer): OcspRequest {
  const outer = fieldsOf(readDer(der))
  const fields = fieldsOf(outer.next())
  outer.optional(contextTag(0))
  outer.end()
  optionalExplicit(fields, 0)
  optionalExplicit(fields, 1)
  const list = partsOf(fields.next())
  if (list.length === 0 || list.length > MAX_IDS) malformed('number of requests')
  const extensions = readExtensions(optionalExplicit(fields, 2))
  fields.end()
  const nonce = extensions.get(OID.ocspNonce)
  const ids = list.map((one) => readCertId(fieldsOf(one).next()))
  return { ids, nonce: nonce && readNonce(nonce.value) }
}
