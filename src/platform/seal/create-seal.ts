import type { KeyObject } from 'node:crypto'
import { envelopeErrors, type Seal, type SignedEnvelope, type SystemId } from '#core/envelope'
import { addSeconds, type Instant, ok, type Result, refuse } from '#core/kernel'
import { type Certificate, readCertificate, signBytes, verifyBytes } from '#platform/crypto'
import type { KeyPair } from '#platform/keys'
import { createExpiringCache } from './expiring-cache.ts'

export interface SealOptions {
  /** Key and certificate of a system that signs here; throws when this process has none for it. */
  readonly keys: (system: SystemId) => Promise<KeyPair>
  /** The certificate (DER) with this SHA-256 fingerprint (hex) among the systems' certificates. */
  readonly certificates: (fingerprint: string) => Promise<Buffer | undefined>
  /** Whether the certificate leads to a trusted root and is in force; what else is asked is the caller's choice. */
  readonly trusts: (
    certificate: Certificate,
    at: Instant,
  ) => Result<unknown> | Promise<Result<unknown>>
  readonly clock: () => Instant
}

/** How long a checked certificate is taken as good without asking again, and a key without loading it again. */
const TRUST_SECONDS = 300
const CACHED_SYSTEMS = 500

interface Signer {
  readonly key: KeyObject
  readonly certificate: string
}

async function loadSigner(options: SealOptions, system: SystemId): Promise<Signer> {
  const pair = await options.keys(system)
  if (pair.certificate === undefined) throw new Error(`system ${system} has no certificate`)
  const certificate = readCertificate(pair.certificate)
  if (!certificate.ok) throw new Error(`the certificate of ${system}: ${certificate.error.code}`)
  return { key: pair.privateKey, certificate: certificate.value.fingerprint }
}

async function loadTrusted(
  options: SealOptions,
  fingerprint: string,
  at: Instant,
): Promise<Result<Certificate>> {
  const der = await options.certificates(fingerprint)
  if (der === undefined) return refuse(envelopeErrors.UNKNOWN_CERTIFICATE())
  const certificate = readCertificate(der)
  if (!certificate.ok || certificate.value.fingerprint !== fingerprint)
    return refuse(envelopeErrors.UNKNOWN_CERTIFICATE())
  const trusted = await options.trusts(certificate.value, at)
  return trusted.ok
    ? certificate
    : refuse(envelopeErrors.UNTRUSTED_CERTIFICATE({ reason: trusted.error.code }))
}

/**
 * Signs and checks envelopes with ES256. A certificate speaks for the system whose id is its subject's common name.
 * Certificates are checked once and kept by fingerprint for five minutes; their validity period is looked at every time.
 */
export function createSeal(options: SealOptions): Seal {
  const signers = createExpiringCache<Signer>(CACHED_SYSTEMS)
  const trusted = createExpiringCache<Certificate>(CACHED_SYSTEMS)

  async function certificateOf(fingerprint: string): Promise<Result<Certificate>> {
    const now = options.clock()
    const known = trusted.get(fingerprint, now)
    if (known !== undefined && known.notAfter > now) return ok(known)
    const loaded = await loadTrusted(options, fingerprint, now)
    if (loaded.ok) trusted.set(fingerprint, loaded.value, addSeconds(now, TRUST_SECONDS))
    return loaded
  }

  async function signerOf(system: SystemId): Promise<Signer> {
    const now = options.clock()
    const known = signers.get(system, now)
    if (known !== undefined) return known
    const loaded = await loadSigner(options, system)
    signers.set(system, loaded, addSeconds(now, TRUST_SECONDS))
    return loaded
  }

  return {
    async sign(system, text) {
      const { key, certificate } = await signerOf(system)
      const signature = signBytes(key, Buffer.from(text)).toString('base64url')
      return { envelope: text, signature, certificate }
    },

    async verify(system, signed: SignedEnvelope) {
      const certificate = await certificateOf(signed.certificate)
      if (!certificate.ok) return certificate
      const { subject, publicKey } = certificate.value
      if (subject.commonName !== system) return refuse(envelopeErrors.WRONG_SYSTEM())
      const signature = Buffer.from(signed.signature, 'base64url')
      return verifyBytes(publicKey, Buffer.from(signed.envelope), signature)
        ? ok(undefined)
        : refuse(envelopeErrors.BAD_SIGNATURE())
    },
  }
}
