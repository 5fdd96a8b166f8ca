import { beforeAll, expect, test } from 'vitest'
import { plainDate } from '#core/kernel'
import type { CivilActRow, ParticipantRow } from '#registries/civil-acts'
import { nameOn } from './civil-book.ts'
import { type Country, createCountry } from './index.ts'

const today = plainDate('2026-11-22')
let country: Country
let persons: Map<string, Country['persons'][number]>
beforeAll(() => {
  country = createCountry({ today, size: 3000 })
  persons = new Map(country.persons.map((row) => [row.iin, row]))
})

const of = (kind: CivilActRow['kind']) => country.civilActs.filter((record) => record.kind === kind)
const first = ({ versions }: CivilActRow) => versions[0]?.participants ?? []
const last = ({ versions }: CivilActRow) => versions.at(-1)?.participants ?? []
const role = (all: readonly ParticipantRow[], name: ParticipantRow['role']) =>
  all.find((one) => one.role === name)
const personOf = (one: ParticipantRow | undefined) => persons.get(one?.iin ?? '')
/** The day on which names stand in the last version: only a paternity or an adoption made them new. */
function namedOn({ versions }: CivilActRow): string {
  const [registered, changed] = [versions[0], versions.at(-1)]
  const remade = changed?.cause === 'paternity' || changed?.cause === 'adoption'
  return (remade ? changed.since : registered?.happenedOn) ?? ''
}
const yearsOld = (born: string, day: string): number =>
  (Date.parse(day) - Date.parse(born)) / (365.25 * 86_400_000)

test('everybody has one record of birth, with the day, sex and name of the register of persons', () => {
  const births = of('birth')
  expect(new Set(births.map((record) => role(first(record), 'child')?.iin)).size).toBe(
    country.persons.length,
  )
  for (const record of births) {
    const child = role(first(record), 'child')
    const row = personOf(child)
    if (row === undefined) throw new Error(`nobody was born by ${record.number}`)
    expect(child).toMatchObject({ birthDate: row.birthDate, sex: row.sex })
    expect(child?.name).toEqual(nameOn(row, row.birthDate))
    expect(record.versions[0]?.happenedOn).toBe(row.birthDate)
    expect(role(last(record), 'child')?.name).toEqual(nameOn(row, namedOn(record)))
  }
})

test('parents who have a number exist, were grown and not too old, and are called as on that day', () => {
  const known = of('birth').flatMap((record) =>
    last(record)
      .filter(({ role: name, iin }) => name !== 'child' && iin !== null)
      .map((parent) => ({ record, parent, child: role(last(record), 'child') })),
  )
  expect(known.length).toBeGreaterThan(1500)
  for (const { record, parent, child } of known) {
    const row = personOf(parent)
    const age = yearsOld(row?.birthDate ?? '', child?.birthDate ?? '')
    expect(age).toBeGreaterThan(18)
    expect(age).toBeLessThan(60)
    if (row !== undefined) expect(parent.name).toEqual(nameOn(row, namedOn(record)))
  }
})

test('every child has a mother or a father in the register, and grandparents are there too', () => {
  const parents = new Map(
    of('birth').map((record) => [
      role(last(record), 'child')?.iin ?? '',
      last(record).flatMap(({ role: name, iin }) =>
        name === 'child' || iin === null ? [] : [iin],
      ),
    ]),
  )
  const minors = country.persons.filter(({ birthDate }) => yearsOld(birthDate, today) < 18)
  for (const { iin } of minors) expect(parents.get(iin)?.length, iin).toBeGreaterThan(0)
  const grandchildren = minors.filter(({ iin }) =>
    (parents.get(iin) ?? []).some((parent) => (parents.get(parent) ?? []).length > 0),
  )
  expect(grandchildren.length).toBeGreaterThan(20)
})

test('spouses exist, were grown, and took the names that the register of persons shows', () => {
  for (const record of [...of('marriage'), ...of('divorce')]) {
    for (const spouse of first(record)) {
      const row = personOf(spouse)
      expect(yearsOld(row?.birthDate ?? '', record.recordedOn)).toBeGreaterThan(18)
      if (row === undefined) continue
      expect(spouse.after).toEqual(nameOn(row, record.recordedOn))
      expect(row.names.some((name) => name.kk.surname === spouse.name.kk.surname)).toBe(true)
    }
  }
  const surnames = country.persons.filter(({ names }) => names.length > 1)
  const explained = new Set(
    country.civilActs.flatMap((record) =>
      record.kind === 'birth' ? [] : first(record).map(({ iin }) => iin),
    ),
  )
  for (const { iin } of surnames) expect(explained.has(iin), iin).toBe(true)
})

test('a change of name, a paternity and an adoption tell the name before and the present one', () => {
  for (const record of [...of('name-change'), ...of('paternity'), ...of('adoption')]) {
    const about = role(first(record), 'child') ?? role(first(record), 'person')
    const row = personOf(about)
    expect(row?.names).toHaveLength(2)
    if (row === undefined) continue
    expect(about?.after).toEqual(nameOn(row, today))
    expect(about?.name).toEqual(nameOn(row, row.birthDate))
    expect(row.names[1]?.validFrom).toBe(record.recordedOn)
  }
})

test('a later record changes the birth to which it refers, on its day', () => {
  const byNumber = new Map(country.civilActs.map((record) => [record.number, record]))
  const changes = [...of('paternity'), ...of('adoption')]
  for (const change of changes) {
    const birth = byNumber.get(change.ref ?? '')
    expect(birth?.versions.at(-1)).toMatchObject({ cause: change.kind, since: change.recordedOn })
    expect(role(last(birth ?? change), 'father')?.iin).toBe(role(first(change), 'father')?.iin)
  }
  for (const divorce of of('divorce'))
    expect(byNumber.get(divorce.ref ?? '')?.kind).toBe('marriage')
})

test('there is something of every kind, and nothing of tomorrow', () => {
  for (const kind of ['marriage', 'divorce', 'name-change', 'paternity', 'adoption'] as const)
    expect(of(kind).length, kind).toBeGreaterThan(3)
  const days = country.civilActs.flatMap(({ versions }) => versions.map(({ since }) => since))
  expect(days.every((day) => day <= today)).toBe(true)
  expect(
    country.civilActs.some(({ versions }) => versions.some(({ cause }) => cause === 'correction')),
  ).toBe(true)
  expect(new Set(country.civilActs.map(({ number }) => number)).size).toBe(country.civilActs.length)
})

test('powers of attorney are given by and to people and firms that exist: in force, expired and revoked', () => {
  const bins = new Set(country.legalEntities.map(({ bin }) => bin))
  const state = { force: 0, expired: 0, revoked: 0 }
  for (const { principal, representative, validUntil, revokedOn, issuedOn } of country.powers) {
    expect(persons.has(principal.number) || bins.has(principal.number)).toBe(true)
    const born = persons.get(representative.iin)?.birthDate ?? today
    expect(yearsOld(born, issuedOn)).toBeGreaterThan(18)
    if (revokedOn !== null) state.revoked += 1
    else if (validUntil < today) state.expired += 1
    else state.force += 1
  }
  for (const count of Object.values(state)) expect(count).toBeGreaterThan(0)
})

test('the personas are a family, two who may marry, and an attorney', () => {
  const iin = (id: string) => country.personas.find((one) => one.id === id)?.iin ?? ''
  const unionsOf = (id: string) =>
    [...of('marriage'), ...of('divorce')].filter((record) =>
      first(record).some((one) => one.iin === iin(id)),
    )
  expect(unionsOf('mother').map(({ kind }) => kind)).toEqual(['marriage'])
  expect(unionsOf('bride').map(({ kind }) => kind)).toEqual(['marriage', 'divorce'])
  expect(unionsOf('groom')).toEqual([])
  const daughter = of('birth').find(
    (record) => role(first(record), 'mother')?.iin === iin('mother'),
  )
  expect(daughter && role(first(daughter), 'child')?.iin).toBe('150612600016')
  expect(of('name-change').some((record) => first(record)[0]?.iin === iin('groom'))).toBe(true)
  const powers = country.powers.filter(
    ({ representative }) => representative.iin === iin('attorney'),
  )
  expect(powers.filter(({ revokedOn }) => revokedOn === null)).toHaveLength(2)
})

test('a country of many blocks is made as consistently as a small one', () => {
  const large = createCountry({ today, size: 6000 })
  const numbers = [
    ...large.civilActs.map(({ number }) => number),
    ...large.powers.map(({ number }) => number),
  ]
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(large.civilActs.filter(({ kind }) => kind === 'birth')).toHaveLength(large.persons.length)
})
