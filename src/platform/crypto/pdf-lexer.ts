import { type PdfDict, PdfSyntaxError, type PdfValue } from './pdf-value.ts'

const MAX_DEPTH = 48
const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set(Array.from('()<>[]{}/%', (char) => char.charCodeAt(0)))
const ESCAPE: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** How much parsing one file may cost; shared by every object of the file, so that no file can ask for endless work. */
export interface Budget {
  left: number
}

/**
 * Reads PDF objects from bytes. Every read either advances or throws {@link PdfSyntaxError}; depth and total work are
 * bounded. References are only taken with generation 0, which is all that a fresh file with increments has.
 */
export class PdfLexer {
  private readonly bytes: Buffer
  private readonly budget: Budget
  position: number

  constructor(bytes: Buffer, position: number, budget: Budget) {
    this.bytes = bytes
    this.budget = budget
    this.position = position
  }

  private spend(): void {
    this.budget.left -= 1
    if (this.budget.left < 0) throw new PdfSyntaxError('too much work')
  }

  private byte(offset = 0): number {
    return this.bytes[this.position + offset] ?? -1
  }

  skipSpace(): void {
    for (;;) {
      this.spend()
      while (SPACE.has(this.byte())) this.position += 1
      if (this.byte() !== 0x25) return
      while (this.position < this.bytes.length && this.byte() !== 10 && this.byte() !== 13)
        this.position += 1
    }
  }

  /** The next run of regular characters; empty when a delimiter or the end stands there. */
  word(): string {
    this.skipSpace()
    const start = this.position
    while (this.position < this.bytes.length && this.position - start < 256 && this.regular())
      this.position += 1
    return this.bytes.toString('latin1', start, this.position)
  }

  private regular(): boolean {
    const byte = this.byte()
    return !SPACE.has(byte) && !DELIMITER.has(byte)
  }

  /** @throws PdfSyntaxError unless the next word is `expected`. */
  expect(expected: string): void {
    if (this.word() !== expected) throw new PdfSyntaxError(`expected ${expected}`)
  }

  /** A whole number of at most ten digits. */
  integer(): number {
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw new PdfSyntaxError('expected a number')
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('too deep')
    this.spend()
    this.skipSpace()
    switch (String.fromCharCode(this.byte() & 0xff)) {
      case '/':
        return this.name()
      case '(':
        return this.literal()
      case '<':
        return this.byte(1) === 0x3c ? this.dict(depth) : this.hex()
      case '[':
        return this.array(depth)
      default:
        return this.scalar()
    }
  }

  private name(): PdfValue {
    this.position += 1
    if (!this.regular()) return { kind: 'name', name: '' }
    const raw = this.word()
    const name = raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    return { kind: 'name', name }
  }

  private literal(): PdfValue {
    const start = this.position
    const out: number[] = []
    let open = 1
    this.position += 1
    while (open > 0) {
      const byte = this.byte()
      if (byte < 0) throw new PdfSyntaxError('open string')
      this.spend()
      this.position += 1
      if (byte === 0x5c) this.escape(out)
      else {
        if (byte === 0x28) open += 1
        if (byte === 0x29) open -= 1
        if (open > 0) out.push(byte)
      }
    }
    return { kind: 'string', bytes: Buffer.from(out), hex: false, start, end: this.position }
  }

  private escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(
      this.bytes.toString('latin1', this.position, this.position + 3),
    )
    if (octal) {
      out.push(Number.parseInt(octal[0], 8) & 0xff)
      this.position += octal[0].length
      return
    }
    const byte = this.byte()
    this.position += 1
    if (byte === 13 && this.byte() === 10) this.position += 1
    if (byte !== 10 && byte !== 13)
      out.push(ESCAPE[String.fromCharCode(byte & 0xff)] ?? byte & 0xff)
  }

  private hex(): PdfValue {
    const start = this.position
    const close = this.bytes.indexOf(0x3e, start)
    if (close < 0) throw new PdfSyntaxError('open hex string')
    const digits = this.bytes.toString('latin1', start + 1, close).replace(/[\s\0]+/g, '')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfSyntaxError('not hex')
    this.budget.left -= digits.length >> 6
    this.position = close + 1
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
    return { kind: 'string', bytes, hex: true, start, end: this.position }
  }

  private array(depth: number): PdfValue {
    this.position += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.byte() === 0x5d) break
      items.push(this.value(depth + 1))
    }
    this.position += 1
    return { kind: 'array', items }
  }

  private dict(depth: number): PdfDict {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.byte() === 0x3e && this.byte(1) === 0x3e) break
      if (this.byte() !== 0x2f) throw new PdfSyntaxError('expected a key')
      const key = this.name() as { name: string }
      // A second value for one key is read differently by different programs, so it is no document of ours.
      if (entries.has(key.name)) throw new PdfSyntaxError('key twice')
      entries.set(key.name, this.value(depth + 1))
    }
    this.position += 2
    return { kind: 'dict', entries }
  }

  private scalar(): PdfValue {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d{1,12}(\.\d*)?|\.\d+)$/.test(word)) throw new PdfSyntaxError('unknown word')
    if (/^\d+$/.test(word)) {
      const after = this.position
      if (this.word() === '0' && this.word() === 'R') return { kind: 'ref', number: Number(word) }
      this.position = after
    }
    return Number(word)
  }
}
