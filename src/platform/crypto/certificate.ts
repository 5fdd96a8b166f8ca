import type { KeyObject } from 'node:crypto'
import type { Instant, Result } from '#core/kernel'
import { hash, readPublicKey, sha256, signDer, signatureAlgorithm } from './algorithms.ts'
import {
  type DerNode,
  type Fields,
  UnsupportedError,
  attempt,
  fieldsOf,
  malformed,
  optionalExplicit,
  readBitOctets,
  readDer,
  readSmallInteger,
  readTime,
  readUnsignedHex,
} from './der-read.ts'
import {
  TAG,
  bitString,
  context,
  contextPrimitiveTag,
  integer,
  sequence,
  time,
} from './der-write.ts'
import { certErrors } from './errors.ts'
import {
  type Extensions,
  type KeyUsage,
  readAuthorityKeyId,
  readBasicConstraints,
  readExtendedKeyUsage,
  readExtensions,
  readKeyUsage,
  readPolicies,
  readSubjectKeyId,
} from './extensions.ts'
import { type DistinguishedName, readName } from './name.ts'

/** Bytes that were signed, how, and the signature value: the frame that certificates, requests and CRLs share. */
export interface SignedFrame {
  readonly tbs: Buffer
  readonly algorithm: DerNode
  readonly signature: Buffer
}

/** An X.509 v3 certificate (RFC 5280), parsed; whether to trust it is the business of {@link verifyChain}. */
export interface Certificate {
  readonly der: Buffer
  readonly subject: DistinguishedName
  readonly subjectDer: Buffer
  readonly issuerDer: Buffer
  /** Serial number as hex, two digits an octet, no sign octet. */
  readonly serialHex: string
  readonly notBefore: Instant
  readonly notAfter: Instant
  readonly keyUsage: ReadonlySet<KeyUsage>
  readonly extendedKeyUsage: readonly string[]
  readonly policies: readonly string[]
  readonly isCa: boolean
  readonly pathLength?: number
  readonly publicKey: KeyObject
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  readonly subjectKeyId?: Buffer
  readonly authorityKeyId?: Buffer
  readonly extensions: Extensions
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string
  readonly signed: SignedFrame
}

/** Splits a signed structure: the part that was signed, the algorithm, the signature. @throws DerError */
export function readSignedFrame(der: Buffer): { tbs: DerNode; signed: SignedFrame } {
  const fields = fieldsOf(readDer(der))
  const tbs = fields.next(TAG.sequence)
  const algorithm = fields.next(TAG.sequence)
  const signature = readBitOctets(fields.next())
  fields.end()
  return { tbs, signed: { tbs: tbs.raw, algorithm, signature } }
}

/** The key's octets inside SubjectPublicKeyInfo: what key identifiers and OCSP hash. */
export function keyOctets(spki: Buffer): Buffer {
  const fields = fieldsOf(readDer(spki))
  fields.next(TAG.sequence)
  return readBitOctets(fields.next())
}

/** The key of a SubjectPublicKeyInfo, whose octets are whole: OpenSSL takes one that ends in unused bits. @throws DerError */
export function readKey(spki: Buffer): KeyObject {
  keyOctets(spki)
  return readPublicKey(spki)
}

/** Key identifier: SHA-1 of the key's octets (RFC 5280, 4.2.1.2, method 1). It names a key, it protects nothing. */
export const keyIdentifier = (spki: Buffer): Buffer => hash('sha1', keyOctets(spki))

function readVersion(fields: Fields): void {
  const version = optionalExplicit(fields, 0)
  if (version === undefined || readSmallInteger(version) !== 2) malformed('not version 3')
}

function readTail(fields: Fields): Extensions {
  fields.optional(contextPrimitiveTag(1))
  fields.optional(contextPrimitiveTag(2))
  const list = optionalExplicit(fields, 3)
  fields.end()
  return readExtensions(list)
}

function readExtensionFacts(found: Extensions) {
  const subjectKeyId = readSubjectKeyId(found)
  const authorityKeyId = readAuthorityKeyId(found)
  return {
    keyUsage: readKeyUsage(found),
    extendedKeyUsage: readExtendedKeyUsage(found),
    policies: readPolicies(found),
    ...readBasicConstraints(found),
    ...(subjectKeyId && { subjectKeyId }),
    ...(authorityKeyId && { authorityKeyId }),
    extensions: found,
  }
}

/** Certificates that came last, by fingerprint: those of authorities and seals come with every signature. */
const known = new Map<string, Certificate>()
const MOST_KNOWN = 256

function keep(certificate: Certificate): Certificate {
  const { fingerprint } = certificate
  known.delete(fingerprint)
  known.set(fingerprint, certificate)
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return certificate
}

function parse(der: Buffer, fingerprint: string): Certificate {
  const { tbs, signed } = readSignedFrame(der)
  const fields = fieldsOf(tbs)
  readVersion(fields)
  const serialHex = readUnsignedHex(fields.next())
  const inner = fields.next(TAG.sequence)
  if (!inner.raw.equals(signed.algorithm.raw)) malformed('two signature algorithms')
  const issuer = fields.next(TAG.sequence)
  const validity = fieldsOf(fields.next())
  const [notBefore, notAfter] = [readTime(validity.next()), readTime(validity.next())]
  const subject = fields.next(TAG.sequence)
  const spki = fields.next(TAG.sequence).raw
  return {
    der,
    subject: readName(subject),
    subjectDer: subject.raw,
    issuerDer: issuer.raw,
    serialHex,
    notBefore,
    notAfter,
    publicKey: readKey(spki),
    spki,
    ...readExtensionFacts(readTail(fields)),
    fingerprint,
    signed,
  }
}

/**
 * Parses bytes that this platform made itself (anchors, its own keys' certificates).
 * The same bytes give the same object.
 * @throws DerError for anything else; foreign bytes go through {@link readCertificate}.
 */
export function parseCertificate(der: Buffer): Certificate {
  const fingerprint = sha256(der).toString('hex')
  // A copy, lest the file that the bytes are a part of is kept in memory.
  return keep(known.get(fingerprint) ?? parse(Buffer.from(der), fingerprint))
}

/** Parses foreign bytes: CERT_MALFORMED, or CERT_ALGORITHM for a key that is not P-256, P-384 or RSA from 2048 bits. */
export function readCertificate(der: Buffer): Result<Certificate> {
  return attempt(
    () => parseCertificate(der),
    (fault) =>
      fault instanceof UnsupportedError ? certErrors.ALGORITHM() : certErrors.MALFORMED(),
  )
}

export interface CertificateTemplate {
  /** Big-endian, positive; 20 random octets at most (RFC 5280, 4.1.2.2). */
  readonly serial: Buffer
  readonly issuerDer: Buffer
  readonly subjectDer: Buffer
  readonly notBefore: Instant
  readonly notAfter: Instant
  readonly spki: Buffer
  /** DER of each extension, from {@link extensions}. */
  readonly extensions: readonly Buffer[]
}

/** Signs and frames the part that is to be signed; `build` gets the algorithm that stands inside and outside. */
export function signFrame(key: KeyObject, build: (algorithm: Buffer) => Buffer): Buffer {
  const algorithm = signatureAlgorithm(key)
  const tbs = build(algorithm)
  return sequence(tbs, algorithm, bitString(signDer(key, tbs)))
}

/** An X.509 v3 certificate signed by the issuer's key. */
export const buildCertificate = (template: CertificateTemplate, issuerKey: KeyObject): Buffer =>
  signFrame(issuerKey, (algorithm) =>
    sequence(
      context(0, integer(2)),
      integer(template.serial),
      algorithm,
      template.issuerDer,
      sequence(time(template.notBefore), time(template.notAfter)),
      template.subjectDer,
      template.spki,
      context(3, sequence(...template.extensions)),
    ),
  )
