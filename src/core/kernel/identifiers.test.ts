import { describe, expect, it } from 'vitest'
import { birthDate, controlDigit, parseBin, parseIin } from './identifiers.ts'

describe('IIN', () => {
  it.each(['840731400431', '810921300640', '840731400015', '120229500012'])(
    'accepts %s, whose control digit comes from the first pass',
    (iin) => {
      expect(parseIin(iin)).toBe(iin)
    },
  )
  it.each(['840731400611', '810521300211', '061211600012'])(
    'accepts %s, whose control digit comes from the second pass',
    (iin) => {
      expect(parseIin(iin)).toBe(iin)
    },
  )
  it.each(['810521300640', '810921300840', '820623300640'])(
    'refuses %s for its control digit',
    (iin) => {
      expect(parseIin(iin)).toBeUndefined()
    },
  )
  it('refuses a birth day that does not exist although the control digit is right', () => {
    expect(controlDigit('90022940001')).toBe(9)
    expect(parseIin('900229400019')).toBeUndefined()
  })
  it.each(['84073140060', '81052130020', '05010150019'])(
    'knows that the base %s is never issued',
    (base) => {
      expect(controlDigit(base)).toBeUndefined()
    },
  )
  it.each(['', '84073140043', '8407314004310', '84073140043a', '٨٤٠٧٣١٤٠٠٤٣١'])(
    'refuses %j, which is not twelve digits',
    (text) => {
      expect(parseIin(text)).toBeUndefined()
    },
  )
  it('carries the day of birth with its century', () => {
    expect(birthDate('840731400431')).toBe('1984-07-31')
    expect(birthDate('120229500012')).toBe('2012-02-29')
    expect(birthDate('840731700431')).toBeUndefined()
  })
})

describe('BIN', () => {
  it.each(['120140000017', '130541000019', '161260000109', '120140000809'])('accepts %s', (bin) => {
    expect(parseBin(bin)).toBe(bin)
  })
  it('refuses an IIN, which is told apart by its fifth digit', () => {
    expect(parseBin('840731400431')).toBeUndefined()
  })
  it('refuses a month that does not exist', () => {
    const base = '12134000001'
    expect(parseBin(`${base}${controlDigit(base)}`)).toBeUndefined()
  })
})
