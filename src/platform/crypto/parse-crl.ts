import { type Instant, type Result, ok, refuse } from '#core/kernel'
import { verifyDer } from './algorithms.ts'
import { type Certificate, type SignedFrame, readSignedFrame } from './certificate.ts'
import {
  type Fields,
  attempt,
  fieldsOf,
  malformed,
  optionalExplicit,
  readDer,
  readSmallInteger,
  readTime,
  readUnsignedHex,
} from './der-read.ts'
import { TAG } from './der-write.ts'
import { certErrors } from './errors.ts'
import { readExtensions } from './extensions.ts'
import { OID } from './oids.ts'
import { type RevokedEntry, reasonOf } from './revocation.ts'

export interface RevocationList {
  readonly issuerDer: Buffer
  readonly number: number | undefined
  readonly thisUpdate: Instant
  readonly nextUpdate: Instant
  readonly signed: SignedFrame
  find(serialHex: string): RevokedEntry | undefined
}

function readEntry(raw: Buffer): RevokedEntry {
  const fields = fieldsOf(readDer(raw))
  const serialHex = readUnsignedHex(fields.next())
  const at = readTime(fields.next())
  const reason = readExtensions(fields.optional(TAG.sequence)).get(OID.reasonCode)
  const code = reason ? readSmallInteger(readDer(reason.value)) : 0
  return { serialHex, at, reason: reasonOf(code) }
}

/** Size of the value at `at`, for the short walk over entries: half a million nodes would cost more than the list. */
function sizeAt(bytes: Buffer, at: number): { header: number; size: number } {
  const first = bytes[at + 1] ?? malformed('truncated')
  if (first < 0x80) return { header: 2, size: first }
  const count = first & 0x7f
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) malformed('length')
  return { header: 2 + count, size: bytes.readUIntBE(at + 2, count) }
}

const withoutSign = (hex: string): string =>
  hex.length > 2 && hex.startsWith('00') ? hex.slice(2) : hex

function indexEntries(list: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  for (let at = 0; at < list.length; ) {
    const { header, size } = sizeAt(list, at)
    const end = at + header + size
    const serial = sizeAt(list, at + header)
    const start = at + header + serial.header
    if (end > list.length || start + serial.size > end) malformed('truncated')
    const key = withoutSign(list.toString('hex', start, start + serial.size))
    entries.set(key, list.subarray(at, end))
    at = end
  }
  return entries
}

/** An entry that names the certificate but cannot be read still says that it is revoked. */
function entryOf(raw: Buffer, serialHex: string, thisUpdate: Instant): RevokedEntry {
  const read = attempt(
    () => readEntry(raw),
    () => certErrors.CRL_MALFORMED(),
  )
  return read.ok ? read.value : { serialHex, at: thisUpdate, reason: 'unspecified' }
}

function readListExtensions(fields: Fields): number | undefined {
  const found = readExtensions(optionalExplicit(fields, 0))
  fields.end()
  for (const [id, { critical }] of found) if (critical) malformed(`critical extension ${id}`)
  const number = found.get(OID.crlNumber)
  return number && Number.parseInt(readUnsignedHex(readDer(number.value)), 16)
}

function parse(der: Buffer): RevocationList {
  const { tbs, signed } = readSignedFrame(der)
  const fields = fieldsOf(tbs)
  if (readSmallInteger(fields.next(TAG.integer)) !== 1) malformed('version')
  if (!fields.next(TAG.sequence).raw.equals(signed.algorithm.raw)) malformed('two algorithms')
  const issuerDer = fields.next(TAG.sequence).raw
  const [thisUpdate, nextUpdate] = [readTime(fields.next()), readTime(fields.next())]
  const entries = indexEntries(fields.optional(TAG.sequence)?.body ?? Buffer.alloc(0))
  return {
    issuerDer,
    number: readListExtensions(fields),
    thisUpdate,
    nextUpdate,
    signed,
    find: (serialHex) => {
      const raw = entries.get(serialHex)
      return raw && entryOf(raw, serialHex, thisUpdate)
    },
  }
}

/** A CRL's bytes, not yet trusted: CERT_CRL_MALFORMED. Partial and delta lists are refused, since they do not say "good". */
export const parseCrl = (der: Buffer): Result<RevocationList> =>
  attempt(
    () => parse(der),
    () => certErrors.CRL_MALFORMED(),
  )

/** Whether the list is the issuer's and still current: CERT_CRL_UNTRUSTED, CERT_CRL_STALE. */
export function verifyCrl(
  list: RevocationList,
  issuer: Certificate,
  now: Instant,
): Result<RevocationList> {
  const own = list.issuerDer.equals(issuer.subjectDer) && issuer.keyUsage.has('cRLSign')
  const { tbs, algorithm, signature } = list.signed
  const checked = attempt(
    () => own && verifyDer(issuer.publicKey, { bytes: tbs, algorithm, signature }),
    () => certErrors.CRL_UNTRUSTED(),
  )
  if (!checked.ok || !checked.value) return refuse(certErrors.CRL_UNTRUSTED())
  return list.thisUpdate <= now && now <= list.nextUpdate
    ? ok(list)
    : refuse(certErrors.CRL_STALE())
}
