import type { KeyObject } from 'node:crypto'
import type { Instant } from '#core/kernel'
import { type Certificate, signFrame } from './certificate.ts'
import {
  TAG,
  context,
  enumerated,
  integer,
  octetString,
  oid,
  sequence,
  time,
  tlv,
} from './der-write.ts'
import { extensions } from './extensions.ts'
import { OID } from './oids.ts'
import { REVOCATION_REASONS, type RevokedEntry } from './revocation.ts'

export interface RevocationListContents {
  readonly number: number
  readonly thisUpdate: Instant
  readonly nextUpdate: Instant
  readonly revoked: Iterable<RevokedEntry>
}

function entry({ serialHex, at, reason }: RevokedEntry): Buffer {
  const code = REVOCATION_REASONS[reason]
  const why = sequence(sequence(oid(OID.reasonCode), octetString(enumerated(code))))
  return sequence(integer(Buffer.from(serialHex, 'hex')), time(at), ...(code === 0 ? [] : [why]))
}

/** A full, numbered CRL of version 2 (RFC 5280, 5). */
export function buildCrl(
  issuer: { certificate: Certificate; key: KeyObject },
  contents: RevocationListContents,
): Buffer {
  const entries = Array.from(contents.revoked, entry)
  const { subjectKeyId } = issuer.certificate
  return signFrame(issuer.key, (algorithm) =>
    sequence(
      integer(1),
      algorithm,
      issuer.certificate.subjectDer,
      time(contents.thisUpdate),
      time(contents.nextUpdate),
      ...(entries.length === 0 ? [] : [tlv(TAG.sequence, Buffer.concat(entries))]),
      context(
        0,
        sequence(
          ...(subjectKeyId ? [extensions.authorityKeyId(subjectKeyId)] : []),
          extensions.crlNumber(contents.number),
        ),
      ),
    ),
  )
}
