import { createPublicKey } from 'node:crypto'
import { type Result, ok, refuse } from '#core/kernel'
import { authorityErrors } from './errors.ts'

/** AlgorithmIdentifier of a key on the named curve P-256 and the octet that begins an uncompressed point (RFC 5480). */
const P256_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex')
const POINT_SIZE = 64

function isOnCurve(spki: Buffer): boolean {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}

/**
 * Takes a SubjectPublicKeyInfo in the one form there is for P-256: named curve, uncompressed point on the curve (the group has
 * prime order, so every such point is a good key). One form means that one key cannot be certified twice under two spellings.
 * AUTHORITY_BAD_KEY.
 */
export function checkPublicKey(spki: Buffer): Result<Buffer> {
  const shaped =
    spki.length === P256_PREFIX.length + POINT_SIZE &&
    spki.subarray(0, P256_PREFIX.length).equals(P256_PREFIX)
  return shaped && isOnCurve(spki) ? ok(spki) : refuse(authorityErrors.BAD_KEY())
}
