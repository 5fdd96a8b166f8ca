import { expect, test } from 'vitest'
import { z } from 'zod'
import { asPromised, type Contract, contractOf, contracts } from './contracts.ts'
import { codeTitleOf, titleOf } from './titles.ts'

test.each(Object.values(contracts))(
  'every sample of $id is an answer of its contract',
  (contract) => {
    const { others = [], ...single }: Contract['sample'] = contract.sample
    for (const sample of [...Object.values(single), ...others]) {
      expect(contract.answer.safeParse(sample).error).toBeUndefined()
    }
  },
)

test('a service is found by its name and nothing else is', () => {
  expect(contractOf('realty.rights-of-person')?.system).toBe('realty')
  expect(contractOf('realty.everything')).toBeUndefined()
  expect(contractOf('constructor')).toBeUndefined()
})

test('an answer is as promised when its body has the shape of the contract, or nothing is absent', () => {
  for (const { id, sample, answer } of Object.values<Contract>(contracts)) {
    expect(asPromised(id, { status: 'found', body: sample.found }), id).toBe(true)
    expect(asPromised(id, { status: 'found', body: null }), id).toBe(false)
    const absent = asPromised(id, { status: 'absent', body: null })
    expect(absent, id).toBe(sample.absent === undefined)
    expect(answer.safeParse(null).success, id).toBe(false)
  }
  expect(asPromised('realty.everything', { status: 'found', body: {} })).toBe(false)
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

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly string[]
}

/** Every member of an answer, with the codes that it may hold. */
function* membersOf(shape: Shape, name = ''): Iterable<readonly [string, readonly string[]]> {
  if (name !== '') yield [name, shape.enum ?? []]
  for (const one of [shape.items ?? [], shape.anyOf ?? []].flat()) yield* membersOf(one, name)
  for (const [member, one] of Object.entries(shape.properties ?? {})) yield* membersOf(one, member)
}

test.each(Object.values(contracts))(
  'each member and each code of an answer of $id has a title in three languages',
  ({ answer }) => {
    const members = [...membersOf(z.toJSONSchema(answer, { unrepresentable: 'any' }) as Shape)]
    const texts = members.filter(([name]) => !['kk', 'ru', 'en'].includes(name))
    expect(texts.filter(([name]) => titleOf(name) === undefined)).toEqual([])
    // The kinds of identity documents are words of their own.
    const codes = texts.flatMap(([name, all]) =>
      all.filter((code) => /^[a-z]/.test(code)).map((code) => [name, code] as const),
    )
    expect(codes.filter(([name, code]) => codeTitleOf(name, code) === undefined)).toEqual([])
  },
)
