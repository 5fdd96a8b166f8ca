import { type KeyObject, randomBytes } from 'node:crypto'
import { type CodedError, type Instant, ok, refuse, type Result } from '#core/kernel'
import { sha256 } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { type Trust, verifyChain } from './chain.ts'
import { signData, withSignatureTimeStamp } from './cms-sign.ts'
import { type VerifiedSigner, verifySignedData } from './cms-verify.ts'
import {
  type PreparedPdf,
  prepareSignature,
  type SignatureText,
  signedBytes,
} from './pades-field.ts'
import { PDF_LIMIT, readPdfSeal } from './pades-read.ts'
import { pdfErrors } from './pdf-errors.ts'
import { buildTimeStampQuery } from './tsp-query.ts'
import { parseTimeStampResponse, verifyTimeStamp } from './tsp-verify.ts'

/** Answers a TimeStampReq with a TimeStampResp (RFC 3161); undefined when the authority cannot be reached. */
export type AskTimeStamp = (query: Buffer) => Promise<Buffer | undefined>

export interface PdfSigning extends SignatureText {
  readonly key: KeyObject
  readonly certificate: Certificate
  /** Authorities' certificates that go along, DER. */
  readonly chain: readonly Buffer[]
  readonly timeStamp: AskTimeStamp
  /** Whom the time stamp must come from; it is verified before it is built in. */
  readonly trust: Trust
}

/**
 * Seals a PDF: PAdES B-T (ETSI EN 319 142-1) as one incremental update, invisible field, no signing time among the
 * attributes (the PDF states it, the time stamp proves it).
 * Codes: PDF_MALFORMED, PDF_UNSUPPORTED, PDF_ENCRYPTED, PDF_NO_TIMESTAMP, PDF_SIGNATURE_TOO_LARGE.
 */
export async function signPdf(pdf: Buffer, signing: PdfSigning): Promise<Result<Buffer>> {
  const prepared = prepareSignature(pdf, signing)
  if (!prepared.ok) return prepared
  const { key, certificate, chain } = signing
  const content = signedBytes(prepared.value)
  const cms = signData({ content, key, certificate, chain, detached: true })
  const signer = verifySignedData(cms, content)
  if (!signer.ok) return signer
  const token = await stampOf(signer.value.signature, signing)
  if (token === undefined) return refuse(pdfErrors.NO_TIMESTAMP())
  return place(prepared.value, withSignatureTimeStamp(cms, token))
}

/** A verified time-stamp token over `stamped`; undefined when the authority is down or answers badly. */
async function stampOf(
  stamped: Buffer,
  { timeStamp, trust }: Pick<PdfSigning, 'timeStamp' | 'trust'>,
): Promise<Buffer | undefined> {
  const nonce = randomBytes(8)
  const answer = await timeStamp(buildTimeStampQuery({ imprint: sha256(stamped), nonce }))
  const token = answer && parseTimeStampResponse(answer)
  if (!token?.ok) return undefined
  return verifyTimeStamp(token.value, { stamped, nonce, trust }).ok ? token.value : undefined
}

function place({ bytes, gap }: PreparedPdf, cms: Buffer): Result<Buffer> {
  const hex = cms.toString('hex').toUpperCase()
  if (hex.length > gap.end - gap.start - 2) return refuse(pdfErrors.SIGNATURE_TOO_LARGE())
  bytes.write(hex, gap.start + 1, 'latin1')
  return ok(bytes)
}

/** One thing that was looked at; `error` says why it did not hold. */
export type Finding = { readonly held: true } | { readonly held: false; readonly error: CodedError }

export interface VerifiedPdf {
  readonly signer: VerifiedSigner
  /** Chain to an anchor, valid at the time of the stamp. */
  readonly certificate: Finding
  readonly timeStamp: Finding
  /** Proven time of the seal; undefined when the time stamp does not hold. */
  readonly sealedAt: Instant | undefined
  readonly name: string | undefined
  readonly reason: string | undefined
  readonly location: string | undefined
  /** The file as sealed, without proof that was added later. */
  readonly sealed: Buffer
}

/**
 * Verifies the one seal of a PDF. The result is a refusal when the file is no sealed PDF or was changed (PDF_*, CMS_*);
 * otherwise it says whether certificate and time stamp hold. Never throws, whatever the bytes; work is bounded.
 * `at` is the time to judge the certificate by when there is no proven one.
 */
export function verifyPdf(
  bytes: Buffer,
  options: { readonly trust: Trust; readonly at: Instant; readonly limit?: number },
): Result<VerifiedPdf> {
  const seal = readPdfSeal(bytes, options.limit ?? PDF_LIMIT)
  if (!seal.ok) return seal
  const { cms, content, name, reason, location, sealed } = seal.value
  const signer = verifySignedData(cms, content)
  // What a signer is told (sign again) is no help to whoever checks somebody else's document.
  if (!signer.ok)
    return signer.error.code === 'CMS_CONTENT_CHANGED' ? refuse(pdfErrors.CHANGED()) : signer
  const stamp = verifiedStamp(signer.value, options.trust)
  const sealedAt = stamp.ok ? stamp.value : undefined
  const chain = verifyChain(options.trust, signer.value.certificate, sealedAt ?? options.at)
  return ok({
    signer: signer.value,
    certificate: finding(chain),
    timeStamp: finding(stamp),
    sealedAt,
    name,
    reason,
    location,
    sealed,
  })
}

const finding = (result: Result<unknown>): Finding =>
  result.ok ? { held: true } : { held: false, error: result.error }

function verifiedStamp(
  { timeStampToken, signature }: VerifiedSigner,
  trust: Trust,
): Result<Instant> {
  if (timeStampToken === undefined) return refuse(pdfErrors.NO_PROVEN_TIME())
  const stamp = verifyTimeStamp(timeStampToken, { stamped: signature, trust })
  return stamp.ok ? ok(stamp.value.at) : stamp
}
