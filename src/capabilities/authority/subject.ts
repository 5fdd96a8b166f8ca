import { type Result, ok, refuse } from '#core/kernel'
import { type DistinguishedName, MAX_NAME_LENGTH, buildName } from '#platform/crypto'
import type { CertificateSubject } from './certificate-subject.ts'
import { authorityErrors } from './errors.ts'
import type { ProfileRule } from './profiles.ts'

const PARTS = ['commonName', 'surname', 'iin', 'organization', 'bin'] as const

const fits = (text: string | undefined): boolean =>
  text === undefined || (text.trim().length > 0 && text.length <= MAX_NAME_LENGTH)

/** The part that is missing, too long, or does not belong into this profile. */
function wrongPart(subject: CertificateSubject, rule: ProfileRule): string | undefined {
  const misplaced = PARTS.find(
    (part) => (subject[part] !== undefined) !== rule.subject.includes(part),
  )
  if (misplaced !== undefined) return misplaced
  return [...PARTS, 'givenName' as const].find((part) => !fits(subject[part]))
}

/** The subject's name in DER, with the country: AUTHORITY_SUBJECT names the part that is wrong. */
export function subjectName(
  subject: CertificateSubject,
  rule: ProfileRule,
  country: string,
): Result<Buffer> {
  const field = wrongPart(subject, rule)
  if (field !== undefined) return refuse(authorityErrors.SUBJECT({ field }, field))
  const name: DistinguishedName = { ...subject, country }
  return ok(buildName(name))
}

/** Who holds the key, as one text: a person by IIN; a body by BIN and name, since a body has many seals and systems. */
export function holderOf({ iin, bin, commonName }: CertificateSubject): string {
  if (iin !== undefined) return `iin:${iin}`
  return bin === undefined ? `service:${commonName}` : `bin:${bin}:${commonName}`
}
