import type { Result } from '#core/kernel'
import { derLength } from './der-read.ts'
import { onlyProofAdded } from './pades-revisions.ts'
import { guarded, type PdfFile, readPdf, resolve, rootOf } from './pdf-file.ts'
import {
  expectKind,
  isKind,
  nameOf,
  type PdfDict,
  type PdfString,
  PdfSyntaxError,
  textOf,
} from './pdf-value.ts'

/** Documents of the platform have some hundred kilobytes. */
export const PDF_LIMIT = 20_000_000
const MAX_FIELDS = 32

/** The seal of a PDF as the file presents it; nothing of it is verified but that the file is whole. */
export interface PdfSeal {
  readonly cms: Buffer
  /** The bytes that the CMS must be over. */
  readonly content: Buffer
  readonly name: string | undefined
  readonly reason: string | undefined
  readonly location: string | undefined
  /** The file as it was when sealed: later additions cut off. */
  readonly sealed: Buffer
}

/**
 * Reads the one seal of a PDF and holds the file to it: the signed range starts at 0, leaves out exactly the signature's
 * own hex string, and all that follows is proof about the signature itself.
 * Refusals: PDF_TOO_LARGE, PDF_MALFORMED, PDF_ENCRYPTED, PDF_UNSUPPORTED, PDF_NOT_SIGNED, PDF_CHANGED.
 */
export function readPdfSeal(bytes: Buffer, limit = PDF_LIMIT): Result<PdfSeal> {
  return guarded(bytes, limit, () => {
    const file = readPdf(bytes)
    const dict = sealOf(file)
    const { cms, content, end } = signedPart(bytes, dict)
    if (!onlyProofAdded(bytes, end)) throw new PdfSyntaxError('later changes', 'CHANGED')
    return {
      cms,
      content,
      name: textOf(dict.entries.get('Name')),
      reason: textOf(dict.entries.get('Reason')),
      location: textOf(dict.entries.get('Location')),
      sealed: bytes.subarray(0, end),
    }
  })
}

function sealOf(file: PdfFile): PdfDict {
  const [seal, second] = signaturesOf(file)
  if (seal === undefined) throw new PdfSyntaxError('no seal', 'NOT_SIGNED')
  if (second !== undefined) throw new PdfSyntaxError('second signature', 'CHANGED')
  if (nameOf(seal.entries.get('SubFilter')) !== 'ETSI.CAdES.detached')
    throw new PdfSyntaxError('not a PAdES signature', 'UNSUPPORTED')
  return seal
}

/** Signature dictionaries of the form's fields, time stamps of the document left out. */
function signaturesOf(file: PdfFile): readonly PdfDict[] {
  const form = resolve(file, rootOf(file).dict.entries.get('AcroForm'))
  const fields = isKind(form, 'dict') ? resolve(file, form.entries.get('Fields')) : undefined
  const items = isKind(fields, 'array') ? fields.items : []
  if (items.length > MAX_FIELDS) throw new PdfSyntaxError('too many fields', 'UNSUPPORTED')
  return items.flatMap((item) => {
    const field = expectKind(resolve(file, item), 'dict')
    const value = resolve(file, field.entries.get('V'))
    const isSignature = nameOf(field.entries.get('FT')) === 'Sig' && isKind(value, 'dict')
    return isSignature && nameOf(value.entries.get('Type')) !== 'DocTimeStamp' ? [value] : []
  })
}

function signedPart(bytes: Buffer, dict: PdfDict): { cms: Buffer; content: Buffer; end: number } {
  const contents = expectKind(dict.entries.get('Contents'), 'string')
  const rest = restOf(dict, contents)
  const end = contents.end + rest
  if (rest <= 0 || end > bytes.length) throw new PdfSyntaxError('byte range', 'CHANGED')
  const content = Buffer.concat([
    bytes.subarray(0, contents.start),
    bytes.subarray(contents.end, end),
  ])
  return { cms: unpadded(contents.bytes), content, end }
}

/** Length of the second signed range. The first one starts at 0, and nothing but the signature's digits lies between. */
function restOf(dict: PdfDict, contents: PdfString): number {
  const range = expectKind(dict.entries.get('ByteRange'), 'array').items
  const [from, length, second, rest] = range
  const around = from === 0 && length === contents.start && second === contents.end
  // Characters between the digits would be a place to hide something in the unsigned gap.
  const dense = contents.hex && contents.end - contents.start === contents.bytes.length * 2 + 2
  if (range.length !== 4 || !around || !dense || !Number.isInteger(rest))
    throw new PdfSyntaxError('byte range', 'CHANGED')
  return Number(rest)
}

/** The CMS without the zeros that fill its place. */
function unpadded(padded: Buffer): Buffer {
  let length = 0
  try {
    length = derLength(padded)
  } catch {
    throw new PdfSyntaxError('no CMS', 'CHANGED')
  }
  if (padded.subarray(length).some((byte) => byte !== 0))
    throw new PdfSyntaxError('padding', 'CHANGED')
  return padded.subarray(0, length)
}
