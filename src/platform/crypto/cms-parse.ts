import type { Result } from '#core/kernel'
import {
  type DerNode,
  attempt,
  fieldsOf,
  malformed,
  optionalExplicit,
  partsOf,
  readDer,
  readOctets,
  readOid,
} from './der-read.ts'
import { TAG, contextPrimitiveTag, contextTag } from './der-write.ts'
import { cmsErrors } from './errors.ts'
import { OID } from './oids.ts'

export interface CmsAttribute {
  readonly type: string
  readonly values: readonly DerNode[]
  readonly node: DerNode
}

/** How a signature names its signer's certificate: by issuer and serial number, or by key identifier. */
export type SignerId =
  | { readonly kind: 'issuer'; readonly issuerDer: Buffer; readonly serial: Buffer }
  | { readonly kind: 'key'; readonly keyId: Buffer }

export interface SignerInfo {
  readonly id: SignerId
  readonly digest: DerNode
  readonly signedAttributes: readonly CmsAttribute[] | undefined
  readonly algorithm: DerNode
  readonly signature: Buffer
  readonly unsignedAttributes: readonly CmsAttribute[]
}

/** SignedData as read, nothing verified yet. */
export interface SignedData {
  readonly contentType: string
  /** Undefined for a detached signature. */
  readonly content: Buffer | undefined
  /** DER of every X.509 certificate that came along. */
  readonly certificates: readonly Buffer[]
  readonly signers: readonly SignerInfo[]
}

function readAttributes(list: DerNode | undefined): CmsAttribute[] {
  return (list?.children ?? []).map((node) => {
    const fields = fieldsOf(node)
    const type = readOid(fields.next(TAG.oid))
    const values = partsOf(fields.next(), TAG.set)
    fields.end()
    return { type, values, node }
  })
}

function readSignerId(node: DerNode): SignerId {
  if (node.tag === contextPrimitiveTag(0)) return { kind: 'key', keyId: node.body }
  const fields = fieldsOf(node)
  const issuerDer = fields.next(TAG.sequence).raw
  const serial = fields.next(TAG.integer).body
  fields.end()
  return { kind: 'issuer', issuerDer, serial }
}

function readSigner(node: DerNode): SignerInfo {
  const fields = fieldsOf(node)
  fields.next(TAG.integer)
  const id = readSignerId(fields.next())
  const digest = fields.next(TAG.sequence)
  const signed = fields.optional(contextTag(0))
  const algorithm = fields.next(TAG.sequence)
  const signature = readOctets(fields.next())
  const unsignedAttributes = readAttributes(fields.optional(contextTag(1)))
  fields.end()
  const signedAttributes = signed && readAttributes(signed)
  return { id, digest, signedAttributes, algorithm, signature, unsignedAttributes }
}

function readContent(node: DerNode): Pick<SignedData, 'contentType' | 'content'> {
  const fields = fieldsOf(node)
  const contentType = readOid(fields.next(TAG.oid))
  const inner = optionalExplicit(fields, 0)
  fields.end()
  return { contentType, content: inner && readOctets(inner) }
}

function parse(cms: Buffer): SignedData {
  const outer = fieldsOf(readDer(cms))
  if (readOid(outer.next(TAG.oid)) !== OID.signedData) malformed('not SignedData')
  const fields = fieldsOf(optionalExplicit(outer, 0) ?? malformed('no content'))
  outer.end()
  fields.next(TAG.integer)
  fields.next(TAG.set)
  const content = readContent(fields.next())
  const bag = fields.optional(contextTag(0))?.children ?? []
  fields.optional(contextTag(1))
  const signers = partsOf(fields.next(), TAG.set).map(readSigner)
  fields.end()
  const certificates = bag.filter(({ tag }) => tag === TAG.sequence).map(({ raw }) => raw)
  return { ...content, certificates, signers }
}

/** Reads a CMS SignedData (RFC 5652), DER or BER: CMS_MALFORMED. */
export const parseSignedData = (cms: Buffer): Result<SignedData> =>
  attempt(
    () => parse(cms),
    () => cmsErrors.MALFORMED(),
  )
