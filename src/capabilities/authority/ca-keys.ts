import { randomBytes } from 'node:crypto'
import { type Instant, addSeconds } from '#core/kernel'
import {
  buildCertificate,
  buildName,
  extensions,
  keyIdentifier,
  parseCertificate,
} from '#platform/crypto'
import type { KeyPair, KeyStore } from '#platform/keys'
import type { Issuer } from './issuer.ts'
import type { AuthorityUrls } from './urls.ts'

export interface AuthorityNames {
  readonly country: string
  readonly root: string
  readonly issuing: string
  readonly ocsp: string
  readonly tsa: string
}

const YEAR = 365 * 86_400
const spkiOf = (pair: KeyPair): Buffer => pair.publicKey.export({ type: 'spki', format: 'der' })

/** The key of that name, made on the first start. */
export const ensureKey = async (
  keys: KeyStore,
  name: string,
  curve: 'P-256' | 'P-384',
): Promise<KeyPair> => (await keys.load(name)) ?? keys.create(name, curve)

interface CaInput {
  readonly name: string
  readonly commonName: string
  readonly country: string
  readonly pair: KeyPair
  readonly issuer?: Issuer
  readonly years: number
  readonly now: Instant
  readonly extra: readonly Buffer[]
}

function certifyCa(input: CaInput): Buffer {
  const { pair, issuer, now } = input
  const spki = spkiOf(pair)
  const subjectDer = buildName({ commonName: input.commonName, country: input.country })
  const template = {
    serial: Buffer.concat([Buffer.of(0x51), randomBytes(19)]),
    issuerDer: issuer?.certificate.subjectDer ?? subjectDer,
    subjectDer,
    notBefore: now,
    notAfter: addSeconds(now, input.years * YEAR),
    spki,
    extensions: [
      extensions.authorityKeyId(keyIdentifier(issuer?.certificate.spki ?? spki)),
      extensions.subjectKeyId(keyIdentifier(spki)),
      extensions.basicConstraints({ isCa: true, ...(issuer && { pathLength: 0 }) }),
      extensions.keyUsage(['keyCertSign', 'cRLSign']),
      ...input.extra,
    ],
  }
  return buildCertificate(template, issuer?.key ?? pair.privateKey)
}

async function ensureCa(keys: KeyStore, input: CaInput): Promise<Issuer> {
  const { pair, issuer } = input
  const chain = issuer ? [issuer.certificate.der, ...issuer.chain] : []
  const der = pair.certificate ?? certifyCa(input)
  if (pair.certificate === undefined) await keys.saveCertificate(input.name, der, chain)
  return { key: pair.privateKey, certificate: parseCertificate(der), chain }
}

/** Root (P-384, 20 years) and issuing authority (P-256, 10 years): made on the first start, then read. */
export async function ensureAuthorities(
  keys: KeyStore,
  names: AuthorityNames,
  { urls, now }: { urls: AuthorityUrls; now: Instant },
): Promise<{ root: Issuer; issuing: Issuer }> {
  const common = { country: names.country, now }
  const root = await ensureCa(keys, {
    ...common,
    name: 'authority-root',
    commonName: names.root,
    pair: await ensureKey(keys, 'authority-root', 'P-384'),
    years: 20,
    extra: [],
  })
  const issuing = await ensureCa(keys, {
    ...common,
    name: 'authority-issuing',
    commonName: names.issuing,
    pair: await ensureKey(keys, 'authority-issuing', 'P-256'),
    issuer: root,
    years: 10,
    extra: [
      extensions.policy('2.5.29.32.0', urls.cps),
      extensions.crlDistributionPoint(`${urls.crl}/root.crl`),
      extensions.authorityInfoAccess({ aia: `${urls.aia}/root.cer` }),
    ],
  })
  return { root, issuing }
}
