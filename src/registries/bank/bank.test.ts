import { describe, expect, it } from 'vitest'
import { checkCatalogue } from '#platform/i18n'
import { markOf, maskCard, parseCardNumber, parseExpiry } from './card-number.ts'
import { bankTexts } from './texts.ts'

const SECRET = 'x'.repeat(32)

describe('the number of a card', () => {
  it('is taken with spaces and hyphens, and with a right control digit only', () => {
    expect(parseCardNumber('4400 4300 0000 0015')).toBe('4400430000000015')
    expect(parseCardNumber('4400-4300-0000-0015')).toBe('4400430000000015')
    expect(parseCardNumber('4400430000000016')).toBeUndefined()
    expect(parseCardNumber('440043000000001')).toBeUndefined()
    expect(parseCardNumber('4400430000000015; drop table')).toBeUndefined()
  })
  it('is shown by ten digits at most, and found by a mark that another bank would not make', () => {
    expect(maskCard('4400430000000015')).toBe('4400 43** **** 0015')
    const mark = markOf(SECRET, '4400430000000015')
    expect(mark).toHaveLength(32)
    expect(markOf('y'.repeat(32), '4400430000000015').equals(mark)).toBe(false)
  })
})

describe('the expiry of a card', () => {
  it('is the last day of its month', () => {
    expect(parseExpiry('02/28')).toBe('2028-02-29')
    expect(parseExpiry(' 12 / 30 ')).toBe('2030-12-31')
    expect(parseExpiry('13/30')).toBeUndefined()
  })
})

describe('the texts of the bank', () => {
  it('are whole in three languages over the same parameters', () => {
    expect(checkCatalogue(bankTexts)).toEqual([])
  })
})
