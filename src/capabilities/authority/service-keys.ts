import type { KeyObject } from 'node:crypto'
import { addSeconds } from '#core/kernel'
import { type Certificate, parseCertificate } from '#platform/crypto'
import type { KeyPair, KeyStore } from '#platform/keys'
import { ensureKey } from './ca-keys.ts'
import { statusOf } from './certificate-register.ts'
import { type IssuingContext, RENEWAL_SECONDS, issueCertificate } from './issue-certificate.ts'
import type { ServiceProfile } from './profiles.ts'

export interface ServiceKey {
  readonly key: KeyObject
  readonly certificate: Certificate
}

/** Whether the kept certificate is this authority's, in its register, and good for a month. */
async function usable(context: IssuingContext, pair: KeyPair): Promise<Certificate | undefined> {
  if (pair.certificate === undefined) return undefined
  const certificate = parseCertificate(pair.certificate)
  const known = await statusOf(context.pool, [certificate.serialHex])
  const good = known.get(certificate.serialHex)?.status === 'good'
  const lasts = certificate.notAfter > addSeconds(context.clock(), RENEWAL_SECONDS)
  return good && lasts ? certificate : undefined
}

/**
 * Key and certificate of one of the authority's own services, made on the first start and certified anew a month before the end.
 * @throws when its certificate was revoked: then the key file must go, and a new key is made.
 */
export async function ensureServiceKey(
  context: IssuingContext,
  keys: KeyStore,
  service: { profile: ServiceProfile; commonName: string },
): Promise<ServiceKey> {
  const name = `authority-${service.profile}`
  const pair = await ensureKey(keys, name, 'P-256')
  const kept = await usable(context, pair)
  if (kept !== undefined) return { key: pair.privateKey, certificate: kept }
  const issued = await issueCertificate(context, {
    profile: service.profile,
    subject: { commonName: service.commonName },
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
  })
  if (!issued.ok) throw new Error(`certificate of ${name}: ${issued.error.code}`)
  await keys.saveCertificate(name, issued.value.certificate, issued.value.chain)
  return { key: pair.privateKey, certificate: parseCertificate(issued.value.certificate) }
}
