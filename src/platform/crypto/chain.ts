import { type Instant, type Result, ok, refuse } from '#core/kernel'
import { verifyDer } from './algorithms.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { attempt } from './der-read.ts'
import { certErrors } from './errors.ts'
import { OID } from './oids.ts'

/** Critical extensions that this module understands; any other one refuses the certificate (RFC 5280, 4.2). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
  OID.subjectAltName,
])
const MAX_PATH = 6
const CACHE_SIZE = 10_000

/** Whom to believe: anchors and the authorities below them. Certificates that a signature brings along are never issuers. */
export interface Trust {
  readonly roots: readonly Certificate[]
  readonly issuers: readonly Certificate[]
  /** Issuer by the fingerprint of a certificate whose signature was checked; undefined = checked and not ours. */
  readonly checked: Map<string, Certificate | undefined>
}

/**
 * Trust in the given roots, and in intermediates as far as they chain to them. DER bytes, own configuration.
 * @throws DerError when an anchor is not a certificate.
 */
export function createTrust(anchors: {
  roots: readonly Buffer[]
  intermediates: readonly Buffer[]
}): Trust {
  const roots = anchors.roots.map(parseCertificate)
  const intermediates = anchors.intermediates.map(parseCertificate)
  return { roots, issuers: [...roots, ...intermediates], checked: new Map() }
}

/** Whether `issuer` signed the certificate: names, key identifiers, CA flag, keyCertSign and the signature itself. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  const { tbs, algorithm, signature } = certificate.signed
  if (!certificate.issuerDer.equals(issuer.subjectDer)) return false
  if (!issuer.isCa || !issuer.keyUsage.has('keyCertSign')) return false
  const { authorityKeyId } = certificate
  const { subjectKeyId } = issuer
  if (authorityKeyId && subjectKeyId && !authorityKeyId.equals(subjectKeyId)) return false
  const verified = attempt(
    () => verifyDer(issuer.publicKey, { bytes: tbs, algorithm, signature }),
    () => certErrors.UNTRUSTED(),
  )
  return verified.ok && verified.value
}

function findIssuer(trust: Trust, certificate: Certificate): Certificate | undefined {
  if (trust.checked.has(certificate.fingerprint)) return trust.checked.get(certificate.fingerprint)
  const issuer = trust.issuers.find((candidate) => isIssuedBy(certificate, candidate))
  if (trust.checked.size >= CACHE_SIZE) trust.checked.clear()
  trust.checked.set(certificate.fingerprint, issuer)
  return issuer
}

const hasUnknownCritical = (certificate: Certificate): boolean =>
  [...certificate.extensions].some(([id, { critical }]) => critical && !UNDERSTOOD.has(id))

const isRoot = (trust: Trust, certificate: Certificate): boolean =>
  trust.roots.some((root) => root.fingerprint === certificate.fingerprint)

function buildPath(trust: Trust, leaf: Certificate): Certificate[] | undefined {
  const path = [leaf]
  for (let last = leaf; path.length <= MAX_PATH; ) {
    if (isRoot(trust, last)) return path
    const issuer = findIssuer(trust, last)
    if (issuer === undefined) return undefined
    path.push(issuer)
    last = issuer
  }
  return undefined
}

/** CERT_NOT_YET_VALID, CERT_EXPIRED. Both ends belong to the period (RFC 5280, 4.1.2.5). */
function checkPeriod(certificate: Certificate, at: Instant): Result<Certificate> {
  const { notBefore, notAfter } = certificate
  if (at < notBefore) return refuse(certErrors.NOT_YET_VALID({ from: notBefore.slice(0, 10) }))
  const afterLastSecond = at.slice(0, 19) > notAfter.slice(0, 19)
  return afterLastSecond
    ? refuse(certErrors.EXPIRED({ until: notAfter.slice(0, 10) }))
    : ok(certificate)
}

/** `below` counts the authorities between this one and the leaf: pathLenConstraint limits them. */
const pathFits = (authority: Certificate, below: number): boolean =>
  authority.pathLength === undefined || below <= authority.pathLength

/**
 * The path from a certificate to a root, leaf first, all of it valid at `at`: signatures, CA flags, keyCertSign, path length,
 * periods, no critical extension that is not understood. CERT_UNTRUSTED, CERT_NOT_YET_VALID, CERT_EXPIRED.
 * Revocation is not looked at here.
 */
export function verifyChain(
  trust: Trust,
  certificate: Certificate,
  at: Instant,
): Result<readonly Certificate[]> {
  const path = buildPath(trust, certificate)
  if (path === undefined || path.some(hasUnknownCritical)) return refuse(certErrors.UNTRUSTED())
  const authorities = path.slice(1)
  if (!authorities.every((authority, i) => pathFits(authority, i)))
    return refuse(certErrors.UNTRUSTED())
  for (const one of path) {
    const period = checkPeriod(one, at)
    if (!period.ok) return period
  }
  return ok(path)
}
