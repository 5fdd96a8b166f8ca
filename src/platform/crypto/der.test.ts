import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#core/kernel'
import {
  DerError,
  derLength,
  fieldsOf,
  partsOf,
  readDer,
  readOctets,
  readOid,
  readTime,
  readUnsignedHex,
} from './der-read.ts'
import { generalizedTime, integer, octetString, oid, sequence, setOf, time } from './der-write.ts'

describe('DER', () => {
  it('reads back any object identifier, also one with a 128-bit arc', () => {
    const arcs = fc.array(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(arcs, (rest) => {
        const dotted = ['2', ...rest].join('.')
        expect(readOid(readDer(oid(dotted)))).toBe(dotted)
      }),
    )
    expect(oid('2.999.3').toString('hex')).toBe('0603883703')
    expect(() => oid('1.40.1')).toThrow(RangeError)
  })

  it('reads back any positive integer in its shortest form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n }), (value) => {
        expect(BigInt(`0x${readUnsignedHex(readDer(integer(value)))}`)).toBe(value)
      }),
    )
    expect(integer(128).toString('hex')).toBe('02020080')
    expect(integer(0).toString('hex')).toBe('020100')
  })

  it('writes lengths of every size and reads them back', () => {
    for (const size of [0, 127, 128, 255, 256, 65_535, 65_536, 16_777_216]) {
      const bytes = octetString(Buffer.alloc(size, 7))
      expect(readOctets(readDer(bytes))).toHaveLength(size)
      expect(derLength(Buffer.concat([bytes, Buffer.alloc(3)]))).toBe(bytes.length)
    }
  })

  it('sorts a SET OF by the encodings of its elements', () => {
    const set = setOf(integer(300), integer(2), integer(1))
    expect(partsOf(readDer(set), 0x31).map((part) => part.body.toString('hex'))).toEqual([
      '01',
      '02',
      '012c',
    ])
  })

  it('reads back every second of the years that certificates have', () => {
    const dates = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2120-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, (date) => {
        const at = instant(new Date(Math.floor(date.getTime() / 1000) * 1000))
        expect(readTime(readDer(time(at)))).toBe(at)
        expect(readTime(readDer(generalizedTime(at)))).toBe(at)
      }),
    )
  })

  it('reads the indefinite lengths and constructed strings of BER', () => {
    const ber = Buffer.from('308024800401610401620000040263640000', 'hex')
    const fields = fieldsOf(readDer(ber))
    expect(readOctets(fields.next()).toString()).toBe('ab')
    expect(readOctets(fields.next()).toString()).toBe('cd')
  })

  it.each([
    ['nothing', ''],
    ['a length beyond the end', '3005020101'],
    ['an indefinite primitive', '04800000'],
    ['an unfinished indefinite value', '3080020101'],
    ['a length of five octets', '308500000000010200'],
    ['bytes after the end', '0201010500'],
    ['a tag number above 30', '1f8101'],
    ['a length cut off', '3082'],
  ])('refuses %s', (_, hex) => {
    expect(() => readDer(Buffer.from(hex, 'hex'))).toThrow(DerError)
  })

  it('refuses values nested a thousand deep, definite or not', () => {
    const indefinite = Buffer.concat([
      Buffer.alloc(2000, Buffer.from('3080', 'hex')),
      Buffer.alloc(2000),
    ])
    expect(() => readDer(indefinite)).toThrow('nested too deep')
    let definite = integer(1)
    for (let i = 0; i < 1000; i++) definite = sequence(definite)
    const walk = (bytes: Buffer): void => {
      for (let nodes = partsOf(readDer(bytes)); nodes.length > 0; ) nodes = nodes[0]?.children ?? []
    }
    expect(() => walk(definite)).toThrow('nested too deep')
  })

  it('refuses a value with more parts than any certificate has', () => {
    const many = sequence(Buffer.alloc(400_000, Buffer.from('0500', 'hex')))
    expect(() => readDer(many).children).toThrow('too many parts')
  })

  it.each(['991332000000Z', '2026010100Z', '20260230000000Z', '260101000000+0500'])(
    'refuses the time %s',
    (text) => {
      const tag = text.startsWith('20') ? 0x18 : 0x17
      const node = readDer(Buffer.concat([Buffer.of(tag, text.length), Buffer.from(text)]))
      expect(() => readTime(node)).toThrow(DerError)
    },
  )
})
