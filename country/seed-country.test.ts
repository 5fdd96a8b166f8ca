import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnswerOf, contracts } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import {
  importLegalEntities,
  legalEntitiesIdentify,
  legalEntitiesSchema,
} from '#registries/legal-entities'
import { importPersons, personsIdentify, personsSchema } from '#registries/persons'
import { importRealty, realtyRightsOfPerson, realtySchema } from '#registries/realty'
import { createCountry, seedCountry } from './index.ts'

const today = plainDate('2026-11-22')
const now = instantAt(today, '12:00:00')
const country = createCountry({ today })
let db: Awaited<ReturnType<typeof testDatabase>>
const steps: unknown[] = []

beforeAll(async () => {
  db = await testDatabase([personsSchema, legalEntitiesSchema, realtySchema])
  await seedCountry({
    country,
    importers: {
      persons: (rows) => importPersons(db.database.pool('registry_persons'), rows),
      legalEntities: (rows) =>
        importLegalEntities(db.database.pool('registry_legal_entities'), rows),
      realty: (rows) => importRealty(db.database.pool('registry_realty'), rows),
    },
    onProgress: (step) => steps.push(step),
  })
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

test('the registries take every row of the country', () => {
  expect(steps).toEqual([
    { registry: 'persons', rows: country.persons.length },
    { registry: 'legal-entities', rows: country.legalEntities.length },
    { registry: 'realty', rows: country.realty.length },
  ])
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
