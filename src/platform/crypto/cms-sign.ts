import type { KeyObject } from 'node:crypto'
import type { Instant } from '#core/kernel'
import { sha256, sha256Algorithm, signDer, signatureAlgorithm } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { fieldsOf, optionalExplicit, readDer } from './der-read.ts'
import {
  TAG,
  context,
  inSetOrder,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  time,
} from './der-write.ts'
import { OID } from './oids.ts'

export interface SigningInput {
  readonly content: Buffer
  readonly key: KeyObject
  readonly certificate: Certificate
  /** Certificates of the authorities that go along, DER. */
  readonly chain: readonly Buffer[]
  /** True when the content travels beside the signature. */
  readonly detached: boolean
  /** Left out in PAdES, where the PDF states the time (ETSI EN 319 142-1, 6.3). */
  readonly signingTime?: Instant
  /** id-data unless the content is a structure of its own (a time stamp's TSTInfo). */
  readonly contentType?: string
  /** A time stamp whose query did not ask for certificates carries none (RFC 3161, 2.4.1). */
  readonly withoutCertificates?: boolean
}

const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), setOf(value))

/** ESSCertIDv2 with the default hash SHA-256 and the issuer and serial number (RFC 5035). */
function signingCertificate(certificate: Certificate): Buffer {
  const names = sequence(context(4, certificate.issuerDer))
  const issuerSerial = sequence(names, integer(Buffer.from(certificate.serialHex, 'hex')))
  return sequence(sequence(sequence(octetString(sha256(certificate.der)), issuerSerial)))
}

function signedAttributes({
  content,
  certificate,
  signingTime,
  contentType,
}: SigningInput): Buffer {
  const attributes = [
    attribute(OID.contentType, oid(contentType ?? OID.data)),
    attribute(OID.messageDigest, octetString(sha256(content))),
    attribute(OID.signingCertificateV2, signingCertificate(certificate)),
  ]
  if (signingTime !== undefined) attributes.push(attribute(OID.signingTime, time(signingTime)))
  return setOf(...attributes)
}

/** The SET OF signed attributes as it stands in SignerInfo: `[0] IMPLICIT`. */
function retag(attributes: Buffer): Buffer {
  const copy = Buffer.from(attributes)
  copy[0] = 0xa0
  return copy
}

/**
 * A CAdES-BES signature (ETSI EN 319 122-1): SignedData with one signer named by issuer and serial number, SHA-256, signed
 * attributes in DER order (other verifiers refuse any other order).
 */
export function signData(input: SigningInput): Buffer {
  const { certificate, key, content } = input
  const contentType = input.contentType ?? OID.data
  const attributes = signedAttributes(input)
  const signer = sequence(
    integer(1),
    sequence(certificate.issuerDer, integer(Buffer.from(certificate.serialHex, 'hex'))),
    sha256Algorithm(),
    retag(attributes),
    signatureAlgorithm(key, 'sha256'),
    octetString(signDer(key, attributes, 'sha256')),
  )
  const signedData = sequence(
    integer(contentType === OID.data ? 1 : 3),
    setOf(sha256Algorithm()),
    sequence(oid(contentType), ...(input.detached ? [] : [context(0, octetString(content))])),
    ...(input.withoutCertificates
      ? []
      : [context(0, ...inSetOrder([certificate.der, ...input.chain]))]),
    setOf(signer),
  )
  return sequence(oid(OID.signedData), context(0, signedData))
}

/**
 * The same signature with a time stamp over its value as unsigned attribute: CAdES-T, PAdES B-T. For signatures that
 * {@link signData} made; an earlier time stamp is replaced.
 */
export function withSignatureTimeStamp(cms: Buffer, token: Buffer): Buffer {
  const outer = fieldsOf(readDer(cms))
  outer.next(TAG.oid)
  const signedData = optionalExplicit(outer, 0)
  const parts = signedData?.children ?? []
  const signer = parts.at(-1)?.children[0]
  const fixed = signer?.children.filter(({ tag }) => tag !== 0xa1).map(({ raw }) => raw) ?? []
  const stamped = sequence(
    ...fixed,
    context(1, sequence(oid(OID.signatureTimeStamp), setOf(token))),
  )
  const rest = parts.slice(0, -1).map(({ raw }) => raw)
  return sequence(oid(OID.signedData), context(0, sequence(...rest, setOf(stamped))))
}
