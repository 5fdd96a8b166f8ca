import type { Result } from '#core/kernel'
import { guarded, type PdfFile, readPdf, resolve, rootOf, streamOf } from './pdf-file.ts'
import { PDF_LIMIT } from './pades-read.ts'
import {
  expectKind,
  isKind,
  type PdfDict,
  PdfSyntaxError,
  textOf,
  type PdfValue,
} from './pdf-value.ts'

const MAX_FILES = 64
const MAX_DEPTH = 8

/** Files embedded in a PDF by their names (ISO 32000-2, 7.11.4). PDF_* as of {@link readPdfSeal}. */
export function readAttachments(
  bytes: Buffer,
  limit = PDF_LIMIT,
): Result<ReadonlyMap<string, Buffer>> {
  return guarded(bytes, limit, () => {
    const file = readPdf(bytes)
    const found = new Map<string, Buffer>()
    const names = resolve(file, rootOf(file).dict.entries.get('Names'))
    const tree = isKind(names, 'dict')
      ? resolve(file, names.entries.get('EmbeddedFiles'))
      : undefined
    if (isKind(tree, 'dict')) collect(file, tree, { found, depth: 0 })
    return found
  })
}

interface Walk {
  readonly found: Map<string, Buffer>
  readonly depth: number
}

function collect(file: PdfFile, node: PdfDict, { found, depth }: Walk): void {
  if (depth > MAX_DEPTH) throw new PdfSyntaxError('name tree too deep')
  const list = (key: string): readonly PdfValue[] => {
    const value = resolve(file, node.entries.get(key))
    return isKind(value, 'array') ? value.items : []
  }
  list('Names').forEach((value, index) => {
    if (index % 2 === 0) return
    const specification = expectKind(resolve(file, value), 'dict')
    const { entries } = specification
    const name = textOf(entries.get('UF')) ?? textOf(entries.get('F'))
    const embedded = expectKind(resolve(file, entries.get('EF')), 'dict')
    if (name === undefined || found.has(name) || found.size >= MAX_FILES)
      throw new PdfSyntaxError('attachments')
    found.set(name, streamOf(file, expectKind(embedded.entries.get('F'), 'ref').number).data)
  })
  for (const kid of list('Kids'))
    collect(file, expectKind(resolve(file, kid), 'dict'), { found, depth: depth + 1 })
}
