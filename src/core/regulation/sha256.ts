const primes: number[] = []
for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)
const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) | 0
const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)))
const ROUND = primes.map((p) => fraction(Math.cbrt(p)))
const rotate = (x: number, by: number) => (x >>> by) | (x << (32 - by))

type Eight = readonly [number, number, number, number, number, number, number, number]

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as hex. Core may use no built-in of Node, and an edition's hash is no secret's:
 * only here; everything else uses `#platform/crypto`.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const blocks = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64))
  new Uint8Array(blocks.buffer).set(bytes)
  blocks.setUint8(bytes.length, 0x80)
  blocks.setUint32(blocks.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
  blocks.setUint32(blocks.byteLength - 4, bytes.length << 3)
  let state: readonly number[] = START
  for (let at = 0; at < blocks.byteLength; at += 64) state = compress(state, schedule(blocks, at))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function schedule(blocks: DataView, at: number): Int32Array {
  const words = new Int32Array(64)
  const word = (i: number) => words[i] ?? 0
  for (let i = 0; i < 16; i += 1) words[i] = blocks.getInt32(at + i * 4)
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [word(i - 15), word(i - 2)]
    const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[i] = word(i - 16) + low + word(i - 7) + high
  }
  return words
}

function compress(state: readonly number[], words: Int32Array): readonly number[] {
  const register = new Int32Array(state)
  for (let i = 0; i < 64; i += 1) turn(register, (ROUND[i] ?? 0) + (words[i] ?? 0))
  return state.map((word, i) => (word + (register[i] ?? 0)) | 0)
}

/** One of the 64 rounds: `register` holds a to h. */
function turn(register: Int32Array, input: number): void {
  const [a, b, c, , e, f, g, h] = register as unknown as Eight
  const sigma1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
  const first = h + sigma1 + ((e & f) ^ (~e & g)) + input
  const sigma0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
  const second = sigma0 + ((a & b) ^ (a & c) ^ (b & c))
  register.copyWithin(1, 0, 7)
  register[0] = first + second
  register[4] = (register[4] ?? 0) + first
}
