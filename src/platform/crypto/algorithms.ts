import {
  type KeyObject,
  createHash,
  createPublicKey,
  sign as signRaw,
  verify as verifyRaw,
} from 'node:crypto'
import { type DerNode, UnsupportedError, fieldsOf, malformed, readOid } from './der-read.ts'
import { TAG, nullValue, oid, sequence } from './der-write.ts'

export type DigestName = 'sha1' | 'sha256' | 'sha384' | 'sha512'

const DIGESTS: ReadonlyMap<string, DigestName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])
const SHA1 = '1.3.14.3.2.26'

interface SignatureAlgorithm {
  readonly key: 'ec' | 'rsa'
  readonly digest: DigestName | undefined
}

/** What may stand as a signature algorithm; nothing else is ever verified. RSA without a hash is CMS's way to write it. */
const SIGNATURES: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['1.2.840.10045.4.3.2', { key: 'ec', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { key: 'ec', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { key: 'ec', digest: 'sha512' }],
  ['1.2.840.113549.1.1.11', { key: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { key: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { key: 'rsa', digest: 'sha512' }],
  ['1.2.840.113549.1.1.1', { key: 'rsa', digest: undefined }],
])
const CURVES: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1'])
const MIN_RSA_BITS = 2048
/** A signature is checked before its certificate is trusted, so a stranger's key must not cost much. */
const MAX_RSA_BITS = 8192

export const hash = (name: DigestName, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHash(name)).digest()

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', ...parts)

const parameterlessOrNull = (algorithm: DerNode): string => {
  const fields = fieldsOf(algorithm)
  const id = readOid(fields.next(TAG.oid))
  fields.optional(TAG.null)
  fields.end()
  return id
}

/** Digest named by an AlgorithmIdentifier. @throws UnsupportedError for one that is not SHA-256, SHA-384 or SHA-512. */
export function readDigestAlgorithm(algorithm: DerNode): DigestName {
  const name = DIGESTS.get(readOid(fieldsOf(algorithm).next()))
  if (name === undefined) throw new UnsupportedError('digest')
  parameterlessOrNull(algorithm)
  return name
}

/** As {@link readDigestAlgorithm}, and SHA-1, which OCSP uses to name an issuer, never to sign (RFC 6960, 4.3). */
export function readNamingDigest(algorithm: DerNode): DigestName {
  return readOid(fieldsOf(algorithm).next()) === SHA1 ? 'sha1' : readDigestAlgorithm(algorithm)
}

/** The DER AlgorithmIdentifier of SHA-256 without parameters (RFC 5754, 2). */
export const sha256Algorithm = (): Buffer => sequence(oid('2.16.840.1.101.3.4.2.1'))

export const digestAlgorithm = (name: DigestName): Buffer => {
  if (name === 'sha1') return sequence(oid(SHA1), nullValue())
  const found = [...DIGESTS].find(([, digest]) => digest === name)
  return sequence(oid(found?.[0] ?? malformed('digest')))
}

/** A public key of an allowed kind: EC on P-256 or P-384, RSA of 2048 to 8192 bits. @throws DerError */
export function readPublicKey(spki: Buffer): KeyObject {
  const key = importSpki(spki)
  const details = key.asymmetricKeyDetails ?? {}
  const curve = details.namedCurve
  if (key.asymmetricKeyType === 'ec' && curve !== undefined && CURVES.has(curve)) return key
  const bits = details.modulusLength ?? 0
  if (key.asymmetricKeyType === 'rsa' && bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS) return key
  throw new UnsupportedError('public key')
}

function importSpki(spki: Buffer): KeyObject {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' })
  } catch {
    throw new UnsupportedError('public key')
  }
}

/** Digest that goes with a signing key: SHA-384 for P-384, SHA-256 for everything else. */
export const digestOf = (key: KeyObject): DigestName =>
  key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'sha384' : 'sha256'

/** AlgorithmIdentifier of the signatures that {@link signDer} makes with this key. */
export function signatureAlgorithm(key: KeyObject, digest: DigestName = digestOf(key)): Buffer {
  const found = [...SIGNATURES].find(
    ([, algorithm]) => algorithm.key === key.asymmetricKeyType && algorithm.digest === digest,
  )
  if (found === undefined) throw new TypeError('a key that this platform does not sign with')
  const id = oid(found[0])
  return key.asymmetricKeyType === 'rsa' ? sequence(id, nullValue()) : sequence(id)
}

/** Signature value as X.509, CMS, OCSP and TSP want it: ECDSA as a DER sequence, RSA as PKCS #1 v1.5. */
export const signDer = (
  key: KeyObject,
  bytes: Uint8Array,
  digest: DigestName = digestOf(key),
): Buffer => signRaw(digest, bytes, key)

export interface SignedBytes {
  readonly bytes: Uint8Array
  readonly algorithm: DerNode
  readonly signature: Uint8Array
  /** The digest named beside the algorithm (CMS); the algorithm's own must be the same. */
  readonly digest?: DigestName
}

function readSignatureAlgorithm(node: DerNode): SignatureAlgorithm {
  const found = SIGNATURES.get(readOid(fieldsOf(node).next()))
  if (found === undefined) throw new UnsupportedError('signature algorithm')
  parameterlessOrNull(node)
  return found
}

/** Whether the signature is the key's. @throws DerError for an algorithm that is not on the allow-list or not the key's. */
export function verifyDer(key: KeyObject, signed: SignedBytes): boolean {
  const algorithm = readSignatureAlgorithm(signed.algorithm)
  const digest = algorithm.digest ?? signed.digest
  if (digest === undefined || algorithm.key !== key.asymmetricKeyType)
    throw new UnsupportedError('signature algorithm')
  if (signed.digest !== undefined && signed.digest !== digest)
    throw new UnsupportedError('two digests')
  return verifyRaw(digest, signed.bytes, key, signed.signature)
}

/** Signature of an envelope or of COSE: ES256, r and s side by side (IEEE P1363), 64 bytes for P-256. */
export const signBytes = (key: KeyObject, bytes: Uint8Array): Buffer =>
  signRaw('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })

/** Whether `signature` is the ES256 signature of `bytes` by the owner of this P-256 key. */
export const verifyBytes = (
  publicKey: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean =>
  signature.length === 64 &&
  publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1' &&
  verifyRaw('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
