import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plainDate } from '#core/kernel'
import { dutyAmount, type MrpPurpose, mrpOn, type MrpRates, parseMrp } from './index.ts'

const file = path.resolve(import.meta.dirname, '../../../classifiers/mrp.yaml')

function rates(): MrpRates {
  const parsed = parseMrp(parse(fs.readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.params))
  return parsed.value
}

describe('the MRP in force on a day', () => {
  it.each<[string, MrpPurpose, number]>([
    ['2008-01-01', 'all', 1168],
    ['2009-06-30', 'all', 1273],
    ['2009-07-01', 'all', 1296],
    ['2009-12-31', 'all', 1296],
    ['2012-03-01', 'all', 1618],
    ['2020-03-31', 'all', 2651],
    ['2020-04-01', 'all', 2778],
    ['2020-04-01', 'benefits', 2778],
    ['2022-03-31', 'benefits', 3063],
    ['2022-04-01', 'all', 3063],
    ['2022-04-01', 'benefits', 3180],
    ['2022-12-31', 'all', 3063],
    ['2023-01-01', 'benefits', 3450],
    ['2026-11-25', 'all', 4325],
  ])('on %s for %s is %i tenge', (day, purpose, tenge) => {
    expect(mrpOn(rates(), plainDate(day), purpose)).toBe(tenge * 100)
  })

  it('is not guessed for a day before the table', () => {
    expect(() => mrpOn(rates(), plainDate('2007-12-31'))).toThrow('2007-12-31')
  })
})

describe('a duty', () => {
  it('is exact in tiyn', () => {
    expect(dutyAmount({ mrp: 1 }, 161_800)).toBe(161_800)
    expect(dutyAmount({ percentOfMrp: 30 }, 161_800)).toBe(48_540)
    expect(dutyAmount({ percentOfMrp: 100 }, 432_500)).toBe(432_500)
    // An identity card in 2022: 0.2 x 3063 = 612.6 tenge.
    expect(dutyAmount({ mrp: 0.2 }, 306_300)).toBe(61_260)
    expect(dutyAmount({ mrp: 0.1 }, 3)).toBe(0)
  })

  it('of a half tiyn is rounded up, also where binary fractions would fall below it', () => {
    expect(dutyAmount({ percentOfMrp: 0.5 }, 100)).toBe(1)
    expect(dutyAmount({ mrp: 1.005 }, 100)).toBe(101)
    expect(dutyAmount({ mrp: 1.0049 }, 100)).toBe(100)
  })

  it('cannot be negative', () => {
    expect(() => dutyAmount({ mrp: -1 }, 100)).toThrow(RangeError)
  })
})

describe('the table of rates', () => {
  it('names the row that is wrong', () => {
    const row = { from: '2012-01-01', tenge: 1618, purpose: 'all', source: 'law' }
    const late = { ...row, from: '2011-01-01' }
    expect(parseMrp({ rates: [row, late] })).toMatchObject({
      error: {
        code: 'DUTY_MALFORMED',
        params: { reason: 'rows stand in the order of their days' },
      },
    })
    expect(parseMrp({ rates: [{ ...row, tenge: 16.5 }] })).toMatchObject({
      error: { params: { place: 'rates.0.tenge' } },
    })
  })
})
