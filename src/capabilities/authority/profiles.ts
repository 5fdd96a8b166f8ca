import { type KeyUsage, OID, extensions } from '#platform/crypto'
import type { AuthorityOids } from './oids.ts'
import type { CertificateSubject } from './certificate-subject.ts'

/** What a certificate is for. `seal` is a body's seal under the documents it issues; `system` an information system of the state. */
export const CERTIFICATE_PROFILES = [
  'person-sign',
  'person-auth',
  'entity-head-sign',
  'official-sign',
  'seal',
  'system',
] as const
export type CertificateProfile = (typeof CERTIFICATE_PROFILES)[number]
/** Profiles of the authority's own services. */
export type ServiceProfile = 'ocsp' | 'tsa'
export type AnyProfile = CertificateProfile | ServiceProfile

export interface ProfileRule {
  readonly keyUsage: readonly KeyUsage[]
  readonly purposes: readonly string[]
  /** RFC 3161 and RFC 6960 services: their purpose is critical. */
  readonly purposeCritical?: true
  readonly policy: string
  /** Parts of the subject that must be there; all others but the patronymic must not. */
  readonly subject: readonly (keyof CertificateSubject)[]
  readonly validDays: number
  /** A system keeps its key and is certified anew before the end; a person makes a new key. */
  readonly renewable: boolean
  readonly extra?: readonly Buffer[]
}

const SIGN: readonly KeyUsage[] = ['digitalSignature', 'nonRepudiation']
const AUTH: readonly KeyUsage[] = ['digitalSignature', 'keyEncipherment']
const YEAR = 365

const person = (oids: AuthorityOids) =>
  ({
    'person-sign': {
      keyUsage: SIGN,
      purposes: [OID.emailProtection, oids.holder.person],
      policy: oids.policy.personSign,
      subject: ['commonName', 'surname', 'iin'],
      validDays: YEAR,
      renewable: false,
    },
    'person-auth': {
      keyUsage: AUTH,
      purposes: [OID.clientAuth, oids.holder.person],
      policy: oids.policy.personAuth,
      subject: ['commonName', 'surname', 'iin'],
      validDays: YEAR,
      renewable: false,
    },
  }) satisfies Partial<Record<AnyProfile, ProfileRule>>

const organisation = (oids: AuthorityOids) => {
  const base = {
    keyUsage: SIGN,
    policy: oids.policy.entitySign,
    subject: ['commonName', 'surname', 'iin', 'organization', 'bin'],
    validDays: YEAR,
    renewable: false,
  } as const
  const purposes = [OID.emailProtection, oids.holder.entity]
  return {
    'entity-head-sign': { ...base, purposes: [...purposes, oids.holder.firstHead] },
    'official-sign': { ...base, purposes: [...purposes, oids.holder.official] },
    seal: {
      ...base,
      purposes: [...purposes, oids.holder.seal],
      subject: ['commonName', 'organization', 'bin'],
      renewable: true,
    },
  } satisfies Partial<Record<AnyProfile, ProfileRule>>
}

const machine = (oids: AuthorityOids) =>
  ({
    system: {
      keyUsage: AUTH,
      purposes: [OID.clientAuth, oids.holder.entity, oids.holder.informationSystem],
      policy: oids.policy.system,
      subject: ['commonName', 'organization', 'bin'],
      validDays: YEAR,
      renewable: true,
    },
    ocsp: {
      keyUsage: ['digitalSignature'],
      purposes: [OID.ocspSigning],
      policy: oids.policy.service,
      subject: ['commonName'],
      validDays: YEAR,
      renewable: true,
      extra: [extensions.ocspNoCheck()],
    },
    tsa: {
      keyUsage: ['digitalSignature', 'nonRepudiation'],
      purposes: [OID.timeStamping],
      purposeCritical: true,
      policy: oids.policy.service,
      subject: ['commonName'],
      validDays: 5 * YEAR,
      renewable: true,
    },
  }) satisfies Partial<Record<AnyProfile, ProfileRule>>

/** The profiles of the national authority (order of certificates' fields and usages as it publishes them). */
export const profileRules = (oids: AuthorityOids): Readonly<Record<AnyProfile, ProfileRule>> => ({
  ...person(oids),
  ...organisation(oids),
  ...machine(oids),
})
