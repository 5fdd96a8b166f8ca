/** Base45 of RFC 9285: the characters that a QR code keeps in its dense alphanumeric mode. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const second = bytes[i + 1]
    const first = bytes[i] ?? 0
    text += second === undefined ? digits(first, 2) : digits(first * 256 + second, 3)
  }
  return text
}

function digits(value: number, count: number): string {
  let text = ''
  for (let rest = value, i = 0; i < count; i += 1, rest = Math.floor(rest / 45))
    text += ALPHABET[rest % 45]
  return text
}

/** The bytes, or undefined for text that no encoder writes. */
export function decodeBase45(text: string): Buffer | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 3) {
    const group = Array.from(text.slice(i, i + 3), (char) => ALPHABET.indexOf(char))
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0)
    if (group.includes(-1) || value > (group.length === 3 ? 0xffff : 0xff)) return undefined
    if (group.length === 3) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return Buffer.from(bytes)
}
