import {
  type DerNode,
  fieldsOf,
  readBoolean,
  readDer,
  readOctets,
  readOid,
  readSmallInteger,
  readUnsignedHex,
} from './der-read.ts'
import { type DigestName, digestAlgorithm, readDigestAlgorithm } from './algorithms.ts'
import { TAG, boolean, contextTag, integer, octetString, oid, sequence } from './der-write.ts'

export interface TimeStampQueryInput {
  /** SHA-256 of what is to be stamped. */
  readonly imprint: Buffer
  /** Random bytes that tie the answer to this query; eight or more. */
  readonly nonce?: Buffer
  readonly policy?: string
}

/** TimeStampReq (RFC 3161, 2.4.1) that asks for the certificate too. */
export function buildTimeStampQuery({ imprint, nonce, policy }: TimeStampQueryInput): Buffer {
  return sequence(
    integer(1),
    sequence(digestAlgorithm('sha256'), octetString(imprint)),
    ...(policy === undefined ? [] : [oid(policy)]),
    ...(nonce === undefined ? [] : [integer(nonce)]),
    boolean(true),
  )
}

export interface MessageImprint {
  readonly digest: DigestName
  readonly hashed: Buffer
}

/** @throws DerError; UnsupportedError for a digest that is not allowed. */
export function readImprint(node: DerNode): MessageImprint {
  const fields = fieldsOf(node)
  const algorithm = fields.next(TAG.sequence)
  const hashed = readOctets(fields.next())
  fields.end()
  return { digest: readDigestAlgorithm(algorithm), hashed }
}

export interface TimeStampQuery {
  readonly imprint: DerNode
  readonly policy: string | undefined
  readonly nonce: DerNode | undefined
  readonly wantsCertificate: boolean
  readonly hasExtensions: boolean
}

/** @throws DerError */
export function readTimeStampQuery(der: Buffer): TimeStampQuery & { version: number } {
  const fields = fieldsOf(readDer(der))
  const version = readSmallInteger(fields.next(TAG.integer))
  const imprint = fields.next(TAG.sequence)
  const policy = fields.optional(TAG.oid)
  const nonce = fields.optional(TAG.integer)
  const wants = fields.optional(TAG.boolean)
  const extensions = fields.optional(contextTag(0))
  fields.end()
  if (nonce) readUnsignedHex(nonce)
  return {
    version,
    imprint,
    policy: policy && readOid(policy),
    nonce,
    wantsCertificate: wants !== undefined && readBoolean(wants),
    hasExtensions: extensions !== undefined,
  }
}
