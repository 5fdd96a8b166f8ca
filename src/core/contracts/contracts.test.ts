import { expect, test } from 'vitest'
import { contractOf, contracts } from './contracts.ts'

test.each(Object.values(contracts))(
  'every sample of $id is an answer of its contract',
  (contract) => {
    for (const sample of Object.values(contract.sample)) {
      expect(contract.answer.safeParse(sample).error).toBeUndefined()
    }
  },
)

test('a service is found by its name and nothing else is', () => {
  expect(contractOf('realty.rights-of-person')?.system).toBe('realty')
  expect(contractOf('realty.everything')).toBeUndefined()
  expect(contractOf('constructor')).toBeUndefined()
})

test('a request about a number with a wrong control digit is no request', () => {
  const request = contracts['persons.identify'].request
  expect(request.safeParse({ iin: '840731400431' }).success).toBe(true)
  expect(request.safeParse({ iin: '840731400432' }).success).toBe(false)
})

test('an object is asked for by address or by cadastral number, and may be left out', () => {
  const request = contracts['realty.rights-of-person'].request
  const base = { number: '840731400431', variant: 'current' }
  expect(request.safeParse(base).success).toBe(true)
  expect(request.safeParse({ ...base, object: null, region: null }).success).toBe(true)
  expect(
    request.safeParse({ ...base, object: { cadastralNumber: '05:245:001:123' } }).success,
  ).toBe(true)
  expect(request.safeParse({ ...base, object: { address: { kato: '1' } } }).success).toBe(false)
})
