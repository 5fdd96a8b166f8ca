import {
  type DerNode,
  fieldsOf,
  malformed,
  partsOf,
  readBoolean,
  readDer,
  readOid,
  readSmallInteger,
} from './der-read.ts'
import {
  TAG,
  bitString,
  boolean,
  context,
  contextPrimitive,
  contextPrimitiveTag,
  ia5String,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from './der-write.ts'
import { OID } from './oids.ts'

/** Bits of KeyUsage in the order of RFC 5280, 4.2.1.3. */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

export interface Extension {
  readonly critical: boolean
  /** The value inside the extension's OCTET STRING. */
  readonly value: Buffer
}
export type Extensions = ReadonlyMap<string, Extension>

/** Extensions by object id. @throws DerError when one stands twice (RFC 5280, 4.2). */
export function readExtensions(list: DerNode | undefined): Extensions {
  const found = new Map<string, Extension>()
  for (const node of list ? partsOf(list) : []) {
    const fields = fieldsOf(node)
    const id = readOid(fields.next(TAG.oid))
    const flag = fields.optional(TAG.boolean)
    const value = fields.next(TAG.octetString).body
    fields.end()
    if (found.has(id)) malformed('an extension twice')
    found.set(id, { critical: flag !== undefined && readBoolean(flag), value })
  }
  return found
}

const valueOf = (extensions: Extensions, id: string): DerNode | undefined => {
  const extension = extensions.get(id)
  return extension && readDer(extension.value)
}

export function readKeyUsage(extensions: Extensions): ReadonlySet<KeyUsage> {
  const bits = valueOf(extensions, OID.keyUsage)?.body
  if (bits === undefined) return new Set()
  if (bits.length < 2 || (bits[0] ?? 0) > 7) malformed('key usage')
  return new Set(KEY_USAGES.filter((_, i) => ((bits[1] ?? 0) << i) & 0x80))
}

export const readExtendedKeyUsage = (extensions: Extensions): readonly string[] => {
  const value = valueOf(extensions, OID.extendedKeyUsage)
  return value ? partsOf(value).map(readOid) : []
}

export const readPolicies = (extensions: Extensions): readonly string[] => {
  const value = valueOf(extensions, OID.certificatePolicies)
  return value ? partsOf(value).map((policy) => readOid(fieldsOf(policy).next())) : []
}

export interface BasicConstraints {
  readonly isCa: boolean
  readonly pathLength?: number
}

export function readBasicConstraints(extensions: Extensions): BasicConstraints {
  const value = valueOf(extensions, OID.basicConstraints)
  if (value === undefined) return { isCa: false }
  const fields = fieldsOf(value)
  const flag = fields.optional(TAG.boolean)
  const path = fields.optional(TAG.integer)
  fields.end()
  const isCa = flag !== undefined && readBoolean(flag)
  return path === undefined ? { isCa } : { isCa, pathLength: readSmallInteger(path) }
}

export const readSubjectKeyId = (extensions: Extensions): Buffer | undefined => {
  const value = valueOf(extensions, OID.subjectKeyId)
  return value && (value.tag === TAG.octetString ? value.body : malformed('key id'))
}

export const readAuthorityKeyId = (extensions: Extensions): Buffer | undefined => {
  const value = valueOf(extensions, OID.authorityKeyId)
  return value && fieldsOf(value).optional(contextPrimitiveTag(0))?.body
}

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))

const cpsQualifier = (url: string): Buffer => sequence(oid(OID.cpsQualifier), ia5String(url))

const access = (method: string, url: string): Buffer =>
  sequence(oid(method), contextPrimitive(6, Buffer.from(url, 'latin1')))

/** The extensions that the authority writes into certificates and lists, each as its DER encoding. */
export const extensions = {
  basicConstraints: ({ isCa, pathLength }: BasicConstraints): Buffer =>
    extension(
      OID.basicConstraints,
      sequence(
        ...(isCa ? [boolean(true)] : []),
        ...(pathLength === undefined ? [] : [integer(pathLength)]),
      ),
      true,
    ),
  keyUsage: (usages: readonly KeyUsage[]): Buffer => {
    const indexes = usages.map((usage) => KEY_USAGES.indexOf(usage))
    const bits = indexes.reduce((sum, i) => sum | (0x80 >> i), 0)
    return extension(OID.keyUsage, bitString(Buffer.of(bits), 7 - Math.max(...indexes)), true)
  },
  extendedKeyUsage: (purposes: readonly string[], critical = false): Buffer =>
    extension(OID.extendedKeyUsage, sequence(...purposes.map(oid)), critical),
  policy: (id: string, cps?: string): Buffer => {
    const qualifier = cps === undefined ? [] : [sequence(cpsQualifier(cps))]
    return extension(OID.certificatePolicies, sequence(sequence(oid(id), ...qualifier)))
  },
  subjectKeyId: (id: Buffer): Buffer => extension(OID.subjectKeyId, octetString(id)),
  authorityKeyId: (id: Buffer): Buffer =>
    extension(OID.authorityKeyId, sequence(contextPrimitive(0, id))),
  crlDistributionPoint: (url: string): Buffer =>
    extension(
      OID.crlDistributionPoints,
      sequence(sequence(context(0, context(0, contextPrimitive(6, Buffer.from(url, 'latin1')))))),
    ),
  authorityInfoAccess: ({ ocsp, aia }: { ocsp?: string; aia: string }): Buffer => {
    const answers = ocsp === undefined ? [] : [access(OID.accessOcsp, ocsp)]
    return extension(
      OID.authorityInfoAccess,
      sequence(...answers, access(OID.accessCaIssuers, aia)),
    )
  },
  ocspNoCheck: (): Buffer => extension(OID.ocspNoCheck, nullValue()),
  crlNumber: (n: number): Buffer => extension(OID.crlNumber, integer(n)),
}
