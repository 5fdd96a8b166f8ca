import { fromBER } from 'asn1js'
import {
  Certificate,
  type CertBag,
  PFX,
  type PKCS8ShroudedKeyBag,
  type PrivateKeyInfo,
  type SafeContents,
} from 'pkijs'
import { KeyFailure } from './key-failure.ts'

const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
/** PBES1 of PKCS#12 (RC2, 3DES with SHA-1), DER of its OID arc 1.2.840.113549.1.12.1: what older key files use. */
const LEGACY = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01]
const MAX_BYTES = 256 * 1024

/** What a key file holds. The private key cannot be taken out of the browser again. */
export interface OpenedKey {
  readonly privateKey: CryptoKey
  readonly certificate: Certificate
  /** Issuers that lie in the same file. */
  readonly chain: readonly Certificate[]
}

interface Bags {
  readonly key: PrivateKeyInfo
  readonly certificates: readonly Certificate[]
}

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  const last = bytes.length - part.length
  for (let at = 0; at <= last; at += 1) {
    if (part.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

function readPfx(bytes: Uint8Array<ArrayBuffer>): PFX {
  try {
    return PFX.fromBER(bytes.buffer)
  } catch {
    throw new KeyFailure('not-pkcs12')
  }
}

/** Checks the MAC and decrypts. A wrong password shows as a MAC that does not fit. */
async function decrypt(pfx: PFX, password: ArrayBuffer): Promise<SafeContents[]> {
  await pfx.parseInternalValues({ password, checkIntegrity: true })
  const safe = pfx.parsedValue?.authenticatedSafe
  if (safe === undefined) throw new KeyFailure('not-pkcs12')
  const parameters = safe.safeContents.map(({ contentType }) =>
    contentType === ENCRYPTED_DATA ? { password } : {},
  )
  await safe.parseInternalValues({ safeContents: parameters })
  return safe.parsedValue.safeContents.map((part: { value: SafeContents }) => part.value)
}

async function bagsOf(contents: readonly SafeContents[], password: ArrayBuffer): Promise<Bags> {
  const certificates: Certificate[] = []
  let key: PrivateKeyInfo | undefined
  for (const bag of contents.flatMap(({ safeBags }) => safeBags)) {
    if (bag.bagId === SHROUDED_KEY) {
      const shrouded = bag.bagValue as PKCS8ShroudedKeyBag & {
        parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void>
      }
      // The MAC has shown that the password is right: what cannot be read now is of an unknown kind.
      await shrouded.parseInternalValues({ password }).catch(() => {
        throw new KeyFailure('unsupported')
      })
      key ??= shrouded.parsedValue
    }
    const kept = bag.bagId === CERTIFICATE ? (bag.bagValue as CertBag).parsedValue : undefined
    if (kept instanceof Certificate) certificates.push(kept)
  }
  if (key === undefined) throw new KeyFailure('no-key')
  return { key, certificates }
}

const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
}

/** ECDSA on P-256 and P-384, the curves of the authority; anything else is refused by name. */
async function importKey(key: PrivateKeyInfo): Promise<CryptoKey> {
  const curve = (key.privateKeyAlgorithm.algorithmParams as { valueBlock?: { toString(): string } })
    ?.valueBlock
  const namedCurve = CURVES[curve?.toString() ?? '']
  if (namedCurve === undefined) throw new KeyFailure('unsupported')
  const algorithm = { name: 'ECDSA', namedCurve }
  return crypto.subtle.importKey('pkcs8', key.toSchema().toBER(false), algorithm, false, ['sign'])
}

const sameBytes = (a: ArrayBufferLike, b: ArrayBufferLike): boolean => {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)]
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

/** The certificate whose key signs what the private key signed: the order in the file says nothing. */
async function ownCertificate(privateKey: CryptoKey, certificates: readonly Certificate[]) {
  const probe = crypto.getRandomValues(new Uint8Array(32))
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, probe)
  for (const certificate of certificates) {
    const publicKey = await certificate.getPublicKey().catch(() => undefined)
    if (publicKey?.algorithm.name !== 'ECDSA') continue
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    if (await crypto.subtle.verify(algorithm, publicKey, signature, probe)) return certificate
  }
  throw new KeyFailure('no-certificate')
}

/** Whether it is written by the rules of ASN.1 at all: of some values the library says so by an exception of its own. */
function isBer(file: ArrayBuffer): boolean {
  try {
    return file.byteLength > 0 && fromBER(file).offset !== -1
  } catch {
    return false
  }
}

/**
 * Opens a PKCS#12 file (RFC 7292; PBES2, as OpenSSL 3 and this portal write it) inside the browser.
 * @throws KeyFailure too-big, not-pkcs12, legacy, wrong-password, no-key, no-certificate, unsupported.
 */
export async function openKeyFile(file: ArrayBuffer, password: string): Promise<OpenedKey> {
  if (file.byteLength > MAX_BYTES) throw new KeyFailure('too-big')
  const bytes = new Uint8Array(file)
  if (!isBer(file)) throw new KeyFailure('not-pkcs12')
  const pfx = readPfx(bytes)
  if (holds(bytes, LEGACY)) throw new KeyFailure('legacy')
  const secret = new TextEncoder().encode(password).buffer
  const contents = await decrypt(pfx, secret).catch((error: unknown) => {
    throw error instanceof KeyFailure ? error : new KeyFailure('wrong-password')
  })
  const { key, certificates } = await bagsOf(contents, secret)
  const privateKey = await importKey(key)
  const certificate = await ownCertificate(privateKey, certificates)
  const own = certificate.toSchema().toBER(false)
  const chain = certificates.filter((other) => !sameBytes(other.toSchema().toBER(false), own))
  return { privateKey, certificate, chain }
}
