import { describe, expect, it } from 'vitest'
import { checkSigner } from './certificate-facts.ts'
import { KeyFailure, type KeyFailureReason } from './key-failure.ts'

const IIN = '840731400431'

function reasonOf(work: () => void): KeyFailureReason | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof KeyFailure) return error.reason
    throw error
  }
}

describe('the certificate before signing', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const facts = {
    owner: 'A',
    iin: IIN,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    signs: true,
    serial: '01',
  }
  const check = (change: object, expected: { iin: string; bin?: string } = { iin: IIN }) =>
    reasonOf(() => checkSigner({ ...facts, ...change }, expected, now))

  it('is accepted when it is the own one', () => {
    expect(check({})).toBeUndefined()
    expect(check({ bin: '120140000017' }, { iin: IIN, bin: '120140000017' })).toBeUndefined()
  })
  it('is refused for each reason by name', () => {
    expect(check({ signs: false })).toBe('wrong-usage')
    expect(check({ iin: '810921300640' })).toBe('wrong-person')
    expect(check({}, { iin: IIN, bin: '120140000017' })).toBe('wrong-organisation')
    expect(check({ bin: '120140000017' })).toBe('wrong-organisation')
    expect(check({ notAfter: new Date('2026-02-01') })).toBe('expired')
    expect(check({ notBefore: new Date('2026-12-01') })).toBe('not-yet-valid')
  })
})
