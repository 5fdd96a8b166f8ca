import { type Instant, ok, refuse, type Result } from '#core/kernel'
import {
  type Certificate,
  checkNotRevoked,
  readCertificate,
  type RevocationList,
  type Trust,
} from '#platform/crypto'
import type { Sql } from '#platform/db'
import { checkBarcode, checkPdf, type OfflineCheck, type OfflineResult } from './check-offline.ts'
import { documentErrors } from './errors.ts'
import type { IssuedDocument } from './model.ts'
import type { QrReader } from './qr-reader.ts'
import { findDocuments, findSealCertificate } from './register.ts'
import { type Check, type CheckReport, failed, ofRegister, passed } from './report.ts'
import { PAYLOAD_PREFIX } from './sealed-payload.ts'

/** What a person can hand in to have a document checked. */
export type CheckSubject =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'pdf'; readonly bytes: Buffer }
  | { readonly kind: 'image'; readonly bytes: Buffer }
  | { readonly kind: 'qr'; readonly text: string }

export interface CheckDeps {
  readonly pool: Sql
  readonly clock: () => Instant
  readonly trust: Trust
  readonly isSeal: (certificate: Certificate) => boolean
  readonly qrReader: QrReader
  /** The authority's list of revoked certificates; left out, revocation of seals is not looked at. */
  readonly revocations?: () => Promise<RevocationList | undefined>
}

/**
 * Checks a document by its number, its PDF, a picture of its barcode or the barcode's text, and asks the register.
 * Refusals (nothing could be checked): DOCUMENT_NUMBER_INVALID, DOCUMENT_QR_NOT_FOUND, DOCUMENT_QR_MALFORMED,
 * DOCUMENT_IMAGE_*, DOCUMENT_RENDERER_BUSY, PDF_MALFORMED, PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_UNSUPPORTED.
 */
export async function checkDocument(
  deps: CheckDeps,
  subject: CheckSubject,
): Promise<Result<CheckReport>> {
  if (subject.kind === 'number') return checkNumber(deps, subject.number)
  if (subject.kind === 'qr') return checkText(deps, subject.text)
  if (subject.kind === 'image') return checkImage(deps, subject.bytes)
  return withRegister(deps, await checkPdf(subject.bytes, await offline(deps)))
}

async function offline({ trust, isSeal, clock, revocations }: CheckDeps): Promise<OfflineCheck> {
  const base = { trust, isSeal, at: clock() }
  if (revocations === undefined) return base
  const list = await revocations()
  return { ...base, notRevoked: (certificate, at) => checkNotRevoked(list, certificate, at) }
}

async function findEntry(deps: CheckDeps, number: string): Promise<IssuedDocument | undefined> {
  const [entry] = await findDocuments(deps.pool, { column: 'number', value: number }, deps.clock())
  return entry
}

async function checkNumber(deps: CheckDeps, typed: string): Promise<Result<CheckReport>> {
  const number = typed.replace(/[\s\u00a0-]/g, '')
  if (!/^\d{14}$/.test(number)) return refuse(documentErrors.NUMBER_INVALID({}, 'number'))
  const entry = await findEntry(deps, number)
  if (!entry)
    return ok({
      verdict: 'unknown',
      checks: [failed('register', documentErrors.NOT_IN_REGISTER())],
    })
  return ok({ verdict: entry.status, checks: [inRegister(entry)], document: ofRegister(entry) })
}

async function checkText(deps: CheckDeps, text: string): Promise<Result<CheckReport>> {
  const findCertificate = async (keyId: Buffer) => {
    const der = await findSealCertificate(deps.pool, keyId)
    const read = der && readCertificate(der)
    return read?.ok ? read.value : undefined
  }
  return withRegister(
    deps,
    await checkBarcode(text.trim(), { ...(await offline(deps)), findCertificate }),
  )
}

async function checkImage(deps: CheckDeps, bytes: Buffer): Promise<Result<CheckReport>> {
  const texts = await deps.qrReader.readQr(bytes)
  if (!texts.ok) return texts
  const text = texts.value.find((one) => one.startsWith(PAYLOAD_PREFIX))
  return text === undefined ? refuse(documentErrors.QR_NOT_FOUND()) : checkText(deps, text)
}

/** Asks the register about what the signatures alone found genuine. */
async function withRegister(
  deps: CheckDeps,
  result: Result<OfflineResult>,
): Promise<Result<CheckReport>> {
  if (!result.ok) return result
  const { verdict, checks, document, sha256 } = result.value
  if (!document || (verdict !== 'valid' && verdict !== 'expired'))
    return ok({ verdict, checks, ...(document && { document }) })
  const entry = await findEntry(deps, document.number)
  if (!entry || (sha256 !== undefined && sha256 !== entry.sha256)) {
    const unknown = failed('register', documentErrors.NOT_IN_REGISTER())
    return ok({ verdict: 'unknown', checks: withCheck(checks, unknown), document })
  }
  const { status, revocation } = entry
  return ok({
    verdict: status,
    checks: withCheck(checks, inRegister(entry)),
    document: { ...document, ...(revocation && { revocation }) },
  })
}

const withCheck = (checks: readonly Check[], made: Check): Check[] =>
  checks.map((check) => (check.name === made.name ? made : check))

function inRegister({ status }: IssuedDocument): Check {
  if (status === 'valid') return passed('register')
  return failed(
    'register',
    status === 'revoked' ? documentErrors.REVOKED() : documentErrors.EXPIRED(),
  )
}
