import type { Instant } from '#core/kernel'

/** Universal and context tags that the formats of this module use (ITU-T X.690, 8.1.2). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Tag of a context-specific constructed value `[n]`. */
export const contextTag = (n: number): number => 0xa0 | n
/** Tag of a context-specific primitive value `[n]`. */
export const contextPrimitiveTag = (n: number): number => 0x80 | n

function length(n: number): Buffer {
  if (n < 0x80) return Buffer.of(n)
  if (n < 0x100) return Buffer.of(0x81, n)
  if (n < 0x10000) return Buffer.of(0x82, n >> 8, n & 0xff)
  const long = Buffer.alloc(5)
  long.writeUInt32BE(n, 1)
  long[0] = 0x84
  if (n >= 0x1000000) return long
  return Buffer.concat([Buffer.of(0x83), long.subarray(2)])
}

/** One value of the given tag with the concatenated parts as contents. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Buffer.of(tag), length(size), ...parts])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(TAG.sequence, ...parts)
/** Explicit or constructed implicit `[n]`. */
export const context = (n: number, ...parts: readonly Uint8Array[]): Buffer =>
  tlv(contextTag(n), ...parts)
/** Implicit primitive `[n]`. */
export const contextPrimitive = (n: number, bytes: Uint8Array): Buffer =>
  tlv(contextPrimitiveTag(n), bytes)

/** The elements of a SET OF in DER order: ascending by their encodings (X.690, 11.6). */
export const inSetOrder = (parts: readonly Uint8Array[]): Uint8Array[] =>
  parts.toSorted((a, b) => Buffer.compare(a, b))
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tlv(TAG.set, ...inSetOrder(parts))

function base128(arc: bigint): number[] {
  const septets = [Number(arc & 127n)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) septets.unshift(Number(rest & 127n) | 0x80)
  return septets
}

/**
 * Object identifier from its dotted form. Arcs may be of any size (2.25.<UUID> has 128 bits).
 * @throws RangeError for text that names no object identifier.
 */
export function oid(dotted: string): Buffer {
  if (!/^[012](\.(0|[1-9]\d*))+$/.test(dotted)) throw new RangeError(`no object id: ${dotted}`)
  const [root = 0n, second = 0n, ...arcs] = dotted.split('.').map(BigInt)
  if (root < 2n && second > 39n) throw new RangeError(`no object id: ${dotted}`)
  return tlv(TAG.oid, Buffer.from([root * 40n + second, ...arcs].flatMap(base128)))
}

/** INTEGER from a number, or from the big-endian bytes of a non-negative one (minimal, sign bit kept clear). */
export function integer(value: number | bigint | Uint8Array): Buffer {
  if (typeof value !== 'object') {
    const hex = value.toString(16)
    return integer(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
  }
  const first = value.findIndex((byte) => byte !== 0)
  const bytes = first < 0 ? Buffer.of(0) : value.subarray(first)
  return (bytes[0] ?? 0) & 0x80 ? tlv(TAG.integer, Buffer.of(0), bytes) : tlv(TAG.integer, bytes)
}

export const boolean = (value: boolean): Buffer => tlv(TAG.boolean, Buffer.of(value ? 0xff : 0))
export const octetString = (bytes: Uint8Array): Buffer => tlv(TAG.octetString, bytes)
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer =>
  tlv(TAG.bitString, Buffer.of(unusedBits), bytes)
export const enumerated = (value: number): Buffer => tlv(TAG.enumerated, Buffer.of(value))
export const nullValue = (): Buffer => tlv(TAG.null)
export const utf8String = (text: string): Buffer => tlv(TAG.utf8, Buffer.from(text, 'utf8'))
export const printableString = (text: string): Buffer =>
  tlv(TAG.printable, Buffer.from(text, 'latin1'))
export const ia5String = (text: string): Buffer => tlv(TAG.ia5, Buffer.from(text, 'latin1'))

const digits = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`

/** GeneralizedTime in whole seconds, as RFC 3161, RFC 6960 and RFC 5280 want it. */
export const generalizedTime = (at: Instant): Buffer =>
  tlv(TAG.generalizedTime, Buffer.from(digits(at), 'latin1'))

/** Time of RFC 5280, 4.1.2.5: UTCTime for 1950..2049, GeneralizedTime otherwise. */
export function time(at: Instant): Buffer {
  const year = Number(at.slice(0, 4))
  if (year < 1950 || year > 2049) return generalizedTime(at)
  return tlv(TAG.utcTime, Buffer.from(digits(at).slice(2), 'latin1'))
}
