import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Instant, type Result, addSeconds, ok, refuse } from '#core/kernel'
import {
  type Certificate,
  buildCertificate,
  extensions,
  keyIdentifier,
  parseCertificate,
  sha256,
} from '#platform/crypto'
import { type Sql, inTransaction } from '#platform/db'
import type { Issuer } from './issuer.ts'
import {
  type KeyCertificate,
  addCertificate,
  certificatesOfKey,
  claimKey,
  lockKey,
} from './certificate-register.ts'
import { authorityErrors } from './errors.ts'
import type { AnyProfile, ProfileRule } from './profiles.ts'
import { checkPublicKey } from './public-key.ts'
import type { CertificateSubject } from './certificate-subject.ts'
import { holderOf, subjectName } from './subject.ts'
import type { AuthorityUrls } from './urls.ts'

export interface IssueRequest<P extends AnyProfile = AnyProfile> {
  readonly profile: P
  readonly subject: CertificateSubject
  /** SubjectPublicKeyInfo, DER; the caller has seen the proof of possession. */
  readonly publicKey: Buffer
  /** Days from now; the profile's own number (a year for people) when left out. */
  readonly validDays?: number
}

export interface IssuedCertificate {
  readonly serialHex: string
  readonly certificate: Buffer
  /** Issuing authority and root, DER. */
  readonly chain: readonly Buffer[]
  readonly notBefore: Instant
  readonly notAfter: Instant
}

export interface IssuingContext {
  readonly pool: pg.Pool
  readonly issuer: Issuer
  readonly rules: Readonly<Record<AnyProfile, ProfileRule>>
  readonly urls: AuthorityUrls
  readonly country: string
  readonly clock: () => Instant
}

const DAY = 86_400
/** A renewable certificate is replaced when less than this is left of it, seconds. */
export const RENEWAL_SECONDS = 30 * DAY

interface Order {
  readonly request: IssueRequest
  readonly rule: ProfileRule
  readonly subjectDer: Buffer
  readonly holder: string
  readonly keyHash: string
  readonly now: Instant
}

/** 20 octets, positive, never zero in front: 158 random bits (RFC 5280, 4.1.2.2). */
function newSerial(): Buffer {
  const serial = randomBytes(20)
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  return serial
}

function extensionsOf({ issuer, urls }: IssuingContext, { request, rule }: Order): Buffer[] {
  return [
    extensions.authorityKeyId(keyIdentifier(issuer.certificate.spki)),
    extensions.subjectKeyId(keyIdentifier(request.publicKey)),
    extensions.keyUsage(rule.keyUsage),
    extensions.extendedKeyUsage(rule.purposes, rule.purposeCritical),
    extensions.policy(rule.policy, urls.cps),
    extensions.crlDistributionPoint(`${urls.crl}/issuing.crl`),
    extensions.authorityInfoAccess({ ocsp: urls.ocsp, aia: `${urls.aia}/issuing.cer` }),
    ...(rule.extra ?? []),
  ]
}

function build(context: IssuingContext, order: Order): Certificate {
  const { rule, request, now, subjectDer } = order
  const { issuer } = context
  const days = request.validDays ?? rule.validDays
  const end = addSeconds(now, days * DAY)
  const notAfter = end < issuer.certificate.notAfter ? end : issuer.certificate.notAfter
  const template = {
    serial: newSerial(),
    issuerDer: issuer.certificate.subjectDer,
    subjectDer,
    notBefore: now,
    notAfter,
    spki: request.publicKey,
    extensions: extensionsOf(context, order),
  }
  return parseCertificate(buildCertificate(template, issuer.key))
}

/** What stands against a new certificate for a key that had some; the live one itself when it is the very same. */
function judgeKey(
  had: readonly KeyCertificate[],
  order: Order,
): Result<KeyCertificate | undefined> {
  if (had.some(({ revoked }) => revoked)) return refuse(authorityErrors.KEY_REVOKED())
  const until = order.rule.renewable ? addSeconds(order.now, RENEWAL_SECONDS) : order.now
  const live = had.find(({ notAfter }) => notAfter > order.now)
  if (live === undefined) return ok(undefined)
  const same =
    live.profile === order.request.profile &&
    live.subjectHash === sha256(order.subjectDer).toString('hex')
  if (!same) return refuse(authorityErrors.KEY_IN_USE())
  return ok(live.notAfter > until ? live : undefined)
}

async function certify(
  context: IssuingContext,
  order: Order,
  tx: Sql,
): Promise<Result<Certificate>> {
  await lockKey(tx, order.keyHash)
  const holder = await claimKey(tx, order.keyHash, order.holder)
  if (holder !== order.holder) return refuse(authorityErrors.KEY_OF_ANOTHER())
  const judged = judgeKey(await certificatesOfKey(tx, order.keyHash), order)
  if (!judged.ok) return judged
  if (judged.value !== undefined) return ok(parseCertificate(judged.value.der))
  const certificate = build(context, order)
  const { subject, profile } = order.request
  await addCertificate(tx, {
    serial: certificate.serialHex,
    profile,
    holder,
    iin: subject.iin ?? null,
    bin: subject.bin ?? null,
    keyHash: order.keyHash,
    subjectHash: sha256(order.subjectDer).toString('hex'),
    der: certificate.der,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  })
  return ok(certificate)
}

/**
 * Issues a certificate and writes it into the register. The same subject, key and profile get the same certificate again.
 * AUTHORITY_SUBJECT, AUTHORITY_BAD_KEY, AUTHORITY_KEY_OF_ANOTHER, AUTHORITY_KEY_IN_USE, AUTHORITY_KEY_REVOKED.
 */
export async function issueCertificate(
  context: IssuingContext,
  request: IssueRequest,
): Promise<Result<IssuedCertificate>> {
  const rule = context.rules[request.profile]
  const subjectDer = subjectName(request.subject, rule, context.country)
  if (!subjectDer.ok) return subjectDer
  const publicKey = checkPublicKey(request.publicKey)
  if (!publicKey.ok) return publicKey
  const order: Order = {
    request,
    rule,
    subjectDer: subjectDer.value,
    holder: holderOf(request.subject),
    keyHash: sha256(publicKey.value).toString('hex'),
    now: context.clock(),
  }
  const issued = await inTransaction(context.pool, (tx) => certify(context, order, tx))
  if (!issued.ok) return issued
  const { serialHex, der, notBefore, notAfter } = issued.value
  const chain = [context.issuer.certificate.der, ...context.issuer.chain]
  return ok({ serialHex, certificate: der, chain, notBefore, notAfter })
}
