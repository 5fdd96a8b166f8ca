import { type Instant, type Result, ok, refuse } from '#core/kernel'
import { type DigestName, hash, readDigestAlgorithm, verifyDer } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import {
  type CmsAttribute,
  type SignedData,
  type SignerInfo,
  parseSignedData,
} from './cms-parse.ts'
import {
  type DerNode,
  UnsupportedError,
  attempt,
  fieldsOf,
  malformed,
  partsOf,
  readOctets,
  readOid,
  readTime,
} from './der-read.ts'
import { TAG, setOf } from './der-write.ts'
import { cmsErrors } from './errors.ts'
import { OID } from './oids.ts'

/** Who signed what. Says nothing of trust in the certificate: see {@link verifyChain}. */
export interface VerifiedSigner {
  readonly certificate: Certificate
  /** All certificates that came along, DER. */
  readonly certificates: readonly Buffer[]
  readonly content: Buffer
  /** What the signer's own clock said; proves nothing. */
  readonly signingTime?: Instant
  /** The signature value: what a signature time stamp is made over. */
  readonly signature: Buffer
  /** Signature time stamp that stands in the unsigned attributes, not verified. */
  readonly timeStampToken?: Buffer
}

function chooseContent(data: SignedData, beside: Buffer | undefined): Result<Buffer> {
  const content = data.content ?? beside
  if (content === undefined) return refuse(cmsErrors.NO_CONTENT())
  if (data.content && beside && !data.content.equals(beside))
    return refuse(cmsErrors.CONTENT_CHANGED())
  return ok(content)
}

const isSigner = ({ id }: SignerInfo, certificate: Certificate): boolean => {
  if (id.kind === 'key') return certificate.subjectKeyId?.equals(id.keyId) ?? false
  const serial = id.serial.toString('hex').replace(/^00(?=..)/, '')
  return certificate.issuerDer.equals(id.issuerDer) && certificate.serialHex === serial
}

/** The signer's certificate among those that came along; others that cannot be read are passed over. */
function findCertificate(data: SignedData, signer: SignerInfo): Result<Certificate> {
  const faults = []
  for (const der of data.certificates) {
    const read = readCertificate(der)
    if (read.ok && isSigner(signer, read.value)) return read
    if (!read.ok) faults.push(read.error)
  }
  const unsupported = faults.some(({ code }) => code === 'CERT_ALGORITHM')
  return refuse(unsupported ? cmsErrors.ALGORITHM() : cmsErrors.CERTIFICATE())
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [OID.contentType, 'contentType'],
  [OID.messageDigest, 'messageDigest'],
  [OID.signingCertificateV2, 'signingCertificateV2'],
  [OID.signingTime, 'signingTime'],
])

/** Values of the attributes that decide, each standing once with one value; without them content could pose as attributes. */
function readSignedAttributes(attributes: readonly CmsAttribute[]): Result<Map<string, DerNode>> {
  const found = new Map<string, DerNode>()
  const types = new Set(attributes.map(({ type }) => type))
  if (types.size !== attributes.length)
    return refuse(cmsErrors.ATTRIBUTES({ attribute: 'duplicate' }))
  for (const { type, values } of attributes) {
    const name = NAMES.get(type)
    const [value] = values
    if (name !== undefined && (value === undefined || values.length > 1))
      return refuse(cmsErrors.ATTRIBUTES({ attribute: name }))
    if (value !== undefined) found.set(type, value)
  }
  return ok(found)
}

function essMatches(value: DerNode, certificate: Certificate): boolean {
  const certIds = partsOf(fieldsOf(value).next())
  const first = fieldsOf(certIds[0] ?? malformed('no ESSCertIDv2'))
  const named = first.optional(TAG.sequence)
  const digest: DigestName = named ? readDigestAlgorithm(named) : 'sha256'
  return readOctets(first.next()).equals(hash(digest, certificate.der))
}

interface Checked {
  readonly data: SignedData
  readonly signer: SignerInfo
  readonly certificate: Certificate
  readonly content: Buffer
}

const missing = (attribute: string): Result<never> => refuse(cmsErrors.ATTRIBUTES({ attribute }))

function checkAttributes(values: Map<string, DerNode>, checked: Checked): Result<void> {
  const contentType = values.get(OID.contentType)
  if (contentType === undefined || readOid(contentType) !== checked.data.contentType)
    return missing('contentType')
  const ess = values.get(OID.signingCertificateV2)
  if (ess === undefined) return missing('signingCertificateV2')
  const messageDigest = values.get(OID.messageDigest)
  if (messageDigest === undefined) return missing('messageDigest')
  if (!essMatches(ess, checked.certificate)) return refuse(cmsErrors.CERTIFICATE())
  const digest = hash(readDigestAlgorithm(checked.signer.digest), checked.content)
  return readOctets(messageDigest).equals(digest)
    ? ok(undefined)
    : refuse(cmsErrors.CONTENT_CHANGED())
}

/** The signature is over the DER encoding: the attributes as received, put in DER order (RFC 5652, 5.4). */
function checkSignature({ signer, certificate }: Checked): Result<void> {
  const attributes = (signer.signedAttributes ?? []).map(({ node }) => node)
  const verified = verifyDer(certificate.publicKey, {
    bytes: setOf(...attributes.map(({ raw }) => raw)),
    algorithm: signer.algorithm,
    signature: signer.signature,
    digest: readDigestAlgorithm(signer.digest),
  })
  return verified ? ok(undefined) : refuse(cmsErrors.SIGNATURE())
}

function verifySigner(checked: Checked): Result<VerifiedSigner> {
  const { signer, data, certificate, content } = checked
  if (signer.signedAttributes === undefined)
    return refuse(cmsErrors.ATTRIBUTES({ attribute: 'signedAttrs' }))
  const values = readSignedAttributes(signer.signedAttributes)
  if (!values.ok) return values
  const attributes = checkAttributes(values.value, checked)
  if (!attributes.ok) return attributes
  const signature = checkSignature(checked)
  if (!signature.ok) return signature
  const at = values.value.get(OID.signingTime)
  const stamp = signer.unsignedAttributes.find(({ type }) => type === OID.signatureTimeStamp)
  const token = stamp?.values[0]?.raw
  return ok({
    certificate,
    certificates: data.certificates,
    content,
    signature: signer.signature,
    ...(at && { signingTime: readTime(at) }),
    ...(token && { timeStampToken: token }),
  })
}

function verifyParsed(data: SignedData, beside: Buffer | undefined): Result<VerifiedSigner> {
  const [signer, ...others] = data.signers
  if (signer === undefined || others.length > 0) return refuse(cmsErrors.NOT_ONE_SIGNER())
  const content = chooseContent(data, beside)
  if (!content.ok) return content
  const certificate = findCertificate(data, signer)
  if (!certificate.ok) return certificate
  return verifySigner({ data, signer, certificate: certificate.value, content: content.value })
}

/**
 * Verifies a CAdES signature: exactly one signer, signed attributes present, unique and single-valued, contentType and
 * messageDigest right, ESS certificate hash right (RFC 5035), algorithms on the allow-list, content equal when it comes both
 * inside and beside. Codes: CMS_MALFORMED, CMS_NO_CONTENT, CMS_CONTENT_CHANGED, CMS_NOT_ONE_SIGNER, CMS_ATTRIBUTES,
 * CMS_CERTIFICATE, CMS_ALGORITHM, CMS_SIGNATURE.
 */
export function verifySignedData(
  cms: Buffer,
  detachedContent?: Buffer,
  contentType: string = OID.data,
): Result<VerifiedSigner> {
  const data = parseSignedData(cms)
  if (!data.ok) return data
  if (data.value.contentType !== contentType)
    return refuse(cmsErrors.ATTRIBUTES({ attribute: 'contentType' }))
  const verified = attempt(
    () => verifyParsed(data.value, detachedContent),
    (fault) => (fault instanceof UnsupportedError ? cmsErrors.ALGORITHM() : cmsErrors.MALFORMED()),
  )
  return verified.ok ? verified.value : verified
}
