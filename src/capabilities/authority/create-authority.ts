import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Iin, type Instant, type Result, ok, refuse } from '#core/kernel'
import { type RevocationReason, answerOcspRequest, answerTimeStampQuery } from '#platform/crypto'
import { inTransaction } from '#platform/db'
import type { KeyStore } from '#platform/keys'
import type { Log } from '#platform/log'
import { type AuthorityNames, ensureAuthorities } from './ca-keys.ts'
import {
  type CertificateSummary,
  certificatesOfPerson,
  lockRevocations,
  markRevoked,
  statusOf,
} from './certificate-register.ts'
import { type CrlIssuer, createCrlPublisher } from './crl-publisher.ts'
import { authorityErrors } from './errors.ts'
import {
  type IssueRequest,
  type IssuedCertificate,
  type IssuingContext,
  issueCertificate,
} from './issue-certificate.ts'
import type { Issuer } from './issuer.ts'
import type { AuthorityOids } from './oids.ts'
import type { AuthorityUrls } from './urls.ts'
import { type CertificateProfile, profileRules } from './profiles.ts'
import { type ServiceKey, ensureServiceKey } from './service-keys.ts'

/** The national certification authority. */
export interface Authority {
  /** Certificates of the root and the issuing authority, DER. */
  readonly anchors: { readonly root: Buffer; readonly issuing: Buffer }
  /**
   * Issues a certificate; the same request again gets the same certificate. AUTHORITY_SUBJECT, AUTHORITY_BAD_KEY,
   * AUTHORITY_KEY_OF_ANOTHER, AUTHORITY_KEY_IN_USE, AUTHORITY_KEY_REVOKED.
   */
  issue(request: IssueRequest<CertificateProfile>): Promise<Result<IssuedCertificate>>
  /** Revokes for ever, at once visible in OCSP and in the next CRL. Again: no change. AUTHORITY_UNKNOWN_CERTIFICATE. */
  revoke(serialHex: string, reason: RevocationReason): Promise<Result<void>>
  /** OCSPResponse (RFC 6960) to a request, DER. */
  answerOcsp(request: Buffer): Promise<Buffer>
  /** TimeStampResp (RFC 3161) to a query, DER. */
  answerTimeStamp(query: Buffer): Promise<Buffer>
  /** The current full CRL, DER; the issuing authority's when left out. */
  crl(issuer?: CrlIssuer): Promise<Buffer>
  certificatesOf(iin: Iin): Promise<CertificateSummary[]>
}

export interface AuthorityDeps {
  /** Pool of the role `authority`. */
  readonly sql: pg.Pool
  readonly keys: KeyStore
  readonly clock: () => Instant
  readonly oids: AuthorityOids
  readonly urls: AuthorityUrls
  readonly log: Log
  readonly names?: AuthorityNames
}

const DEMONSTRATION_NAMES: AuthorityNames = {
  country: 'KZ',
  root: 'НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (DEMO)',
  issuing: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (DEMO)',
  ocsp: 'OCSP RESPONDER (DEMO)',
  tsa: 'TIME STAMPING AUTHORITY (DEMO)',
}
/** Answers are fresh for five minutes: a revocation reaches those who keep answers within that time. */
const OCSP_FRESH_SECONDS = 300

interface Equipment {
  readonly root: Issuer
  readonly context: IssuingContext
  readonly ocsp: ServiceKey
  readonly tsa: ServiceKey
}

/** Keys and certificates of the authority; two processes that start at once make them only once. */
async function equip(deps: AuthorityDeps): Promise<Equipment> {
  const names = deps.names ?? DEMONSTRATION_NAMES
  return inTransaction(deps.sql, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('authority keys', 0))`)
    const { keys, urls, clock } = deps
    const { root, issuing } = await ensureAuthorities(keys, names, { urls, now: clock() })
    const context: IssuingContext = {
      pool: deps.sql,
      issuer: issuing,
      rules: profileRules(deps.oids),
      urls,
      clock,
      country: names.country,
    }
    const service = (profile: 'ocsp' | 'tsa') =>
      ensureServiceKey(context, keys, { profile, commonName: names[profile] })
    return { root, context, ocsp: await service('ocsp'), tsa: await service('tsa') }
  })
}

async function revoke(
  deps: AuthorityDeps,
  serialHex: string,
  reason: RevocationReason,
): Promise<Result<void>> {
  const outcome = await inTransaction(deps.sql, async (tx) => {
    await lockRevocations(tx)
    return markRevoked(tx, { serialHex, at: deps.clock(), reason })
  })
  if (outcome === 'unknown') return refuse(authorityErrors.UNKNOWN_CERTIFICATE())
  if (outcome === 'revoked') deps.log.info({ serial: serialHex, reason }, 'certificate revoked')
  return ok(undefined)
}

/** Starts the authority; on the first start it makes its root (P-384), issuing, OCSP and TSA keys (P-256). */
export async function createAuthority(deps: AuthorityDeps): Promise<Authority> {
  const { root, context, ocsp, tsa } = await equip(deps)
  const { issuer } = context
  const lists = createCrlPublisher({
    pool: deps.sql,
    issuers: { root, issuing: issuer },
    clock: deps.clock,
  })
  const responder = { ...ocsp, issuer: issuer.certificate, freshSeconds: OCSP_FRESH_SECONDS }
  const stamp = {
    ...tsa,
    chain: [issuer.certificate.der],
    policy: deps.oids.policy.timeStamp,
    accuracySeconds: 1,
  }
  deps.log.info({ root: root.certificate.fingerprint }, 'certification authority ready')
  return {
    anchors: { root: root.certificate.der, issuing: issuer.certificate.der },
    issue: (request) => issueCertificate(context, request),
    revoke: (serialHex, reason) => revoke(deps, serialHex, reason),
    answerOcsp: (request) =>
      answerOcspRequest(request, responder, {
        now: deps.clock(),
        lookup: (serials) => statusOf(deps.sql, serials),
      }),
    answerTimeStamp: (query) =>
      Promise.resolve(
        answerTimeStampQuery(query, stamp, { now: deps.clock(), serial: randomBytes(16) }),
      ),
    crl: (of = 'issuing') => lists.current(of),
    certificatesOf: (iin) => certificatesOfPerson(deps.sql, iin, deps.clock()),
  }
}
