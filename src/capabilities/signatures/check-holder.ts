import { type Iin, type Party, type Result, ok, refuse } from '#core/kernel'
import { type Certificate, OID } from '#platform/crypto'
import type { AuthorityOids } from '#capabilities/authority'
import { signatureErrors } from './errors.ts'
import type { SignerIdentity } from './verdict.ts'

/** Whose signature is expected, and in which capacity. */
export interface ExpectedSigner {
  /** The person, or the legal entity or body on whose behalf somebody signs. */
  readonly signer: Party
  /** The person who must be the one acting, when the signer is an entity. */
  readonly actingIin?: Iin
  /** An applicant (the default), or an official of a body: officials' keys sign decisions, not applications. */
  readonly as?: 'applicant' | 'official'
}

const has = (certificate: Certificate, purpose: string): boolean =>
  certificate.extendedKeyUsage.includes(purpose)

/** Order No 1187's "SIGN": digitalSignature and nonRepudiation, e-mail protection, and the policy of signing. */
function checkUsage(certificate: Certificate, oids: AuthorityOids): Result<void> {
  const { keyUsage, policies } = certificate
  if (policies.includes(oids.policy.personAuth) || has(certificate, OID.clientAuth))
    return refuse(signatureErrors.WRONG_KEY_USAGE())
  const signs =
    keyUsage.has('digitalSignature') &&
    keyUsage.has('nonRepudiation') &&
    has(certificate, OID.emailProtection) &&
    [oids.policy.personSign, oids.policy.entitySign].some((policy) => policies.includes(policy))
  return signs ? ok(undefined) : refuse(signatureErrors.NOT_FOR_DOCUMENTS())
}

function checkPerson(certificate: Certificate, iin: Iin, oids: AuthorityOids): Result<void> {
  if (certificate.subject.iin !== iin) return refuse(signatureErrors.WRONG_PERSON())
  const personal = has(certificate, oids.holder.person) && certificate.subject.bin === undefined
  return personal ? ok(undefined) : refuse(signatureErrors.ORGANISATION_KEY())
}

function checkEntity(
  certificate: Certificate,
  { signer, actingIin, as = 'applicant' }: ExpectedSigner,
  oids: AuthorityOids,
): Result<void> {
  const { bin, iin } = certificate.subject
  if (signer.kind !== 'entity' || bin !== signer.bin || !has(certificate, oids.holder.entity))
    return refuse(signatureErrors.WRONG_ORGANISATION())
  if (actingIin !== undefined && iin !== actingIin) return refuse(signatureErrors.WRONG_PERSON())
  const { official, firstHead, rightToSign } = oids.holder
  const capacities = as === 'official' ? [official] : [firstHead, rightToSign]
  const may = capacities.some((capacity) => has(certificate, capacity))
  return may ? ok(undefined) : refuse(signatureErrors.NO_AUTHORITY())
}

/**
 * Whether the certificate is for signing documents and names the expected signer. SIGNATURE_WRONG_KEY_USAGE,
 * _NOT_FOR_DOCUMENTS, _WRONG_PERSON, _ORGANISATION_KEY, _WRONG_ORGANISATION, _NO_AUTHORITY.
 */
export function checkHolder(
  certificate: Certificate,
  expected: ExpectedSigner,
  oids: AuthorityOids,
): Result<SignerIdentity> {
  const usage = checkUsage(certificate, oids)
  if (!usage.ok) return usage
  const { signer } = expected
  const holder =
    signer.kind === 'person'
      ? checkPerson(certificate, signer.iin, oids)
      : checkEntity(certificate, expected, oids)
  if (!holder.ok) return holder
  const { iin, bin, organization, commonName = '' } = certificate.subject
  if (iin === undefined) return refuse(signatureErrors.WRONG_PERSON())
  const { serialHex, fingerprint, notAfter } = certificate
  return ok({
    commonName,
    iin,
    serialHex,
    fingerprint,
    notAfter,
    ...(bin !== undefined && { bin }),
    ...(organization !== undefined && { organization }),
  })
}
