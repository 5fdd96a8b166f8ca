import { objectOf, type PdfFile, readPdf, resolve, rootOf } from './pdf-file.ts'
import {
  expectKind,
  isKind,
  nameOf,
  normalForm,
  type PdfDict,
  PdfSyntaxError,
  type PdfValue,
  without,
} from './pdf-value.ts'

const MAX_CHANGES = 256

/**
 * True when everything that was appended to the signed revision is a document security store or a document time stamp
 * (ETSI EN 319 142-1, 5.4 and 5.5). A page, a form field, an annotation or plain junk makes it false: other readers
 * may show such a file as "valid" although what is seen is no longer what was signed.
 */
export function onlyProofAdded(bytes: Buffer, signedLength: number): boolean {
  if (signedLength === bytes.length) return true
  try {
    const before = readPdf(bytes.subarray(0, signedLength))
    const after = readPdf(bytes)
    if (after.start < signedLength || after.end !== bytes.length) return false
    return sameTrailer(before, after) && onlyProofBetween(before, after)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return false
    throw error
  }
}

function sameTrailer(before: PdfFile, after: PdfFile): boolean {
  const form = (file: PdfFile) => normalForm(without(file.trailer, 'Size', 'Prev', 'ID'))
  return form(before) === form(after)
}

function onlyProofBetween(before: PdfFile, after: PdfFile): boolean {
  const changed = [...before.offsets].filter(
    ([number, offset]) => after.offsets.get(number) !== offset,
  )
  if (changed.length > MAX_CHANGES) return false
  const root = rootOf(before)
  const rootAfter = rootOf(after)
  const added = addedFields(before, after)
  if (!added.every((field) => isDocumentTimeStamp(after, field))) return false
  const form = root.dict.entries.get('AcroForm')
  const formNumber = isKind(form, 'ref') ? form.number : -1
  return changed.every(([number]) => {
    if (number === root.number) return equalWithout(root.dict, rootAfter.dict, 'DSS')
    const [old, now] = [objectOf(before, number), objectOf(after, number)]
    if (number === formNumber) return equalWithout(old, now, 'Fields')
    return equalWithout(old, now, 'Annots') && annotationsGrewBy(before, after, number, added)
  })
}

const fieldsOf = (file: PdfFile): readonly PdfValue[] => {
  const form = resolve(file, rootOf(file).dict.entries.get('AcroForm'))
  const list = isKind(form, 'dict') ? resolve(file, form.entries.get('Fields')) : undefined
  return isKind(list, 'array') ? list.items : []
}

/** Fields behind those that were there. @throws PdfSyntaxError when one of those is gone. */
function addedFields(before: PdfFile, after: PdfFile): readonly PdfValue[] {
  return grown(fieldsOf(before), fieldsOf(after))
}

function grown(old: readonly PdfValue[], now: readonly PdfValue[]): readonly PdfValue[] {
  const kept = now.slice(0, old.length).map(normalForm)
  if (kept.join() !== old.map(normalForm).join()) throw new PdfSyntaxError('list changed')
  return now.slice(old.length)
}

function annotationsGrewBy(
  before: PdfFile,
  after: PdfFile,
  number: number,
  fields: readonly PdfValue[],
): boolean {
  const list = (file: PdfFile) => {
    const page = expectKind(objectOf(file, number), 'dict')
    const value = resolve(file, page.entries.get('Annots'))
    return isKind(value, 'array') ? value.items : []
  }
  const known = new Set(fields.map(normalForm))
  return grown(list(before), list(after)).every((item) => known.has(normalForm(item)))
}

function equalWithout(old: PdfValue, now: PdfValue, key: string): boolean {
  if (!isKind(old, 'dict') || !isKind(now, 'dict')) return false
  return normalForm(without(old, key)) === normalForm(without(now, key))
}

function isDocumentTimeStamp(file: PdfFile, value: PdfValue): boolean {
  const field = resolve(file, value)
  if (!isKind(field, 'dict') || nameOf(field.entries.get('FT')) !== 'Sig') return false
  const stamp = resolve(file, field.entries.get('V'))
  return (
    isKind(stamp, 'dict') &&
    nameOf(stamp.entries.get('Type')) === 'DocTimeStamp' &&
    isInvisible(file, field)
  )
}

function isInvisible(file: PdfFile, field: PdfDict): boolean {
  const box = resolve(file, field.entries.get('Rect'))
  return isKind(box, 'array') && box.items.length === 4 && box.items.every((side) => side === 0)
}
