import path from 'node:path'
import { type Authority, createAuthority } from '#capabilities/authority'
import { createSignatures } from '#capabilities/signatures'
import { type Certificate, createTrust, readCertificate } from '#platform/crypto'
import { createKeyStore } from '#platform/keys'
import type { Instant } from '#core/kernel'
import type { Database } from '#platform/db'
import type { Log } from '#platform/log'
import { createCrlCache } from '#platform/seal'
import { authorityHere } from './authority-client.ts'
import { loadAuthorityData } from './authority-data.ts'
import type { Boundaries } from './boundaries.ts'
import type { Config } from './config.ts'
import type { Law } from './law.ts'
import { createSystemSeal, sealKeys, systemKeys } from './systems.ts'

interface TrustDeps {
  readonly config: Config
  readonly database: Database
  readonly clock: () => Instant
  readonly log: Log
  readonly around?: Boundaries | undefined
}

/** The certificate that signs the list of revoked ones. */
function issuerOf({ anchors }: Authority): Certificate {
  const issuer = readCertificate(anchors.issuing)
  if (!issuer.ok) throw new Error(`the issuing certificate: ${issuer.error.code}`)
  return issuer.value
}

/** The certification authority and all that rests on it: seals of systems and of bodies, signatures, what is revoked. */
export async function createTrustLayer(deps: TrustDeps, law: Law) {
  const { config, database, clock, log } = deps
  const keys = createKeyStore(path.join(config.data, 'keys'))
  const trustUrl = `${config.baseUrl}/trust`
  const { oids, names } = loadAuthorityData(config.root)
  const authority = await createAuthority({
    sql: database.pool('authority'),
    keys,
    clock,
    oids,
    names,
    urls: {
      crl: `${trustUrl}/crl`,
      ocsp: `${trustUrl}/ocsp`,
      tsa: `${trustUrl}/tsa`,
      aia: `${trustUrl}/ca`,
    },
    log,
  })
  const here = authorityHere(authority)
  const client = deps.around?.authority(here) ?? here
  const ring = { keys, authority }
  const revocations = createCrlCache({
    fetch: client.crl,
    issuer: issuerOf(authority),
    clock,
  })
  const seal = createSystemSeal({
    revocations,
    pairs: await systemKeys(ring, law.systems),
    anchors: authority.anchors,
    clock,
  })
  const trust = createTrust({
    roots: [authority.anchors.root],
    intermediates: [authority.anchors.issuing],
  })
  const isSeal = (certificate: Certificate) =>
    certificate.extendedKeyUsage.includes(oids.holder.seal)
  const signatures = createSignatures({ anchors: authority.anchors, clock, oids, ...client })
  const seals = sealKeys(ring, law.bodies)
  return { authority, client, seal, trust, revocations, isSeal, signatures, seals }
}

export type TrustLayer = Awaited<ReturnType<typeof createTrustLayer>>
