import { type Instant, type Result, ok, refuse } from '#core/kernel'
import { sha256 } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { type Trust, verifyChain } from './chain.ts'
import { verifySignedData } from './cms-verify.ts'
import {
  attempt,
  fieldsOf,
  malformed,
  readDer,
  readOid,
  readSmallInteger,
  readTime,
  readUnsignedHex,
} from './der-read.ts'
import { TAG } from './der-write.ts'
import { tspErrors } from './errors.ts'
import { OID } from './oids.ts'
import { TSP_FAILURES } from './tsp-answer.ts'
import { type MessageImprint, readImprint } from './tsp-query.ts'

/** What a verified time stamp proves: the data with this imprint existed at `at`. */
export interface TimeStamp {
  readonly at: Instant
  readonly policy: string
  readonly serialHex: string
  readonly certificate: Certificate
}

interface TstInfo {
  readonly at: Instant
  readonly policy: string
  readonly serialHex: string
  readonly imprint: MessageImprint
  readonly nonceHex: string | undefined
}

function failureName(bits: Buffer): string {
  const names = Object.entries(TSP_FAILURES)
  const set = names.find(([, bit]) => ((bits[1 + (bit >> 3)] ?? 0) << (bit & 7)) & 0x80)
  return set?.[0] ?? 'unknown'
}

function readResponse(der: Buffer): { failure: string } | { token: Buffer } {
  const fields = fieldsOf(readDer(der))
  const status = fieldsOf(fields.next())
  const granted = readSmallInteger(status.next(TAG.integer)) <= 1
  status.optional(TAG.sequence)
  const failure = status.optional(TAG.bitString)
  if (!granted) return { failure: failureName(failure?.body ?? Buffer.alloc(0)) }
  const token = fields.next(TAG.sequence).raw
  fields.end()
  return { token }
}

/** The token inside a TimeStampResp: TSP_MALFORMED, or TSP_REJECTED with the authority's reason as `failure`. */
export function parseTimeStampResponse(der: Buffer): Result<Buffer> {
  const read = attempt(
    () => readResponse(der),
    () => tspErrors.MALFORMED(),
  )
  if (!read.ok) return read
  return 'token' in read.value ? ok(read.value.token) : refuse(tspErrors.REJECTED(read.value))
}

function readInfo(content: Buffer): TstInfo {
  const fields = fieldsOf(readDer(content))
  if (readSmallInteger(fields.next(TAG.integer)) !== 1) malformed('version')
  const policy = readOid(fields.next(TAG.oid))
  const imprint = readImprint(fields.next())
  const serialHex = readUnsignedHex(fields.next())
  const at = readTime(fields.next(TAG.generalizedTime))
  fields.optional(TAG.sequence)
  fields.optional(TAG.boolean)
  const nonce = fields.optional(TAG.integer)
  return { policy, imprint, serialHex, at, nonceHex: nonce && readUnsignedHex(nonce) }
}

/** RFC 3161, 2.3: the extended key usage is critical and says timeStamping alone. */
function mayStamp(certificate: Certificate): boolean {
  const [purpose, ...others] = certificate.extendedKeyUsage
  const critical = certificate.extensions.get(OID.extendedKeyUsage)?.critical ?? false
  return critical && purpose === OID.timeStamping && others.length === 0
}

const withoutZeros = (hex: string): string => hex.replace(/^(00)+(?=..)/, '')

/** What was stamped: the data (for a signature time stamp the signature value), or their SHA-256. */
type Stamped = { readonly stamped: Buffer } | { readonly imprint: Buffer }

export type TimeStampExpectation = Stamped & {
  /** The nonce of the query; left out when a kept token is verified later. */
  readonly nonce?: Buffer
  readonly trust: Trust
}

function checkInfo(info: TstInfo, expected: TimeStampExpectation): Result<TstInfo> {
  const { digest, hashed } = info.imprint
  const { nonce } = expected
  const imprint = 'imprint' in expected ? expected.imprint : sha256(expected.stamped)
  if (digest !== 'sha256' || !hashed.equals(imprint)) return refuse(tspErrors.WRONG_IMPRINT())
  if (nonce && info.nonceHex !== withoutZeros(nonce.toString('hex')))
    return refuse(tspErrors.WRONG_NONCE())
  return ok(info)
}

/**
 * Verifies a time-stamp token: its signature, imprint (SHA-256), nonce, the authority's certificate (critical, sole EKU
 * timeStamping) and its chain at the time of the stamp.
 * Codes: TSP_MALFORMED, TSP_WRONG_IMPRINT, TSP_WRONG_NONCE, TSP_UNTRUSTED.
 */
export function verifyTimeStamp(token: Buffer, expected: TimeStampExpectation): Result<TimeStamp> {
  const signer = verifySignedData(token, undefined, OID.tstInfo)
  if (!signer.ok) {
    const damaged = signer.error.code === 'CMS_MALFORMED'
    return refuse(damaged ? tspErrors.MALFORMED() : tspErrors.UNTRUSTED())
  }
  const { certificate, content } = signer.value
  const read = attempt(
    () => readInfo(content),
    () => tspErrors.MALFORMED(),
  )
  if (!read.ok) return read
  const info = checkInfo(read.value, expected)
  if (!info.ok) return info
  const { at, policy, serialHex } = info.value
  const trusted = mayStamp(certificate) && verifyChain(expected.trust, certificate, at).ok
  return trusted ? ok({ at, policy, serialHex, certificate }) : refuse(tspErrors.UNTRUSTED())
}
