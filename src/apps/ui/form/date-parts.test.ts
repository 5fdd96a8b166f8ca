import { describe, expect, it } from 'vitest'
import { partsOfTyped, typedDate } from './date-parts.ts'

describe('a date in three fields', () => {
  it('is kept as it was typed, right or wrong', () => {
    const fields = { 'born-day': ' 5', 'born-month': '13', 'born-year': '' }
    expect(typedDate('born', fields)).toBe('5.13.')
    expect(partsOfTyped('5.13.')).toEqual({ day: '5', month: '13', year: '' })
    expect(typedDate('born', {})).toBe('')
  })

  it('is shown again from what the case keeps', () => {
    expect(partsOfTyped('2012-05-09')).toEqual({ day: '9', month: '5', year: '2012' })
    expect(partsOfTyped()).toEqual({ day: '', month: '', year: '' })
  })
})
