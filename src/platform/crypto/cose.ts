import type { KeyObject } from 'node:crypto'
import { signBytes, verifyBytes } from './algorithms.ts'
import { CborTag, decodeCbor, encodeCbor } from './cose-cbor.ts'

const SIGN1 = 18
const ALGORITHM = 1
const KEY_ID = 4
const ES256 = -7

export interface CoseSign1 {
  /** Names the key; not trusted before {@link verifyCose}. */
  readonly keyId: Buffer
  readonly payload: Buffer
  readonly protectedHeader: Buffer
  readonly signature: Buffer
}

/** What the signature is over (RFC 9052, 4.4), without external data. */
const signedStructure = (protectedHeader: Buffer, payload: Buffer): Buffer =>
  encodeCbor(['Signature1', protectedHeader, Buffer.alloc(0), payload])

/** A COSE_Sign1 (RFC 9052) with ES256 over a P-256 key. The key id stands in the protected header. */
export function signCose(payload: Buffer, key: KeyObject, keyId: Buffer): Buffer {
  const header = encodeCbor(
    new Map<number, number | Buffer>([
      [ALGORITHM, ES256],
      [KEY_ID, keyId],
    ]),
  )
  const signature = signBytes(key, signedStructure(header, payload))
  return encodeCbor(new CborTag(SIGN1, [header, new Map(), payload, signature]))
}

/** The parts of a COSE_Sign1 with ES256; undefined for anything else. Nothing is verified yet. */
export function parseCose(bytes: Buffer): CoseSign1 | undefined {
  const message = decodeCbor(bytes)
  if (!(message instanceof CborTag) || message.tag !== SIGN1) return undefined
  const parts: unknown = message.value
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  const [protectedHeader, , payload, signature] = parts as unknown[]
  if (!Buffer.isBuffer(protectedHeader) || !Buffer.isBuffer(payload)) return undefined
  if (!Buffer.isBuffer(signature) || signature.length !== 64) return undefined
  const keyId = keyIdOf(protectedHeader)
  return keyId && { keyId, payload, protectedHeader, signature }
}

function keyIdOf(protectedHeader: Buffer): Buffer | undefined {
  const header = decodeCbor(protectedHeader)
  // Any other header would be one whose meaning we do not know, such as `crit`.
  if (!(header instanceof Map) || header.size !== 2 || header.get(ALGORITHM) !== ES256)
    return undefined
  const keyId: unknown = header.get(KEY_ID)
  return Buffer.isBuffer(keyId) ? keyId : undefined
}

export const verifyCose = (message: CoseSign1, publicKey: KeyObject): boolean =>
  verifyBytes(
    publicKey,
    signedStructure(message.protectedHeader, message.payload),
    message.signature,
  )
