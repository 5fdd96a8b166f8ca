import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '#core/kernel'
import { maskName } from './mask-name.ts'
import { paths, safeReturn } from './paths.ts'
import { newProof, readProof } from './proof-text.ts'

describe('the way back after sign-in', () => {
  it('leads to pages of ours only', () => {
    expect(safeReturn('/services/justice.realty-absence/order?lang=kk')).toContain('/services/')
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/a\r\nb',
      '/a b',
      undefined,
    ])
      expect(safeReturn(to)).toBe('/cabinet')
  })

  it('stays on our origin whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (to) => {
        expect(new URL(safeReturn(to), 'https://qyzmet.example').origin).toBe(
          'https://qyzmet.example',
        )
      }),
    )
  })

  it('escapes what stands in an address', () => {
    expect(paths.request('../x?y')).toBe('/requests/..%2Fx%3Fy')
  })
})

describe('a name before registration', () => {
  it('is known again by its owner and tells a stranger little', () => {
    expect(maskName('САҒЫНДЫҚОВА ӘСЕЛ')).toBe('С***А Ә***Л')
    expect(maskName('Ли Ян')).toBe('Л* Я*')
  })
})

describe('the text that proves who is there', () => {
  const secret = 'a secret of thirty-two characters'
  const now = '2026-04-02T10:00:00.000Z' as Instant
  const number = '840731400431'
  const proof = newProof(secret, number, now)

  it('is read back from its ticket for ten minutes', () => {
    expect(readProof(secret, { number, ticket: proof.ticket }, now)).toEqual(proof.content)
    const late = '2026-04-02T10:10:01.000Z' as Instant
    expect(readProof(secret, { number, ticket: proof.ticket }, late)).toBeUndefined()
  })

  it('is of one number and of this platform', () => {
    expect(readProof(secret, { number: '810921300640', ticket: proof.ticket }, now)).toBeUndefined()
    expect(
      readProof('another secret of 32 characters..', { number, ticket: proof.ticket }, now),
    ).toBeUndefined()
  })

  it('takes any ticket without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (ticket) => {
        expect(readProof(secret, { number, ticket }, now)).toBeUndefined()
      }),
    )
  })
})
