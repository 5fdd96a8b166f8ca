import { createHash } from 'node:crypto'
import { dayOf, type Instant, ok, refuse, type Result } from '#core/kernel'
import {
  type Certificate,
  readAttachments,
  type Trust,
  type VerifiedPdf,
  verifyPdf,
  verifyChain,
  verifySignedData,
} from '#platform/crypto'
import { documentErrors } from './errors.ts'
import { ATTACHED, type DocumentRecord, parseRecord } from './record.ts'
import {
  type Check,
  type CheckedDocument,
  type CheckReport,
  failed,
  ofPayload,
  ofRecord,
  passed,
  skipped,
  type Verdict,
} from './report.ts'
import { keyIdOf, openPayload, type SealedPayload } from './sealed-payload.ts'

/** What a check of the signatures alone needs: no database, no network. */
export interface OfflineCheck {
  readonly trust: Trust
  /** The time of the check. */
  readonly at: Instant
  /** Whether a certificate is one of a seal: a trusted certificate of a citizen must not make state documents. */
  readonly isSeal: (certificate: Certificate) => boolean
  /** Whether a seal was not revoked when it sealed; left out where nobody can be asked. */
  readonly notRevoked?: (certificate: Certificate, at: Instant) => Result<unknown>
}

/** Outcome of an offline check with what the register is asked about. */
export interface OfflineResult extends CheckReport {
  /** SHA-256 of the file as it was sealed, hex. */
  readonly sha256?: string
}

/** Files that are no document at all are refused; a document that fails a check gets a report that says so. */
const REFUSED: ReadonlySet<string> = new Set([
  'PDF_MALFORMED',
  'PDF_TOO_LARGE',
  'PDF_ENCRYPTED',
  'PDF_UNSUPPORTED',
])

/** Checks an uploaded PDF by itself. Refusals: PDF_MALFORMED, PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_UNSUPPORTED. */
export async function checkPdf(
  bytes: Buffer,
  options: OfflineCheck,
): Promise<Result<OfflineResult>> {
  const verified = verifyPdf(bytes, options)
  if (!verified.ok) {
    if (REFUSED.has(verified.error.code)) return verified
    const verdict: Verdict = verified.error.code === 'PDF_NOT_SIGNED' ? 'unknown' : 'changed'
    return ok({
      verdict,
      checks: [failed('signature', verified.error), ...restSkipped('certificate')],
    })
  }
  const seal = sealChecks(verified.value, options)
  const inside = await checkAttachments(verified.value)
  const checks = [passed('signature'), ...seal, ...inside.checks, skipped('register')]
  const sha256 = createHash('sha256').update(verified.value.sealed).digest('hex')
  return ok({
    verdict: verdictOf(checks, inside.document, options.at),
    checks,
    ...(inside.document && { document: inside.document }),
    sha256,
  })
}

const ALL = [
  'signature',
  'certificate',
  'time-stamp',
  'attachments',
  'barcode',
  'register',
] as const
const restSkipped = (from: (typeof ALL)[number]): Check[] =>
  ALL.slice(ALL.indexOf(from)).map(skipped)

function sealChecks(
  { signer, certificate, timeStamp, sealedAt }: VerifiedPdf,
  options: OfflineCheck,
): Check[] {
  const seal = sealCheck(signer.certificate, sealedAt ?? options.at, options)
  return [
    certificate.held ? seal : failed('certificate', certificate.error),
    timeStamp.held && sealedAt
      ? passed('time-stamp', { at: sealedAt })
      : failed('time-stamp', timeStamp.held ? documentErrors.NOT_A_SEAL() : timeStamp.error),
  ]
}

/** A certificate that leads to a trusted root: whether it is one of a seal, and was in force at that moment. */
function sealCheck(
  certificate: Certificate,
  at: Instant,
  { isSeal, notRevoked }: OfflineCheck,
): Check {
  if (!isSeal(certificate)) return failed('certificate', documentErrors.NOT_A_SEAL())
  const standing = notRevoked?.(certificate, at) ?? ok(undefined)
  if (!standing.ok) return failed('certificate', standing.error)
  const { organization, commonName } = certificate.subject
  return passed('certificate', { signer: organization ?? commonName ?? '' })
}

interface Inside {
  readonly checks: readonly Check[]
  readonly document?: CheckedDocument
}

/** The data inside the file: signed by the same seal, and the same that the barcode stands for. */
async function checkAttachments({ sealed, signer }: VerifiedPdf): Promise<Inside> {
  const read = readAttachments(sealed)
  const files = read.ok ? read.value : new Map<string, Buffer>()
  const data = files.get(ATTACHED.record)
  const record = data && parseRecord(data)
  const signature = files.get(ATTACHED.signature) ?? Buffer.alloc(0)
  if (!data || !record || !isSignedBy(signer.certificate, signature, data))
    return { checks: [failed('attachments', documentErrors.DATA_DIFFERS()), skipped('barcode')] }
  const text = files.get(ATTACHED.barcode)?.toString('latin1') ?? ''
  const opened = await openPayload(text, knows(signer.certificate))
  const barcode = opened.ok
    ? matches(opened.value.payload, record, data)
    : failed('barcode', opened.error)
  return { checks: [passed('attachments'), barcode], document: ofRecord(record) }
}

function isSignedBy(certificate: Certificate, signature: Buffer, data: Buffer): boolean {
  const by = verifySignedData(signature, data)
  return by.ok && by.value.certificate.fingerprint === certificate.fingerprint
}

const knows = (certificate: Certificate) => (keyId: Buffer) =>
  Promise.resolve(keyIdOf(certificate).equals(keyId) ? certificate : undefined)

function matches(payload: SealedPayload, record: DocumentRecord, data: Buffer): Check {
  const digest = createHash('sha256').update(data).digest()
  const same = payload.number === record.number && payload.recordDigest.equals(digest)
  return same ? passed('barcode') : failed('barcode', documentErrors.DATA_DIFFERS())
}

/** The text of a barcode by itself. DOCUMENT_QR_MALFORMED when it is none of ours. */
export async function checkBarcode(
  text: string,
  options: OfflineCheck & {
    readonly findCertificate: (keyId: Buffer) => Promise<Certificate | undefined>
  },
): Promise<Result<OfflineResult>> {
  const opened = await openPayload(text, options.findCertificate)
  if (!opened.ok) {
    if (opened.error.code === 'DOCUMENT_QR_MALFORMED') return opened
    const verdict: Verdict = opened.error.code === 'DOCUMENT_QR_CHANGED' ? 'changed' : 'unknown'
    return ok({ verdict, checks: [failed('barcode', opened.error), skipped('register')] })
  }
  const { payload, certificate } = opened.value
  const chain = verifyChain(options.trust, certificate, payload.issuedAt)
  const seal = sealCheck(certificate, payload.issuedAt, options)
  const checks = [
    passed('barcode'),
    chain.ok ? seal : failed('certificate', chain.error),
    skipped('register'),
  ]
  const document = ofPayload(payload)
  return ok({ verdict: verdictOf(checks, document, options.at), checks, document })
}

/** Without the register: what the signatures and the document's own dates say. */
function verdictOf(
  checks: readonly Check[],
  document: CheckedDocument | undefined,
  at: Instant,
): Verdict {
  const bad = checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)
  if (bad.includes('attachments') || bad.includes('barcode')) return 'changed'
  if (bad.length > 0 || !document) return 'unknown'
  return document.validUntil !== null && document.validUntil < dayOf(at) ? 'expired' : 'valid'
}

/**
 * Checks a file without a database: a PDF by its bytes, or a text file with a barcode's text. By a barcode, `certificates`
 * are the seals' certificates to look among.
 * Refusals: those of {@link checkPdf}; DOCUMENT_QR_MALFORMED.
 */
export async function checkOffline(
  bytes: Buffer,
  options: OfflineCheck & { readonly certificates?: readonly Certificate[] },
): Promise<Result<CheckReport>> {
  const text = bytes.length < 5000 ? bytes.toString('latin1').trim() : ''
  if (!text.startsWith('QZ1:')) {
    const report = await checkPdf(bytes, options)
    return report.ok ? ok(withoutDigest(report.value)) : report
  }
  const findCertificate = (keyId: Buffer) =>
    Promise.resolve(options.certificates?.find((one) => keyIdOf(one).equals(keyId)))
  const report = await checkBarcode(text, { ...options, findCertificate })
  return report.ok ? ok(withoutDigest(report.value)) : refuse(report.error)
}

const withoutDigest = ({ verdict, checks, document }: OfflineResult): CheckReport => ({
  verdict,
  checks,
  ...(document && { document }),
})
