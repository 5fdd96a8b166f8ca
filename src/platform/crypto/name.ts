import { type Bin, type Iin, parseBin, parseIin } from '#core/kernel'
import { type DerNode, fieldsOf, partsOf, readOid, readText } from './der-read.ts'
import { TAG, oid, printableString, sequence, setOf, utf8String } from './der-write.ts'
import { OID } from './oids.ts'

/**
 * A subject or issuer. `iin` and `bin` are present only when the name holds exactly one serialNumber `IIN…`, exactly one
 * organizational unit `BIN…`: a name that says two numbers says none. `givenName` holds the patronymic, as the national authority does it.
 */
export interface DistinguishedName {
  readonly commonName?: string
  readonly surname?: string
  readonly givenName?: string
  readonly organization?: string
  readonly country?: string
  readonly iin?: Iin
  readonly bin?: Bin
}

interface NameAttribute {
  readonly type: string
  readonly value: DerNode
}

function readAttributes(name: DerNode): NameAttribute[] {
  return partsOf(name).flatMap((rdn) =>
    partsOf(rdn, TAG.set).map((attribute) => {
      const fields = fieldsOf(attribute)
      const type = readOid(fields.next(TAG.oid))
      const value = fields.next()
      fields.end()
      return { type, value }
    }),
  )
}

function single(attributes: readonly NameAttribute[], type: string): string | undefined {
  const found = attributes.filter((attribute) => attribute.type === type)
  const [only] = found
  return found.length === 1 && only ? readText(only.value) : undefined
}

const numbered = (text: string | undefined, prefix: string): string =>
  text !== undefined && new RegExp(`^${prefix}\\d{12}$`).test(text) ? text.slice(prefix.length) : ''

/** @throws DerError */
export function readName(node: DerNode): DistinguishedName {
  const attributes = readAttributes(node)
  const [commonName, surname, givenName, organization, country] = [
    OID.commonName,
    OID.surname,
    OID.givenName,
    OID.organization,
    OID.country,
  ].map((type) => single(attributes, type))
  const iin = parseIin(numbered(single(attributes, OID.serialNumber), 'IIN'))
  const bin = parseBin(numbered(single(attributes, OID.organizationalUnit), 'BIN'))
  return {
    ...(commonName !== undefined && { commonName }),
    ...(surname !== undefined && { surname }),
    ...(givenName !== undefined && { givenName }),
    ...(organization !== undefined && { organization }),
    ...(country !== undefined && { country }),
    ...(iin !== undefined && { iin }),
    ...(bin !== undefined && { bin }),
  }
}

/** Longest value of one attribute. RFC 5280 says 64; names of the country's bodies are longer, and its authority writes them so. */
export const MAX_NAME_LENGTH = 200

function writeAttribute(type: string, value: Buffer): Buffer {
  return setOf(sequence(oid(type), value))
}

function textAttribute(type: string, text: string | undefined): Buffer[] {
  if (text === undefined) return []
  if (text.length === 0 || text.length > MAX_NAME_LENGTH) throw new RangeError('length of a name')
  return [writeAttribute(type, utf8String(text))]
}

function printableAttribute(type: string, text: string | undefined): Buffer[] {
  return text === undefined ? [] : [writeAttribute(type, printableString(text))]
}

/** The name in the order and string types of the national authority: CN, SURNAME, serialNumber, C, O, OU, GIVENNAME. @throws RangeError */
export function buildName(name: DistinguishedName): Buffer {
  return sequence(
    ...textAttribute(OID.commonName, name.commonName),
    ...textAttribute(OID.surname, name.surname),
    ...printableAttribute(OID.serialNumber, name.iin && `IIN${name.iin}`),
    ...printableAttribute(OID.country, name.country),
    ...textAttribute(OID.organization, name.organization),
    ...textAttribute(OID.organizationalUnit, name.bin && `BIN${name.bin}`),
    ...textAttribute(OID.givenName, name.givenName),
  )
}
