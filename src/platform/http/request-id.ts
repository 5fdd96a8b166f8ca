import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference that can be read out on the telephone: `7K2M-9QXD`, forty random bits without I, L, O, U. */
export function newRequestId(): string {
  const letters = Array.from(randomBytes(8), (byte) => ALPHABET[byte % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
