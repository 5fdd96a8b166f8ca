import { expect, test } from 'vitest'
import { birthDate, parseBin, parseIin, plainDate } from '#core/kernel'
import { createCountry, readKato } from './index.ts'

const today = plainDate('2026-11-22')
const country = createCountry({ today })
const iins = new Set(country.persons.map(({ iin }) => iin))
const bins = new Set(country.legalEntities.map(({ bin }) => bin))
const rights = country.realty.flatMap(({ rights: all }) => all)

test('the same seed and day give the same country, another seed another one', () => {
  expect(createCountry({ today })).toEqual(country)
  expect(createCountry({ today, seed: 2 }).persons).not.toEqual(country.persons)
})

test('a larger country is made of blocks that share no number, document, address or object', () => {
  const large = createCountry({ today, size: 10_100 })
  const distinct = (all: readonly string[]) => expect(new Set(all).size).toBe(all.length)
  expect(large.persons).toHaveLength(10_100)
  distinct(large.persons.map(({ iin }) => iin))
  distinct(large.persons.flatMap(({ documents }) => documents.map(({ number }) => number)))
  distinct(large.legalEntities.map(({ bin }) => bin))
  distinct(large.realty.map(({ cadastralNumber }) => cadastralNumber))
  distinct(large.realty.map(({ kind, address }) => `${kind} ${address.ru}`))
  expect(large.personas).toHaveLength(country.personas.length)
})

test('it has the asked size', () => {
  expect(country.persons).toHaveLength(1000)
  expect(country.legalEntities).toHaveLength(100)
  expect(country.realty.length).toBeGreaterThan(300)
})

test('every number is given once and valid by its rule, with the birth date and sex of its person', () => {
  expect(iins.size).toBe(country.persons.length)
  expect(bins.size).toBe(country.legalEntities.length)
  for (const { iin, birthDate: born, sex } of country.persons) {
    expect(parseIin(iin)).toBe(iin)
    expect(birthDate(iin)).toBe(born)
    expect(Number(iin[6]) % 2 === 1 ? 'male' : 'female').toBe(sex)
  }
  for (const { bin, registeredOn } of country.legalEntities) {
    expect(parseBin(bin)).toBe(bin)
    expect(bin.slice(0, 4)).toBe(registeredOn.slice(2, 7).replace('-', ''))
  }
})

test('whoever holds a right or heads a firm exists', () => {
  for (const { holder } of rights) expect(iins.has(holder) || bins.has(holder)).toBe(true)
  for (const { heads, parent } of country.legalEntities) {
    for (const { iin } of heads) expect(iins.has(iin)).toBe(true)
    if (parent !== null) expect(bins.has(parent)).toBe(true)
  }
})

test('the shares of an object make the whole and one owner excludes others', () => {
  for (const { rights: all } of country.realty) {
    const owners = all.filter(
      ({ kind, terminatedAt }) => kind === 'ownership' && terminatedAt === null,
    )
    expect(new Set(owners.map(({ form }) => form)).size).toBeLessThan(2)
    if (owners[0]?.form === 'individual') expect(owners).toHaveLength(1)
    const shared = owners.flatMap(({ share }) => (share === null ? [] : [share.denominator]))
    expect(shared.every((denominator) => denominator === owners.length)).toBe(true)
  }
})

test('nothing is registered or issued after today, and every right ends after it began', () => {
  for (const { registeredAt, terminatedAt } of rights) {
    expect(registeredAt.slice(0, 10) < today).toBe(true)
    if (terminatedAt !== null) expect(registeredAt < terminatedAt).toBe(true)
  }
  for (const { documents } of country.persons)
    for (const { issued } of documents) expect(issued <= today).toBe(true)
})

test('about a third of the adults own nothing, and there is something of everything', () => {
  const owners = new Set(rights.filter((r) => r.terminatedAt === null).map(({ holder }) => holder))
  const adults = country.persons.filter(({ birthDate: born }) => born < '2008-11-22')
  const without = adults.filter(({ iin }) => !owners.has(iin)).length / adults.length
  expect(without).toBeGreaterThan(0.25)
  expect(without).toBeLessThan(0.45)
  expect(new Set(rights.map(({ form }) => form))).toEqual(
    new Set(['individual', 'joint', 'shared', 'state']),
  )
  expect(rights.some(({ terminatedAt }) => terminatedAt !== null)).toBe(true)
  expect(new Set(country.realty.map(({ kind }) => kind)).size).toBe(4)
  expect(country.realty.some(({ encumbrances }) => encumbrances.length > 0)).toBe(true)
  expect(country.realty.some(({ claims }) => claims.length > 0)).toBe(true)
})

test('names take the forms of women and men in both languages', () => {
  for (const { sex, names } of country.persons) {
    for (const { kk, ru } of names) {
      expect(ru.patronymic).toMatch(sex === 'male' ? /ИЧ$/ : /НА$/)
      expect(kk.patronymic).toMatch(sex === 'male' ? /(ҰЛЫ|ИЧ)$/ : /(ҚЫЗЫ|НА)$/)
      expect(ru.surname.endsWith('А')).toBe(sex === 'female')
    }
  }
})

test('every adult has an identity document in force today and had one ten years ago if adult then', () => {
  for (const { birthDate: born, documents } of country.persons) {
    const inForce = (day: string) =>
      documents.some(({ issued, expires }) => issued <= day && day < expires)
    if (born < '2007-11-22') expect(inForce(today)).toBe(true)
    if (born < '1984-01-01') expect(inForce('2014-06-02')).toBe(true)
  }
})

test('the fixed personas are who the documentation says', () => {
  const byId = Object.fromEntries(country.personas.map((p) => [p.id, p]))
  const held = (iin: string, current: boolean) =>
    rights.filter((r) => r.holder === iin && (r.terminatedAt === null) === current).length
  expect(byId['owner']).toMatchObject({
    iin: '840731400431',
    fullName: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
  })
  expect([held('840731400431', true), held('840731400431', false)]).toEqual([3, 1])
  expect([held('900115300102', true), held('900115300102', false)]).toEqual([0, 0])
  expect(byId['director']).toMatchObject({ iin: '810921300640', bin: '120140000017' })
  expect([held('120140000017', true), held('120140000017', false)]).toEqual([2, 0])
  for (const { iin } of country.personas) expect(iins.has(iin)).toBe(true)
})

test('the classifier names every parent and successor, and a code that ended has successors', () => {
  const kato = readKato()
  const codes = new Set(kato.map(({ code }) => code))
  expect(codes.size).toBe(kato.length)
  for (const { parent, successors, to } of kato) {
    if (parent !== undefined) expect(codes.has(parent)).toBe(true)
    for (const code of successors ?? []) expect(codes.has(code)).toBe(true)
    expect(to === undefined).toBe(successors === undefined)
  }
  const regions = kato.filter(
    ({ kind, parent, to }) => parent === undefined && kind !== 'district' && to === undefined,
  )
  expect(regions).toHaveLength(20)
})
