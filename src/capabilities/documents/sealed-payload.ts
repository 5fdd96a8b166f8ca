import type { KeyObject } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  type Instant,
  instant,
  type Json,
  type JsonObject,
  ok,
  parseDate,
  type PlainDate,
  refuse,
  type Result,
  type Text,
} from '#core/kernel'
import {
  type Cbor,
  type Certificate,
  type CborMap,
  decodeBase45,
  decodeCbor,
  encodeBase45,
  encodeCbor,
  parseCose,
  signCose,
  verifyCose,
} from '#platform/crypto'
import { documentErrors } from './errors.ts'

/** What a barcode of a document begins with. */
export const PAYLOAD_PREFIX = 'QZ1:'
/** QR version 22-M, the densest that a scan at 150 dpi still shows at 45 mm. */
const MAX_TEXT = 1134
const MAX_INPUT = 4500
const MAX_INFLATED = 32_768
const KEY_ID_LENGTH = 8

/** What the barcode says of the document. `recordDigest` ties it to the attached data. */
export interface SealedPayload {
  readonly number: string
  readonly issuedAt: Instant
  readonly title: Text
  readonly body: Text
  readonly owner: string
  readonly ownerName: string
  readonly validUntil: PlainDate | null
  readonly recordDigest: Buffer
  readonly demonstration: boolean
  /** Left out when they do not fit a code that can be read from paper. */
  readonly facts: JsonObject | undefined
}

const KEY = {
  number: 1,
  issuedAt: 2,
  title: 3,
  body: 4,
  owner: 5,
  ownerName: 6,
  validUntil: 7,
  recordDigest: 8,
  demonstration: 9,
  facts: 10,
} as const

/** Names a seal's key in a barcode: the first 8 bytes of its certificate's SHA-256. */
export const keyIdOf = (certificate: Certificate): Buffer =>
  Buffer.from(certificate.fingerprint, 'hex').subarray(0, KEY_ID_LENGTH)

/** The barcode's text: CBOR, raw deflate, COSE_Sign1 (ES256), base45 after the prefix. */
export function sealPayload(
  payload: SealedPayload,
  seal: { readonly key: KeyObject; readonly certificate: Certificate },
): string {
  const seal1 = (content: SealedPayload) => {
    const packed = deflateRawSync(encodeCbor(toCbor(content)), { level: 9 })
    return PAYLOAD_PREFIX + encodeBase45(signCose(packed, seal.key, keyIdOf(seal.certificate)))
  }
  const text = seal1(payload)
  return text.length <= MAX_TEXT ? text : seal1({ ...payload, facts: undefined })
}

const textList = ({ kk, ru, en }: Text): Cbor => [kk, ru, en]

function toCbor(payload: SealedPayload): CborMap {
  const map = new Map<number, Cbor>([
    [KEY.number, payload.number],
    [KEY.issuedAt, Math.floor(new Date(payload.issuedAt).getTime() / 1000)],
    [KEY.title, textList(payload.title)],
    [KEY.body, textList(payload.body)],
    [KEY.owner, payload.owner],
    [KEY.ownerName, payload.ownerName],
    [KEY.recordDigest, payload.recordDigest],
    [KEY.demonstration, payload.demonstration],
  ])
  if (payload.validUntil !== null) map.set(KEY.validUntil, payload.validUntil)
  if (payload.facts !== undefined) map.set(KEY.facts, factsToCbor(payload.facts))
  return map
}

function factsToCbor(value: Json): Cbor {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(factsToCbor)
  return new Map(Object.entries(value).map(([key, entry]) => [key, factsToCbor(entry)]))
}

/**
 * Reads a barcode and verifies its signature by the certificate that `findCertificate` knows under the key id.
 * DOCUMENT_QR_MALFORMED, DOCUMENT_QR_UNKNOWN_SEAL, DOCUMENT_QR_CHANGED. Never throws, whatever the text.
 */
export async function openPayload(
  text: string,
  findCertificate: (keyId: Buffer) => Promise<Certificate | undefined>,
): Promise<Result<{ readonly payload: SealedPayload; readonly certificate: Certificate }>> {
  const message = messageOf(text)
  if (message === undefined) return refuse(documentErrors.QR_MALFORMED())
  const certificate = await findCertificate(message.keyId)
  if (certificate === undefined) return refuse(documentErrors.QR_UNKNOWN_SEAL())
  if (!verifyCose(message, certificate.publicKey)) return refuse(documentErrors.QR_CHANGED())
  const payload = fromCbor(inflate(message.payload))
  return payload ? ok({ payload, certificate }) : refuse(documentErrors.QR_MALFORMED())
}

function messageOf(text: string) {
  if (!text.startsWith(PAYLOAD_PREFIX) || text.length > MAX_INPUT) return undefined
  const bytes = decodeBase45(text.slice(PAYLOAD_PREFIX.length))
  const message = bytes && parseCose(bytes)
  return message?.keyId.length === KEY_ID_LENGTH ? message : undefined
}

function inflate(packed: Buffer): Cbor | undefined {
  try {
    return decodeCbor(inflateRawSync(packed, { maxOutputLength: MAX_INFLATED }))
  } catch {
    return undefined
  }
}

function fromCbor(value: Cbor | undefined): SealedPayload | undefined {
  if (!(value instanceof Map)) return undefined
  const map = value as CborMap
  const [number, owner, ownerName] = [KEY.number, KEY.owner, KEY.ownerName].map((key) =>
    map.get(key),
  )
  const title = textOf(map.get(KEY.title))
  const body = textOf(map.get(KEY.body))
  const issuedAt = instantOf(map.get(KEY.issuedAt))
  const recordDigest = map.get(KEY.recordDigest)
  if (typeof number !== 'string' || typeof owner !== 'string' || typeof ownerName !== 'string')
    return undefined
  if (!title || !body || !issuedAt || !Buffer.isBuffer(recordDigest)) return undefined
  return { number, owner, ownerName, title, body, issuedAt, recordDigest, ...optionalParts(map) }
}

function optionalParts(
  map: CborMap,
): Pick<SealedPayload, 'validUntil' | 'demonstration' | 'facts'> {
  const until = map.get(KEY.validUntil)
  const facts = map.get(KEY.facts)
  return {
    validUntil: (typeof until === 'string' && parseDate(until)) || null,
    demonstration: map.get(KEY.demonstration) === true,
    facts: facts instanceof Map ? (factsOf(facts) as JsonObject) : undefined,
  }
}

function instantOf(value: Cbor | undefined): Instant | undefined {
  const date = new Date(typeof value === 'number' ? value * 1000 : Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : instant(date)
}

function textOf(value: Cbor | undefined): Text | undefined {
  if (!Array.isArray(value)) return undefined
  const [kk, ru, en] = value as readonly unknown[]
  return typeof kk === 'string' && typeof ru === 'string' && typeof en === 'string'
    ? { kk, ru, en }
    : undefined
}

function factsOf(value: Cbor): Json {
  if (Array.isArray(value)) return (value as readonly Cbor[]).map(factsOf)
  if (value instanceof Map)
    return Object.fromEntries(
      [...(value as CborMap)].map(([key, entry]) => [String(key), factsOf(entry)]),
    )
  return value === null || typeof value !== 'object' ? value : null
}
