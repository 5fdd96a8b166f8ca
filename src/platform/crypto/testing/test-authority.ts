import { type KeyObject, generateKeyPairSync, randomBytes } from 'node:crypto'
import { type Instant, addSeconds, instant } from '#core/kernel'
import {
  type Certificate,
  buildCertificate,
  keyIdentifier,
  parseCertificate,
} from '../certificate.ts'
import { type KeyUsage, extensions } from '../extensions.ts'
import { type DistinguishedName, buildName } from '../name.ts'
import { OID } from '../oids.ts'

const DAY = 86_400

export interface Holder {
  readonly key: KeyObject
  readonly certificate: Certificate
}
export interface HolderInput {
  readonly name: DistinguishedName
  readonly curve?: 'P-256' | 'P-384'
  readonly usage?: readonly KeyUsage[]
  readonly extra?: readonly Buffer[]
  readonly ca?: { pathLength?: number }
  readonly notBefore?: Instant
  readonly notAfter?: Instant
}

export const testNow = (): Instant => instant(new Date())

function extensionsOf(input: HolderInput, keyIds: { own: Buffer; issuer: Buffer }): Buffer[] {
  return [
    extensions.authorityKeyId(keyIds.issuer),
    extensions.subjectKeyId(keyIds.own),
    extensions.keyUsage(input.usage ?? ['digitalSignature', 'nonRepudiation']),
    ...(input.ca ? [extensions.basicConstraints({ isCa: true, ...input.ca })] : []),
    ...(input.extra ?? []),
  ]
}

/** A certificate of any shape, right or wrong, signed by `issuer` or by itself. */
export function certify(input: HolderInput, issuer?: Holder): Holder {
  const pair = generateKeyPairSync('ec', { namedCurve: input.curve ?? 'P-256' })
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
  const subjectDer = buildName(input.name)
  const own = keyIdentifier(spki)
  const der = buildCertificate(
    {
      serial: Buffer.concat([Buffer.of(0x41), randomBytes(19)]),
      issuerDer: issuer?.certificate.subjectDer ?? subjectDer,
      subjectDer,
      notBefore: input.notBefore ?? addSeconds(testNow(), -DAY),
      notAfter: input.notAfter ?? addSeconds(testNow(), 300 * DAY),
      spki,
      extensions: extensionsOf(input, { own, issuer: issuer?.certificate.subjectKeyId ?? own }),
    },
    issuer?.key ?? pair.privateKey,
  )
  return { key: pair.privateKey, certificate: parseCertificate(der) }
}

const CA_USAGE: readonly KeyUsage[] = ['keyCertSign', 'cRLSign']

export interface TestAuthority {
  readonly root: Holder
  readonly issuing: Holder
  readonly signer: Holder
  readonly ocsp: Holder
  readonly tsa: Holder
}

export const signingPurpose = (): Buffer => extensions.extendedKeyUsage([OID.emailProtection])

/** Root P-384, issuing P-256, a signer, an OCSP responder and a time-stamping authority. */
export function createTestAuthority(): TestAuthority {
  const root = certify({
    name: { commonName: 'Test root' },
    curve: 'P-384',
    usage: CA_USAGE,
    ca: {},
  })
  const issuing = certify(
    { name: { commonName: 'Test issuing' }, usage: CA_USAGE, ca: { pathLength: 0 } },
    root,
  )
  const signer = certify(
    { name: { commonName: 'ӘУЕЗОВ ҚАЙРАТ', surname: 'ӘУЕЗОВ' }, extra: [signingPurpose()] },
    issuing,
  )
  const service = (commonName: string, purpose: string, extra: readonly Buffer[]) =>
    certify(
      {
        name: { commonName },
        usage: ['digitalSignature'],
        extra: [extensions.extendedKeyUsage([purpose], true), ...extra],
      },
      issuing,
    )
  return {
    root,
    issuing,
    signer,
    ocsp: service('Test OCSP', OID.ocspSigning, [extensions.ocspNoCheck()]),
    tsa: service('Test TSA', OID.timeStamping, []),
  }
}
