import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { type Cbor, CborTag, decodeCbor, encodeCbor } from './cose-cbor.ts'
import { parseCose, signCose, verifyCose } from './cose.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe('base45', () => {
  it('encodes the examples of RFC 9285', () => {
    expect(encodeBase45(Buffer.from('AB'))).toBe('BB8')
    expect(encodeBase45(Buffer.from('Hello!!'))).toBe('%69 VD92EX0')
    expect(encodeBase45(Buffer.from('base-45'))).toBe('UJCLQE7W581')
    expect(decodeBase45('QED8WEX0')?.toString()).toBe('ietf!')
  })

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('refuses what no encoder writes', () => {
    for (const text of ['A', 'GGW', ':::', 'aa', '::', 'BB8Ж'])
      expect(decodeBase45(text)).toBeUndefined()
  })
})

describe('CBOR', () => {
  it('writes the examples of RFC 8949', () => {
    const examples: [Cbor, string][] = [
      [1000000, '1a000f4240'],
      [1000000000000, '1b000000e8d4a51000'],
      [-1000, '3903e7'],
      ['ü', '62c3bc'],
      [[1, [2, 3]], '82018202 03'.replace(' ', '')],
      [new CborTag(18, 'a'), 'd26161'],
      [
        new Map<number, Cbor>([
          [3, 4],
          [1, 2],
        ]),
        'a201020304',
      ],
    ]
    for (const [value, hex] of examples) expect(encodeCbor(value).toString('hex')).toBe(hex)
  })

  it('gives back any value', () => {
    const { tree } = fc.letrec<{ tree: Cbor }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false),
        fc.maxSafeInteger(),
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc
          .array(fc.tuple(fc.integer(), tie('tree')), { maxLength: 4 })
          .map((list) => new Map(list)),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(decodeCbor(encodeCbor(value))).toEqual(value)
      }),
    )
  })

  it('refuses floats, endless lengths, false claims of size, double keys and junk, and never throws', () => {
    for (const hex of [
      'f93c00',
      '9fff',
      '9affffffff',
      'baffffffff',
      '5affffffff00',
      'a201020103',
      '0000',
      '61ff',
      '',
    ])
      expect(decodeCbor(Buffer.from(hex, 'hex'))).toBeUndefined()
    expect(decodeCbor(Buffer.alloc(100, 0x81))).toBeUndefined()
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (bytes) => void decodeCbor(Buffer.from(bytes)),
      ),
    )
  })
})

describe('COSE_Sign1', () => {
  const message = signCose(Buffer.from('text'), privateKey, Buffer.from('12345678'))

  it('is verified by the public key alone', () => {
    const parsed = parseCose(message)
    expect(parsed?.payload.toString()).toBe('text')
    expect(parsed?.keyId.toString()).toBe('12345678')
    expect(parsed && verifyCose(parsed, publicKey)).toBe(true)
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    expect(parsed && verifyCose(parsed, other)).toBe(false)
  })

  it('is refused after any change of a byte', () => {
    for (let at = 0; at < message.length; at += 1) {
      const changed = Buffer.from(message)
      changed[at] = (changed[at] ?? 0) ^ 1
      const parsed = parseCose(changed)
      expect(parsed ? verifyCose(parsed, publicKey) : false).toBe(false)
    }
  })

  it('does not throw on other bytes', () => {
    expect(parseCose(randomBytes(100))).toBeUndefined()
    expect(parseCose(encodeCbor(new CborTag(18, [1, 2, 3, 4])))).toBeUndefined()
  })
})
