import { z } from 'zod'
import {
  canonicalJson,
  type Instant,
  type JsonObject,
  type PlainDate,
  partyNumber,
  type Text,
} from '#core/kernel'
import type { DocumentRequest } from './model.ts'

export const RECORD_FORMAT = 'qyzmet/document/1'
/** Names of the files inside the PDF. */
export const ATTACHED = {
  record: 'data.json',
  signature: 'data.json.p7s',
  barcode: 'barcode.txt',
} as const

const text = z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() })
const recordSchema = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  number: z.string().regex(/^\d{14}$/),
  service: z.string(),
  edition: z.string(),
  document: z.string(),
  title: text,
  body: text,
  issuedAt: z.iso.datetime(),
  validUntil: z.iso.date().nullable(),
  owner: z.strictObject({
    kind: z.enum(['person', 'entity']),
    number: z.string().regex(/^\d{12}$/),
    name: z.string(),
  }),
  demonstration: z.boolean(),
  data: z.record(z.string(), z.json()),
})

/** The machine-readable form of a document: what is attached to the PDF as data.json and signed. */
export interface DocumentRecord {
  readonly format: typeof RECORD_FORMAT
  readonly number: string
  readonly service: string
  readonly edition: string
  readonly document: string
  readonly title: Text
  readonly body: Text
  readonly issuedAt: Instant
  readonly validUntil: PlainDate | null
  readonly owner: {
    readonly kind: 'person' | 'entity'
    readonly number: string
    readonly name: string
  }
  readonly demonstration: boolean
  readonly data: JsonObject
}

export interface Reservation {
  readonly number: string
  readonly issuedAt: Instant
}

const plain = ({ kk, ru, en }: Text): Text => ({ kk, ru, en })

export function makeRecord(
  request: DocumentRequest,
  { number, issuedAt }: Reservation,
  demonstration: boolean,
): DocumentRecord {
  const { service, edition, document, title, body, owner, ownerName, data } = request
  return {
    format: RECORD_FORMAT,
    number,
    service,
    edition,
    document,
    title: plain(title),
    body: plain(body),
    issuedAt,
    validUntil: request.validUntil ?? null,
    owner: { kind: owner.kind, number: partyNumber(owner), name: ownerName },
    demonstration,
    data,
  }
}

export const recordBytes = (record: DocumentRecord): Buffer =>
  Buffer.from(canonicalJson(record), 'utf8')

/** The record that an attachment holds; undefined when it is none. */
export function parseRecord(bytes: Buffer): DocumentRecord | undefined {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(bytes.toString('utf8')))
    return parsed.success ? (parsed.data as DocumentRecord) : undefined
  } catch {
    return undefined
  }
}
