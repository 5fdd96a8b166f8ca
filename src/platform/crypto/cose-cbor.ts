/**
 * The part of CBOR (RFC 8949) that a sealed payload needs, in its deterministic form: integers, byte and text strings,
 * arrays, maps, tags, true, false, null. Small on purpose: what is read here comes from a printout of unknown origin.
 */
export type Cbor = null | boolean | number | string | Buffer | readonly Cbor[] | CborMap | CborTag
export type CborMap = ReadonlyMap<number | string, Cbor>
export class CborTag {
  readonly tag: number
  readonly value: Cbor

  constructor(tag: number, value: Cbor) {
    this.tag = tag
    this.value = value
  }
}

const MAX_DEPTH = 12

function head(major: number, value: number): Buffer {
  const type = major << 5
  if (value < 24) return Buffer.of(type | value)
  if (value < 0x100) return Buffer.of(type | 24, value)
  if (value < 0x10000) return Buffer.of(type | 25, value >> 8, value & 0xff)
  const long = Buffer.alloc(value < 2 ** 32 ? 5 : 9)
  long[0] = type | (long.length === 5 ? 26 : 27)
  if (long.length === 5) long.writeUInt32BE(value, 1)
  else long.writeBigUInt64BE(BigInt(value), 1)
  return long
}

/** @throws TypeError for a number that is not a safe integer. */
export function encodeCbor(value: Cbor): Buffer {
  if (value === null) return Buffer.of(0xf6)
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4)
  if (typeof value === 'number') return encodeInteger(value)
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8')
    return Buffer.concat([head(3, bytes.length), bytes])
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (value instanceof CborTag) return Buffer.concat([head(6, value.tag), encodeCbor(value.value)])
  return value instanceof Map ? encodeMap(value) : encodeArray(value as readonly Cbor[])
}

function encodeInteger(value: number): Buffer {
  if (!Number.isSafeInteger(value)) throw new TypeError('CBOR here has integers only')
  return value < 0 ? head(1, -1 - value) : head(0, value)
}

const encodeArray = (items: readonly Cbor[]): Buffer =>
  Buffer.concat([head(4, items.length), ...items.map(encodeCbor)])

function encodeMap(map: CborMap): Buffer {
  const entries = [...map].map(([key, entry]) => [encodeCbor(key), encodeCbor(entry)] as const)
  entries.sort(([a], [b]) => Buffer.compare(a, b))
  return Buffer.concat([head(5, map.size), ...entries.flat()])
}

class Broken extends Error {}

class Reader {
  private readonly bytes: Buffer
  position = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.position
  }

  take(count: number): Buffer {
    if (count > this.left) throw new Broken('truncated')
    this.position += count
    return this.bytes.subarray(this.position - count, this.position)
  }

  private argument(info: number): number {
    if (info < 24) return info
    if (info > 27) throw new Broken('indefinite or reserved')
    const size = 1 << (info - 24)
    const bytes = this.take(size)
    const value = size === 8 ? Number(bytes.readBigUInt64BE()) : bytes.readUIntBE(0, size)
    if (!Number.isSafeInteger(value)) throw new Broken('too big')
    return value
  }

  value(depth = 0): Cbor {
    if (depth > MAX_DEPTH) throw new Broken('too deep')
    const first = this.take(1)[0] ?? 0
    const info = first & 31
    if (first >> 5 === 7) return simple(info)
    return this.compound(first >> 5, this.argument(info), depth)
  }

  private compound(major: number, count: number, depth: number): Cbor {
    switch (major) {
      case 0:
        return count
      case 1:
        return -1 - count
      case 2:
        return Buffer.from(this.take(count))
      case 3:
        return utf8(this.take(count))
      case 4:
        return this.array(count, depth)
      case 5:
        return this.map(count, depth)
      default:
        return new CborTag(count, this.value(depth + 1))
    }
  }

  private array(count: number, depth: number): Cbor[] {
    // Every item takes a byte at least, so a claimed length can never ask for more memory than the input has.
    if (count > this.left) throw new Broken('truncated')
    return Array.from({ length: count }, () => this.value(depth + 1))
  }

  private map(count: number, depth: number): CborMap {
    if (count * 2 > this.left) throw new Broken('truncated')
    const map = new Map<number | string, Cbor>()
    for (let i = 0; i < count; i += 1) {
      const key = this.value(depth + 1)
      if (typeof key !== 'number' && typeof key !== 'string') throw new Broken('key')
      if (map.has(key)) throw new Broken('key twice')
      map.set(key, this.value(depth + 1))
    }
    return map
  }
}

function simple(info: number): null | boolean {
  if (info === 20 || info === 21) return info === 21
  if (info === 22) return null
  throw new Broken('floats and undefined are not used')
}

function utf8(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new Broken('not UTF-8')
  return text
}

/** The one value that fills `bytes`; undefined for anything else. */
export function decodeCbor(bytes: Buffer): Cbor | undefined {
  const reader = new Reader(bytes)
  try {
    const value = reader.value()
    return reader.left === 0 ? value : undefined
  } catch (error) {
    if (error instanceof Broken) return undefined
    throw error
  }
}
