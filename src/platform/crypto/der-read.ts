import { type CodedError, type Instant, type Result, instant, ok, refuse } from '#core/kernel'
import { TAG, contextTag } from './der-write.ts'

/** Bytes that are not the format they claim to be. It never leaves this module: {@link attempt} makes a refusal of it. */
export class DerError extends Error {}
/** Well-formed bytes that name an algorithm or curve that is not on the allow-list. */
export class UnsupportedError extends DerError {}

/** @throws DerError always. */
export function malformed(what: string): never {
  throw new DerError(what)
}

/** Runs a parser over foreign bytes: what they got wrong becomes the coded refusal, broken code still throws. */
export function attempt<T>(parse: () => T, refusal: (fault: DerError) => CodedError): Result<T> {
  try {
    return ok(parse())
  } catch (fault) {
    if (fault instanceof DerError) return refuse(refusal(fault))
    throw fault
  }
}

const MAX_DEPTH = 32
const MAX_NODES = 100_000
/** Largest input that any parser of this module looks at: a CRL of half a million entries has about 20 MB. */
const MAX_BYTES = 64 * 1024 * 1024
const CONSTRUCTED = 0x20

interface Budget {
  nodes: number
}
interface Place {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  readonly depth: number
  readonly budget: Budget
}
interface Header {
  readonly tag: number
  /** Offset of the contents octets. */
  readonly body: number
  /** Length of the contents; undefined for the indefinite form of BER. */
  readonly size: number | undefined
}

function longLength(bytes: Buffer, at: number, count: number): number {
  if (count > 4) malformed('length of more than four octets')
  let size = 0
  for (let i = 0; i < count; i++) size = size * 256 + (bytes[at + i] ?? malformed('truncated'))
  return size
}

function readHeader({ bytes, start, end }: Place): Header {
  if (start + 2 > end) malformed('truncated')
  const tag = bytes[start] ?? 0
  if ((tag & 0x1f) === 0x1f) malformed('tag number above 30')
  const first = bytes[start + 1] ?? 0
  if (first < 0x80) return { tag, body: start + 2, size: first }
  if (first === 0x80) {
    if ((tag & CONSTRUCTED) === 0) malformed('indefinite length of a primitive')
    return { tag, body: start + 2, size: undefined }
  }
  const count = first & 0x7f
  return { tag, body: start + 2 + count, size: longLength(bytes, start + 2, count) }
}

/** One value of DER, or of BER with indefinite lengths, as a view on the bytes it was read from. */
export class DerNode {
  readonly tag: number
  /** True when the value was written in the indefinite form, which is never DER. */
  readonly indefinite: boolean
  readonly #place: Place
  readonly #bodyStart: number
  readonly #bodyEnd: number
  #children: readonly DerNode[] | undefined

  constructor(place: Place, header: Header, children?: readonly DerNode[]) {
    this.tag = header.tag
    this.indefinite = header.size === undefined
    this.#place = place
    this.#bodyStart = header.body
    this.#bodyEnd = this.indefinite ? place.end - 2 : place.end
    this.#children = children
  }

  /** The whole encoding: tag, length and contents. */
  get raw(): Buffer {
    return this.#place.bytes.subarray(this.#place.start, this.#place.end)
  }

  /** The contents octets. */
  get body(): Buffer {
    return this.#place.bytes.subarray(this.#bodyStart, this.#bodyEnd)
  }

  get end(): number {
    return this.#place.end
  }

  /** The values inside; a primitive tag that holds values (an extension's OCTET STRING) is read by {@link readDer}. */
  get children(): readonly DerNode[] {
    if ((this.tag & CONSTRUCTED) === 0) malformed('a primitive has no parts')
    this.#children ??= readAll({ ...this.#place, start: this.#bodyStart, end: this.#bodyEnd })
    return this.#children
  }
}

function readAll(inside: Place): DerNode[] {
  const nodes: DerNode[] = []
  for (let at = inside.start; at < inside.end; ) {
    const node = readNode({ ...inside, start: at, depth: inside.depth + 1 })
    nodes.push(node)
    at = node.end
  }
  return nodes
}

function readIndefinite(place: Place, header: Header): DerNode {
  const nodes: DerNode[] = []
  let at = header.body
  while (place.bytes[at] !== 0 || place.bytes[at + 1] !== 0) {
    const node = readNode({ ...place, start: at, depth: place.depth + 1 })
    nodes.push(node)
    at = node.end
  }
  if (at + 2 > place.end) malformed('truncated')
  return new DerNode({ ...place, end: at + 2 }, header, nodes)
}

function readNode(place: Place): DerNode {
  if (place.depth > MAX_DEPTH) malformed('nested too deep')
  place.budget.nodes += 1
  if (place.budget.nodes > MAX_NODES) malformed('too many parts')
  const header = readHeader(place)
  if (header.size === undefined) return readIndefinite(place, header)
  const end = header.body + header.size
  if (end > place.end) malformed('truncated')
  return new DerNode({ ...place, end }, header)
}

/**
 * Reads one value that fills `bytes` to the last octet. Accepts BER's indefinite lengths (OpenSSL `-stream` and BouncyCastle
 * write them); limits: 64 MiB, 32 levels, 100 000 parts.
 * @throws DerError
 */
export function readDer(bytes: Uint8Array): DerNode {
  if (bytes.length > MAX_BYTES) malformed('too large')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const place = { bytes: buffer, start: 0, end: buffer.length, depth: 0, budget: { nodes: 0 } }
  const node = readNode(place)
  if (node.end !== buffer.length) malformed('bytes after the end')
  return node
}

/** Length of the first value in `bytes`, header included: PDF pads the CMS in /Contents with zeros. @throws DerError */
export function derLength(bytes: Buffer): number {
  const place = { bytes, start: 0, end: bytes.length, depth: 0, budget: { nodes: 0 } }
  return readNode(place).end
}

/** The parts of a SEQUENCE in their order; each `next` and `optional` takes one. */
export class Fields {
  readonly #nodes: readonly DerNode[]
  #at = 0

  constructor(nodes: readonly DerNode[]) {
    this.#nodes = nodes
  }

  next(tag?: number): DerNode {
    const node = this.#nodes[this.#at] ?? malformed('a part is missing')
    if (tag !== undefined && node.tag !== tag) malformed(`tag ${node.tag} instead of ${tag}`)
    this.#at += 1
    return node
  }

  optional(tag: number): DerNode | undefined {
    return this.#nodes[this.#at]?.tag === tag ? this.next() : undefined
  }

  /** @throws DerError when parts are left. */
  end(): void {
    if (this.#at < this.#nodes.length) malformed('parts after the end')
  }
}

export function expectTag(node: DerNode, tag: number): DerNode {
  return node.tag === tag ? node : malformed(`tag ${node.tag} instead of ${tag}`)
}
/** The parts of a SEQUENCE (or of another constructed value whose tag is given). */
export const fieldsOf = (node: DerNode, tag: number = TAG.sequence): Fields =>
  new Fields(expectTag(node, tag).children)
export const partsOf = (node: DerNode, tag: number = TAG.sequence): readonly DerNode[] =>
  expectTag(node, tag).children

/** The one value inside an explicit `[n]`. */
export function explicit(node: DerNode): DerNode {
  const fields = new Fields(node.children)
  const inner = fields.next()
  fields.end()
  return inner
}

/** The value inside the optional explicit `[n]` that stands next. */
export function optionalExplicit(fields: Fields, n: number): DerNode | undefined {
  const node = fields.optional(contextTag(n))
  return node && explicit(node)
}

const ARC_LIMIT = Number.MAX_SAFE_INTEGER / 128 - 1

/** Arcs as numbers, from an arc of more than 46 bits on as bigints: nearly all identifiers have short arcs. */
function readArcs(body: Buffer): (number | bigint)[] {
  const arcs: (number | bigint)[] = []
  let arc: number | bigint = 0
  for (const octet of body) {
    if (arc === 0 && octet === 0x80) malformed('object id with padding')
    if (arc > ARC_LIMIT) arc = BigInt(arc)
    const septet: number = octet & 0x7f
    arc = typeof arc === 'number' ? arc * 128 + septet : (arc << 7n) | BigInt(septet)
    if (octet >= 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  return arcs
}

function firstTwo(head: number | bigint): string {
  if (head < 80) return `${head < 40 ? 0 : 1}.${Number(head) % 40}`
  return `2.${typeof head === 'number' ? head - 80 : head - 80n}`
}

export function readOid(node: DerNode): string {
  const { body } = expectTag(node, TAG.oid)
  if (body.length === 0 || body.length > 128 || (body.at(-1) ?? 0) & 0x80) malformed('object id')
  const [head = 0, ...rest] = readArcs(body)
  return [firstTwo(head), ...rest].join('.')
}

/** Contents of an INTEGER without a leading zero octet, in hex. @throws DerError for negative or padded ones. */
export function readUnsignedHex(node: DerNode): string {
  const { body } = expectTag(node, TAG.integer)
  const first = body[0] ?? malformed('empty integer')
  if (first & 0x80) malformed('negative integer')
  return first === 0 && body.length > 1 ? body.subarray(1).toString('hex') : body.toString('hex')
}

export function readSmallInteger(node: DerNode): number {
  if (node.body.length === 0 || node.body.length > 4) malformed('integer out of range')
  return node.body.readIntBE(0, node.body.length)
}

export function readBoolean(node: DerNode): boolean {
  const { body } = expectTag(node, TAG.boolean)
  return body.length === 1 ? body[0] !== 0 : malformed('boolean')
}

/** Octets of an OCTET STRING, also of BER's constructed form. */
export function readOctets(node: DerNode): Buffer {
  if (node.tag === TAG.octetString) return node.body
  if (node.tag !== (TAG.octetString | CONSTRUCTED)) malformed('octet string expected')
  return Buffer.concat(node.children.map(readOctets))
}

/** Octets of a BIT STRING whose last octet has no unused bits, as keys and signatures are. */
export function readBitOctets(node: DerNode): Buffer {
  const { body } = expectTag(node, TAG.bitString)
  return body.length > 0 && body[0] === 0 ? body.subarray(1) : malformed('bit string')
}

const UTC = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const GENERALIZED = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,9})?Z$/

function century(year: string): string {
  return year >= '50' ? `19${year}` : `20${year}`
}

/** UTCTime or GeneralizedTime in the forms of RFC 5280 (fractions of RFC 3161 are cut off). */
export function readTime(node: DerNode): Instant {
  const utc = node.tag === TAG.utcTime
  const text = expectTag(node, utc ? TAG.utcTime : TAG.generalizedTime).body.toString('latin1')
  const match = (utc ? UTC : GENERALIZED).exec(text) ?? malformed('time')
  const [, year = '', month, day, hour, minute, second] = match
  const date = `${utc ? century(year) : year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const at = new Date(date)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== date) malformed('no such time')
  return instant(at)
}

/** Text of any string type that a name may have. */
export function readText(node: DerNode): string {
  if (node.tag === TAG.utf8) return node.body.toString('utf8')
  if (node.tag === TAG.printable || node.tag === TAG.ia5 || node.tag === TAG.teletex)
    return node.body.toString('latin1')
  if (node.tag === TAG.bmp && node.body.length % 2 === 0)
    return Buffer.from(node.body).swap16().toString('utf16le')
  return malformed('string type')
}
