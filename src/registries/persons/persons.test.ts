import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { importPersons, type PersonRow, personsIdentify, personsSchema } from './index.ts'

let db: Awaited<ReturnType<typeof testDatabase>>
const issuer = { kk: 'ІІМ', ru: 'МВД' }
const name = (surname: string) => ({
  kk: { surname, given: 'ӘСЕЛ', patronymic: null },
  ru: { surname, given: 'АСЕЛ', patronymic: null },
})
const asel: PersonRow = {
  iin: '840731400431',
  birthDate: '1984-07-31',
  sex: 'female',
  citizenship: 'KAZ',
  deathDate: '2020-01-10',
  names: [
    { validFrom: '1984-07-31', validTo: '2008-06-01', ...name('ОСПАНОВА') },
    { validFrom: '2008-06-01', validTo: null, ...name('САҒЫНДЫҚОВА') },
  ],
  documents: [
    {
      kind: 'УДОСТОВЕРЕНИЕ РК',
      number: '011111111',
      issued: '2008-07-01',
      expires: '2018-07-01',
      issuer,
      cancelledOn: '2015-01-01',
    },
    {
      kind: 'УДОСТОВЕРЕНИЕ РК',
      number: '022222222',
      issued: '2015-01-01',
      expires: '2025-01-01',
      issuer,
      cancelledOn: null,
    },
  ],
  residences: [],
}
beforeAll(async () => {
  db = await testDatabase([personsSchema])
  await importPersons(db.database.pool('registry_persons'), [asel])
})
afterAll(() => db.close())

async function on(day: string, iin = asel.iin) {
  const now = instantAt(plainDate(day), '12:00:00')
  const pool = db.database.pool('registry_persons')
  const found = await personsIdentify.answer(pool, { subject: iin, body: { iin } }, now)
  if (!found.ok) throw new Error(found.error.code)
  return found.value.body === null
    ? undefined
    : contracts['persons.identify'].answer.parse(found.value.body)
}

test('a person is told as on the day of the question: name, documents, age, life', async () => {
  expect(await on('2002-07-30')).toMatchObject({
    fullName: { kk: 'ОСПАНОВА ӘСЕЛ' },
    minor: true,
    documents: [],
  })
  expect(await on('2002-07-31')).toMatchObject({ minor: false })
  expect((await on('2008-05-31'))?.name.ru.surname).toBe('ОСПАНОВА')
  expect((await on('2008-06-01'))?.name.ru.surname).toBe('САҒЫНДЫҚОВА')
  expect((await on('2014-12-31'))?.documents.map(({ number }) => number)).toEqual(['011111111'])
  expect((await on('2015-01-01'))?.documents.map(({ number }) => number)).toEqual(['022222222'])
  expect((await on('2020-01-09'))?.status).toBe('alive')
  expect((await on('2020-01-10'))?.status).toBe('dead')
})

test('who is not in the register is absent', async () => {
  expect(await on('2015-01-01', '810921300640')).toBeUndefined()
})

test.each<[string, Partial<PersonRow>, unknown]>([
  ['a wrong control digit', { iin: '840731400432' }, 'person_iin_control_digit'],
  ['another birth date', { birthDate: '1984-08-01' }, 'person_iin_birth_date'],
  ['no name now', { names: [] }, 'person_without_name'],
  [
    'the same IIN and documents again',
    {},
    expect.stringMatching(/^(person|name|identity_document)_pk$/),
  ],
])('a person with %s is rejected', async (_, change, code) => {
  const report = await importPersons(db.database.pool('registry_persons'), [{ ...asel, ...change }])
  expect(report).toMatchObject({ accepted: 0, rejected: [{ code }] })
})
