import { expect, test } from 'vitest'
import { plainDate } from '#core/kernel'
import { createCountry } from './index.ts'

const today = plainDate('2026-11-22')
const country = createCountry({ today, size: 6000 })
const persons = new Map(country.persons.map((person) => [person.iin, person]))
const entities = new Map(country.legalEntities.map((entity) => [entity.bin, entity]))
const beginning = (number: string) =>
  persons.get(number)?.birthDate ?? entities.get(number)?.registeredOn ?? '9'
const exists = (number: string) => persons.has(number) || entities.has(number)

test('whoever holds a right, land or a document is in the registers', () => {
  for (const { rights } of country.realty)
    for (const { holder } of rights) expect(exists(holder), holder).toBe(true)
  for (const { holdings, documents, grant } of country.land) {
    const holders = [
      ...holdings.map(({ holder }) => holder),
      ...documents.map(({ issuedTo }) => issuedTo),
      ...(grant === null ? [] : [grant.grantee]),
    ]
    for (const { number } of holders) expect(exists(number ?? ''), number ?? 'state').toBe(true)
  }
})

test('founders exist and were there when they founded; their shares make the whole', () => {
  for (const { kind, founders } of country.legalEntities) {
    const all = founders ?? []
    expect(kind === 'head').toBe(all.length > 0)
    for (const { number, since } of all) {
      expect(beginning(number) < since, number).toBe(true)
    }
    const parts = all.flatMap(({ share }) => (share === null ? [] : [share]))
    const whole = parts[0]?.denominator ?? 0
    expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole)
  }
})

test('whoever heads a legal entity in being exists and is alive', () => {
  for (const { heads, liquidatedOn } of country.legalEntities)
    for (const { iin, validTo } of heads) {
      const head = persons.get(iin)
      expect(head, iin).toBeDefined()
      if (validTo === null && liquidatedOn === null) expect(head?.deathDate, iin).toBeNull()
    }
})

test('the plots of the cadastre are those of GBD RN, with the same holders, shares and purposes', () => {
  const plots = country.realty.filter(({ kind }) => kind === 'plot')
  const told = country.land.map(({ cadastralNumber, address, descriptions, holdings }) => ({
    cadastralNumber,
    address,
    purpose: descriptions.at(-1)?.purpose,
    held: holdings.map(({ holder, kind, share }) => [holder.number, kind, share]),
  }))
  expect(told).toEqual(
    plots.map(({ cadastralNumber, address, purpose, rights }) => ({
      cadastralNumber,
      address,
      purpose,
      held: rights.map(({ holder, kind, share }) => [holder, kind, share]),
    })),
  )
})

test('a branch has a legal entity that was there before it, with its OKPO', () => {
  for (const { parent, registeredOn, okpo } of country.legalEntities) {
    if (parent === null) continue
    const whole = entities.get(parent)
    expect((whole?.registeredOn ?? '9') <= registeredOn).toBe(true)
    expect(okpo?.slice(0, 8)).toBe(whole?.okpo)
  }
})
