import { guarded, objectOf, readPdf, resolve, rootOf, type PdfFile } from './pdf-file.ts'
import {
  expectKind,
  isKind,
  nameOf,
  PdfSyntaxError,
  type PdfDict,
  type PdfValue,
} from './pdf-value.ts'
import { PdfIncrement, pdfDate, pdfText } from './pdf-writer.ts'
import type { Instant, Result } from '#core/kernel'

/** Twice what a signature with its chain and time stamp takes. */
export const SIGNATURE_SPACE = 10_240
const UNKNOWN_OFFSET = '0000000000'
const BYTE_RANGE = `/ByteRange [0 ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET}]`
const MAX_TREE = 32

export interface SignatureText {
  readonly reason: string
  readonly location: string
  readonly name: string
  readonly signedAt: Instant
}

/** A file that has everything but the signature itself, whose place is `gap` (delimiters included). */
export interface PreparedPdf {
  readonly bytes: Buffer
  readonly gap: { readonly start: number; readonly end: number }
}

const reference = (number: number): PdfValue => ({ kind: 'ref', number })
const listWith = (list: PdfValue | undefined, number: number): PdfValue => ({
  kind: 'array',
  items: [...(isKind(list, 'array') ? list.items : []), reference(number)],
})

/** Appends an invisible signature field to the first page (ISO 32000-2, 12.8; ETSI EN 319 142-1, 6.3). */
export function prepareSignature(pdf: Buffer, text: SignatureText): Result<PreparedPdf> {
  return guarded(pdf, Number.POSITIVE_INFINITY, () => {
    const file = readPdf(pdf)
    const update = new PdfIncrement(file)
    const signature = update.allocate()
    const widget = update.allocate()
    const appearance = update.allocate()
    const page = firstPage(file)
    update.put(signature, signatureDict(text))
    update.putStream(
      appearance,
      '/Type/XObject/Subtype/Form/BBox[0 0 0 0]/Resources<<>>',
      Buffer.alloc(0),
    )
    update.put(
      widget,
      `<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/F 132/T(Seal)/V ${signature} 0 R/P ${page.number} 0 R/AP<</N ${appearance} 0 R>>>>`,
    )
    const annotations = resolve(file, page.dict.entries.get('Annots'))
    update.putChanged(page.number, page.dict, { Annots: listWith(annotations, widget) })
    addField(file, update, widget)
    return fillByteRange(update.finish(), pdf.length)
  })
}

const signatureDict = (text: SignatureText) =>
  `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M${pdfDate(text.signedAt)}/Name${pdfText(
    text.name,
  )}/Reason${pdfText(text.reason)}/Location${pdfText(text.location)}${BYTE_RANGE}/Contents <${'0'.repeat(
    SIGNATURE_SPACE * 2,
  )}>>>`

function addField(file: PdfFile, update: PdfIncrement, widget: number): void {
  const root = rootOf(file)
  if (root.dict.entries.has('AcroForm')) throw new PdfSyntaxError('has a form', 'UNSUPPORTED')
  const form = update.allocate()
  update.put(form, `<</SigFlags 3/Fields[${widget} 0 R]>>`)
  update.putChanged(root.number, root.dict, { AcroForm: reference(form) })
}

function firstPage(file: PdfFile): { number: number; dict: PdfDict } {
  let node = expectKind(rootOf(file).dict.entries.get('Pages'), 'ref').number
  for (let depth = 0; depth < MAX_TREE; depth += 1) {
    const dict = expectKind(objectOf(file, node), 'dict')
    if (nameOf(dict.entries.get('Type')) === 'Page') return { number: node, dict }
    const kids = expectKind(resolve(file, dict.entries.get('Kids')), 'array')
    node = expectKind(kids.items[0], 'ref').number
  }
  throw new PdfSyntaxError('no page')
}

function fillByteRange(bytes: Buffer, from: number): PreparedPdf {
  const at = bytes.indexOf(BYTE_RANGE, from, 'latin1')
  const start = bytes.indexOf('/Contents <', at, 'latin1') + '/Contents '.length
  const end = start + SIGNATURE_SPACE * 2 + 2
  const offsets = [start, end, bytes.length - end].map((offset) => String(offset).padEnd(10, ' '))
  bytes.write(`/ByteRange [0 ${offsets.join(' ')}]`, at, 'latin1')
  return { bytes, gap: { start, end } }
}

/** The two ranges that are signed, as one. */
export const signedBytes = ({ bytes, gap }: PreparedPdf): Buffer =>
  Buffer.concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end)])

/** Appends a document security store (ETSI EN 319 142-1, 5.4.2): what is needed to check the signature years later. */
export function addSecurityStore(
  pdf: Buffer,
  store: {
    readonly certificates: readonly Buffer[]
    readonly ocsp?: readonly Buffer[]
    readonly crls?: readonly Buffer[]
  },
): Result<Buffer> {
  return guarded(pdf, Number.POSITIVE_INFINITY, () => {
    const file = readPdf(pdf)
    const update = new PdfIncrement(file)
    const streams = (list: readonly Buffer[]): PdfValue => ({
      kind: 'array',
      items: list.map((data) => {
        const number = update.allocate()
        update.putStream(number, '', data)
        return reference(number)
      }),
    })
    const lists: [string, readonly Buffer[]][] = [
      ['Certs', store.certificates],
      ['OCSPs', store.ocsp ?? []],
      ['CRLs', store.crls ?? []],
    ]
    const entries = lists
      .filter(([, list]) => list.length > 0)
      .map(([key, list]) => [key, streams(list)] as const)
    const root = rootOf(file)
    const dss = update.allocate()
    update.putChanged(
      dss,
      { kind: 'dict', entries: new Map(entries) },
      { Type: { kind: 'name', name: 'DSS' } },
    )
    update.putChanged(root.number, root.dict, { DSS: reference(dss) })
    return update.finish()
  })
}
