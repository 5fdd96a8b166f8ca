import { type CodedError, ok, refuse, type Result } from '#core/kernel'
import { portalErrors } from './errors.ts'
import type { Exchange } from './view.ts'

export interface HandedFile {
  readonly kind: 'pdf' | 'image'
  readonly bytes: Buffer
}

const PICTURES = [Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('ffd8ff', 'hex')]

/** By content, never by name: a PDF has its mark near the beginning, a picture of ours begins with one. */
function kindOf(bytes: Buffer): HandedFile['kind'] | undefined {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  const picture = PICTURES.some((mark) => bytes.subarray(0, mark.length).equals(mark))
  return picture ? 'image' : undefined
}

const atFile = (error: CodedError): Result<never> => refuse({ ...error, field: 'file' })

/** The file that was handed in to be checked; undefined when none was. Refusals: PORTAL_CHECK_TOO_LARGE, PORTAL_CHECK_FILE_KIND. */
export function handedFile({ request }: Pick<Exchange, 'request'>): Result<HandedFile> | undefined {
  if (request.oversized.includes('file')) return atFile(portalErrors.CHECK_TOO_LARGE())
  const bytes = request.uploads.find(({ field }) => field === 'file')?.bytes
  if (bytes === undefined || bytes.length === 0) return undefined
  const kind = kindOf(bytes)
  return kind === undefined ? atFile(portalErrors.CHECK_FILE_KIND()) : ok({ kind, bytes })
}
