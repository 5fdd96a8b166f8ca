import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './json.ts'

describe('canonical JSON', () => {
  it('sorts keys by code unit at every depth and leaves undefined members out', () => {
    expect(canonicalJson({ b: 1, a: { я: null, B: true, a: undefined }, ә: ['x'] })).toBe(
      '{"a":{"B":true,"я":null},"b":1,"ә":["x"]}',
    )
  })
  it('refuses numbers that two machines could print differently', () => {
    expect(() => canonicalJson({ share: 0.5 })).toThrow(TypeError)
    expect(() => canonicalJson(2 ** 53)).toThrow(TypeError)
  })
  it('gives the same text whatever the order in which members were written', () => {
    const value = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean()))
    fc.assert(
      fc.property(value, (object) => {
        const turned = Object.fromEntries(Object.entries(object).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(object))
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })
})
