import type { KeyObject } from 'node:crypto'
import type { Instant } from '#core/kernel'
import type { Certificate } from './certificate.ts'
import { signData } from './cms-sign.ts'
import { DerError, UnsupportedError } from './der-read.ts'
import { bitString, generalizedTime, integer, oid, sequence } from './der-write.ts'
import { OID } from './oids.ts'
import { type TimeStampQuery, readImprint, readTimeStampQuery } from './tsp-query.ts'

export interface TimeStampAuthority {
  readonly key: KeyObject
  readonly certificate: Certificate
  /** Authorities' certificates that go along when the query asks for certificates, DER. */
  readonly chain: readonly Buffer[]
  /** The only policy under which this authority stamps. */
  readonly policy: string
  /** How far its clock may be off, seconds. */
  readonly accuracySeconds: number
}

/** PKIFailureInfo bits of RFC 3161, 2.4.2. */
export const TSP_FAILURES = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  addInfoNotAvailable: 17,
  systemFailure: 25,
} as const
export type TspFailure = keyof typeof TSP_FAILURES

const REJECTION = 2
const DIGEST_SIZES = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

function reject(failure: TspFailure): Buffer {
  const bit = TSP_FAILURES[failure]
  const bits = Buffer.alloc((bit >> 3) + 1)
  bits[bit >> 3] = 0x80 >> (bit & 7)
  return sequence(sequence(integer(REJECTION), bitString(bits, 7 - (bit & 7))))
}

function read(der: Buffer): (TimeStampQuery & { version: number }) | TspFailure {
  try {
    return readTimeStampQuery(der)
  } catch (fault) {
    if (fault instanceof DerError) return 'badDataFormat'
    throw fault
  }
}

function imprintFailure(query: TimeStampQuery): TspFailure | undefined {
  try {
    const { digest, hashed } = readImprint(query.imprint)
    return hashed.length === DIGEST_SIZES[digest] ? undefined : 'badDataFormat'
  } catch (fault) {
    if (fault instanceof UnsupportedError) return 'badAlg'
    if (fault instanceof DerError) return 'badDataFormat'
    throw fault
  }
}

function failureOf(
  query: TimeStampQuery & { version: number },
  policy: string,
): TspFailure | undefined {
  if (query.version !== 1) return 'badRequest'
  if (query.policy !== undefined && query.policy !== policy) return 'unacceptedPolicy'
  if (query.hasExtensions) return 'unacceptedExtension'
  return imprintFailure(query)
}

/**
 * Answers a time-stamp query (RFC 3161). Always an answer: a bad query gets a rejection with its PKIFailureInfo.
 * `serial` must never repeat for this authority: 16 random bytes.
 */
export function answerTimeStampQuery(
  der: Buffer,
  authority: TimeStampAuthority,
  { now, serial }: { now: Instant; serial: Buffer },
): Buffer {
  const query = read(der)
  if (typeof query === 'string') return reject(query)
  const failure = failureOf(query, authority.policy)
  if (failure !== undefined) return reject(failure)
  const info = sequence(
    integer(1),
    oid(authority.policy),
    query.imprint.raw,
    integer(serial),
    generalizedTime(now),
    sequence(integer(authority.accuracySeconds)),
    ...(query.nonce ? [query.nonce.raw] : []),
  )
  const token = signData({
    content: info,
    key: authority.key,
    certificate: authority.certificate,
    chain: authority.chain,
    withoutCertificates: !query.wantsCertificate,
    detached: false,
    contentType: OID.tstInfo,
    signingTime: now,
  })
  return sequence(sequence(integer(0)), token)
}
