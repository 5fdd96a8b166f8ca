import { expect, test } from 'vitest'
import { okpoControlDigit, parseOkpo, parseRnn, rnnControlDigit } from './index.ts'

test('an RNN carries a control digit, counted anew with shifted weights when the rest is 10', () => {
  expect(rnnControlDigit('60070050080')).toBe(6)
  const base = ['18160001200', '18160001201', '18160001202', '18160001206']
  for (const one of base) {
    const digit = rnnControlDigit(one)
    expect(digit).toBeDefined()
    expect(parseRnn(`${one}${String(digit)}`)).toBe(`${one}${String(digit)}`)
    expect(parseRnn(`${one}${String(((digit ?? 0) + 1) % 10)}`)).toBeUndefined()
  }
  expect(parseRnn('62000000002')).toBeUndefined()
})

test.each([
  ['0003253', 7],
  ['0004077', 8],
  ['0004443', 4],
])('the control digit of the OKPO %s is %i, as in codes that are in use', (base, digit) => {
  expect(okpoControlDigit(base)).toBe(digit)
  expect(parseOkpo(`${base}${digit}`)).toBe(`${base}${digit}`)
})

test('a branch has four digits more behind the code of its legal entity', () => {
  expect(parseOkpo('000325370001')).toBe('000325370001')
  expect(parseOkpo('0003253700')).toBeUndefined()
  expect(parseOkpo('00032538')).toBeUndefined()
})
