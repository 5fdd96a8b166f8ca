import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test('the hash of any text is the one that node:crypto gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const bytes = new TextEncoder().encode(text)
      expect(sha256(text)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 5000])
    expect(sha256('я'.repeat(length))).toBe(
      createHash('sha256').update('я'.repeat(length)).digest('hex'),
    )
})
