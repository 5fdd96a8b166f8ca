import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import type { OpenedKey } from './open-key-file.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const DIRECTORY_NAME = 4

const sha256 = (bytes: BufferSource): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes)

/** ESS signing-certificate-v2 (RFC 5035) with SHA-256, which is the default and so left out. */
async function signingCertificate(certificate: Certificate): Promise<Sequence> {
  const hash = await sha256(certificate.toSchema().toBER(false))
  const issuer = new GeneralNames({
    names: [new GeneralName({ type: DIRECTORY_NAME, value: certificate.issuer })],
  })
  const issuerSerial = new Sequence({ value: [issuer.toSchema(), certificate.serialNumber] })
  const essCertId = new Sequence({
    value: [new OctetString({ valueHex: hash }), issuerSerial],
  })
  return new Sequence({ value: [new Sequence({ value: [essCertId] })] })
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** DER demands a SET OF in the order of its encodings; pkijs writes it as it comes. */
const sorted = (attributes: readonly Attribute[]): Attribute[] =>
  attributes
    .map((attribute) => ({
      attribute,
      der: new Uint8Array(attribute.toSchema().toBER(false)),
    }))
    .toSorted((a, b) => compareBytes(a.der, b.der))
    .map(({ attribute }) => attribute)

async function signedAttributes(certificate: Certificate, content: BufferSource, at: Date) {
  const one = (type: string, value: unknown): Attribute => new Attribute({ type, values: [value] })
  const digest = await sha256(content)
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: sorted([
      one(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
      one(SIGNING_TIME, new UTCTime({ valueDate: at })),
      one(MESSAGE_DIGEST, new OctetString({ valueHex: digest })),
      one(SIGNING_CERTIFICATE_V2, await signingCertificate(certificate)),
    ]),
  })
}

/**
 * A detached CAdES-BES signature (ETSI EN 319 122-1) over `content`: CMS SignedData, DER, with the certificate and what
 * the key file holds of its chain.
 */
export async function signDetached(
  key: OpenedKey,
  content: Uint8Array<ArrayBuffer>,
  at: Date,
): Promise<ArrayBuffer> {
  const { certificate, privateKey, chain } = key
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: await signedAttributes(certificate, content, at),
      }),
    ],
    certificates: [certificate, ...chain],
  })
  await signedData.sign(privateKey, 0, 'SHA-256', content.buffer)
  const contentInfo = new ContentInfo({
    contentType: SIGNED_DATA,
    content: signedData.toSchema(true),
  })
  return contentInfo.toSchema().toBER(false)
}
