import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnswerOf, contractOf, contracts } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import type { DatabaseRole } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import {
  legalEntitiesIdentify,
  legalEntitiesSchema,
  legalEntityCertificates,
  legalEntityIntake,
} from '#registries/legal-entities'
import { personIntake, personsIdentify, personsSchema } from '#registries/persons'
import {
  realtyIntake,
  realtyObjectRights,
  realtyRightsOfPerson,
  realtySchema,
} from '#registries/realty'
import { civilActIntake, civilActsSchema, officeIntake } from '#registries/civil-acts'
import { notarySchema, powerIntake } from '#registries/notary'
import { landIntake, landSchema, landServices } from '#registries/land'
import { type RegistryService, takeBatch } from '#registries/kit'
import { createCountry, seedCountry } from './index.ts'

const today = plainDate('2026-11-22')
const now = instantAt(today, '12:00:00')
const country = createCountry({ today })
let db: Awaited<ReturnType<typeof testDatabase>>
const steps: unknown[] = []
let asked = 0

const seed = () => {
  const pool = (role: DatabaseRole) => db.database.pool(role)
  const at = (batch: number) => ({ source: 'country', batch })
  return seedCountry({
    country: { today },
    takes: {
      persons: (block, rows) => takeBatch(pool('registry_persons'), personIntake, at(block), rows),
      legalEntities: (block, rows) =>
        takeBatch(pool('registry_legal_entities'), legalEntityIntake, at(block), rows),
      realty: (block, rows) => takeBatch(pool('registry_realty'), realtyIntake, at(block), rows),
      land: (block, rows) => takeBatch(pool('registry_land'), landIntake, at(block), rows),
      offices: (block, rows) =>
        takeBatch(pool('registry_civil_acts'), officeIntake, at(block), rows),
      civilActs: (block, rows) =>
        takeBatch(pool('registry_civil_acts'), civilActIntake, at(block), rows),
      powers: (block, rows) => takeBatch(pool('registry_notary'), powerIntake, at(block), rows),
    },
    isTaken: () => Promise.resolve(asked++ > 1),
    onProgress: (done, total) => steps.push([done, total]),
  })
}
beforeAll(async () => {
  db = await testDatabase([
    personsSchema,
    legalEntitiesSchema,
    realtySchema,
    landSchema,
    civilActsSchema,
    notarySchema,
  ])
  await seed()
})
afterAll(() => db.close())

const rightsOf = async (number: string, change: object = {}) => {
  const body = { number, variant: 'history', region: null, object: null, ...change }
  const pool = db.database.pool('registry_realty')
  const outcome = await realtyRightsOfPerson.answer(pool, { subject: number, body }, now)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}
const rightsBody = (body: unknown): AnswerOf<'realty.rights-of-person'> =>
  contracts['realty.rights-of-person'].answer.parse(body)

const count = async (role: DatabaseRole, table: string) => {
  const { rows } = await db.database
    .pool(role)
    .query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n
}

test('the registries take every row of the country, and take it once', async () => {
  const counts = async () => [
    await count('registry_persons', 'reg_persons.person'),
    await count('registry_legal_entities', 'reg_legal_entities.entity'),
    await count('registry_realty', 'reg_realty.object'),
    await count('registry_land', 'reg_land.plot'),
    await count('registry_civil_acts', 'reg_civil_acts.record'),
    await count('registry_notary', 'reg_notary.power'),
  ]
  const { persons, legalEntities, realty, land, civilActs, powers } = country
  const sizes = [persons, legalEntities, realty, land, civilActs, powers].map(
    ({ length }) => length,
  )
  expect(await counts()).toEqual(sizes)
  await seed()
  expect(await counts()).toEqual(sizes)
  const told = [
    [0, 1000],
    [1000, 1000],
  ]
  expect(steps).toEqual([...told, ...told])
  await seed()
  expect(steps).toEqual([...told, ...told])
})

async function answersOf(
  services: readonly RegistryService[],
  role: DatabaseRole,
  body: Record<string, string>,
) {
  const subject = body['iin'] ?? body['bin'] ?? body['number'] ?? ''
  const answers: Record<string, unknown> = {}
  for (const service of services) {
    const outcome = await service.answer(db.database.pool(role), { subject, body }, now)
    if (!outcome.ok) continue
    answers[service.id] = outcome.value.status
    if (outcome.value.body !== null)
      expect(
        contractOf(service.id)?.answer.safeParse(outcome.value.body).error,
        service.id,
      ).toBeUndefined()
  }
  return answers
}

test('the certificates of every legal entity and of their founders follow their contracts', async () => {
  for (const { bin, kind, founders } of country.legalEntities) {
    const answers = await answersOf(legalEntityCertificates, 'registry_legal_entities', { bin })
    expect(answers['legal-entities.registered-entity']).toBe('found')
    expect(kind === 'head').toBe((founders ?? []).length > 0)
  }
  const director = await answersOf(legalEntityCertificates, 'registry_legal_entities', {
    iin: '810921300640',
  })
  expect(director).toEqual({ 'legal-entities.person-participation': 'found' })
  const firm = await answersOf(legalEntityCertificates, 'registry_legal_entities', {
    bin: '120140000017',
  })
  expect(firm).toMatchObject({ 'legal-entities.branches': 'found' })
})

test('every plot is told by the cadastre as GBD RN knows it', async () => {
  for (const { cadastralNumber, rights } of country.realty.filter(({ kind }) => kind === 'plot')) {
    const body = { number: '840731400431', cadastralNumber }
    const answers = await answersOf(landServices, 'registry_land', body)
    expect(answers).toMatchObject({
      'land.cadastral-information': 'found',
      'land.plot-ownership': 'found',
      'land.title-document': 'found',
    })
    const plot = country.land.find((one) => one.cadastralNumber === cadastralNumber)
    expect(plot?.holdings.map(({ holder }) => holder.number)).toEqual(
      rights.map(({ holder }) => holder),
    )
  }
  const mine = await answersOf(landServices, 'registry_land', { number: '840731400431' })
  expect(mine).toEqual({ 'land.plot-ownership': 'found' })
})

test('every object is told with its characteristics, rights and what lies on it', async () => {
  for (const { cadastralNumber, rights } of country.realty.slice(0, 150)) {
    const pool = db.database.pool('registry_realty')
    const body = { number: '840731400431', object: { cadastralNumber } }
    const outcome = await realtyObjectRights.answer(pool, { subject: body.number, body }, now)
    if (!outcome.ok) throw new Error(outcome.error.code)
    const told = contracts['realty.object-rights'].answer.parse(outcome.value.body)
    expect(told.object.technical).not.toBeNull()
    expect(told.rights).toHaveLength(rights.filter((one) => one.terminatedAt === null).length)
  }
})

test('every person is found, with an answer that follows the contract', async () => {
  const pool = db.database.pool('registry_persons')
  for (const { iin, birthDate } of country.persons.slice(0, 100)) {
    const found = await personsIdentify.answer(pool, { subject: iin, body: { iin } }, now)
    if (!found.ok) throw new Error(found.error.code)
    const person = contracts['persons.identify'].answer.parse(found.value.body)
    expect(person).toMatchObject({
      iin,
      birthDate,
      status: 'alive',
      minor: birthDate > '2008-11-22',
    })
  }
})

test('every legal entity is found, a liquidated one without a head', async () => {
  const pool = db.database.pool('registry_legal_entities')
  for (const { bin, liquidatedOn } of country.legalEntities) {
    const found = await legalEntitiesIdentify.answer(pool, { subject: bin, body: { bin } }, now)
    if (!found.ok) throw new Error(found.error.code)
    const entity = contracts['legal-entities.identify'].answer.parse(found.value.body)
    expect(entity.status).toBe(liquidatedOn === null ? 'registered' : 'liquidated')
    expect(entity.head === null).toBe(liquidatedOn !== null)
  }
})

test('the owner has a pledged half, a sole house and a plot, and sold a flat', async () => {
  const { status, body } = await rightsOf('840731400431')
  const { objects, former } = rightsBody(body)
  expect(status).toBe('found')
  expect(objects.map(({ share }) => share)).toEqual(expect.arrayContaining(['1/2', null]))
  expect(objects).toHaveLength(3)
  expect(objects.find(({ share }) => share === '1/2')?.encumbrances).toHaveLength(1)
  expect(former).toHaveLength(1)
  expect(former[0]?.termination.basis.ru).toMatch(
    /^договор купли-продажи от \d\d\.\d\d\.\d{4} № \d+$/,
  )
})

test('in the variant of current rights former ones are left out', async () => {
  const { body } = await rightsOf('840731400431', { variant: 'current' })
  expect(rightsBody(body).former).toEqual([])
})

test('who owns nothing gets "absent" with a body to certify', async () => {
  const { status, body } = await rightsOf('900115300102')
  expect([status, body]).toEqual(['absent', { asOf: now, objects: [], former: [] }])
})

test('the region narrows the answer', async () => {
  expect((await rightsOf('840731400431', { region: '100000000' })).status).toBe('found')
  expect((await rightsOf('840731400431', { region: '750000000' })).status).toBe('absent')
})

test('one object is asked for by cadastral number with either separator, or by address in either language', async () => {
  const all = rightsBody((await rightsOf('840731400431')).body)
  const flat = all.objects.find(({ share }) => share === '1/2')
  const cadastralNumber = flat?.cadastralNumber ?? ''
  for (const number of [cadastralNumber, cadastralNumber.replaceAll(':', '-')]) {
    const { body } = await rightsOf('840731400431', { object: { cadastralNumber: number } })
    expect(rightsBody(body).objects).toEqual([flat])
  }
  for (const street of ['Абай', 'абая']) {
    const address = { kato: '104400000', street, house: '12', flat: '2' }
    expect(
      rightsBody((await rightsOf('840731400431', { object: { address } })).body).objects,
    ).toEqual([flat])
    expect((await rightsOf('900115300102', { object: { address } })).status).toBe('absent')
  }
})

test('an object that is not in the register gives "no-data": nothing can be certified about it', async () => {
  const address = { kato: '104400000', street: 'Абай', house: '999' }
  expect(await rightsOf('840731400431', { object: { address } })).toEqual({
    status: 'no-data',
    body: null,
  })
  expect(
    (await rightsOf('840731400431', { object: { cadastralNumber: '05:245:009:1' } })).status,
  ).toBe('no-data')
})
