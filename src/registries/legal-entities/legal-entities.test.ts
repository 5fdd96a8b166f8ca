import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractOf } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import {
  importLegalEntities,
  legalEntitiesSchema,
  legalEntityCertificates,
  type LegalEntityRow,
} from './index.ts'

let db: Awaited<ReturnType<typeof testDatabase>>
const pool = () => db.database.pool('registry_legal_entities')
const text = (value: string) => ({ kk: value, ru: value })
type Founder = NonNullable<LegalEntityRow['founders']>[number]

const [WHOLE, OTHER, BRANCH] = ['120140000017', '050640000109', '150341000104'] as const
const PERSON = '810921300640'
const name = { surname: 'ЖУМАБАЕВ', given: 'ЕРЛАН', patronymic: null }
const founder = (
  number: string,
  part: readonly [number, number] | null,
  change: Partial<Founder> = {},
): Founder => ({
  kind: number === PERSON ? 'person' : 'entity',
  number,
  name: text('құрылтайшы'),
  share: part === null ? null : { numerator: part[0], denominator: part[1] },
  since: '2012-01-16',
  until: null,
  ...change,
})
const open = { validFrom: '2012-01-16', validTo: null }
const entity = (bin: string, change: Partial<LegalEntityRow> = {}): LegalEntityRow => ({
  bin,
  rnn: null,
  okpo: null,
  kind: 'head',
  parent: null,
  registeredOn: '2012-01-16',
  liquidatedOn: null,
  names: [{ ...open, ...text(`ТОО ${bin}`) }],
  seats: [{ ...open, kato: '104400000', region: '100000000', text: text('Кокпекты') }],
  heads: [{ ...open, iin: PERSON, name: { kk: name, ru: name } }],
  registrations: [
    { kind: 'registration', date: '2012-01-16', number: '1-ТОО', body: text('ДЮ'), reason: null },
    {
      kind: 're-registration',
      date: '2018-03-01',
      number: '2-ТОО',
      body: text('ДЮ'),
      reason: text('смена'),
    },
  ],
  activities: [{ ...open, code: '01111', name: text('зерно') }],
  founders: [founder(PERSON, [1, 1])],
  ...change,
})

beforeAll(async () => {
  db = await testDatabase([legalEntitiesSchema])
  const rows = [
    entity(BRANCH, { kind: 'branch', parent: WHOLE, founders: [], liquidatedOn: '2020-01-01' }),
    entity(WHOLE),
    entity(OTHER, {
      founders: [founder(WHOLE, [1, 3]), founder(PERSON, [2, 3], { until: '2019-01-01' })],
    }),
  ]
  expect((await importLegalEntities(pool(), rows)).rejected).toEqual([])
})
afterAll(() => db.close())

async function ask(service: string, body: Record<string, string>, day = '2019-06-01') {
  const now = instantAt(plainDate(day), '12:00:00')
  const found = legalEntityCertificates.find(({ id }) => id === `legal-entities.${service}`)
  const subject = body['bin'] ?? body['iin'] ?? ''
  const outcome = await found?.answer(pool(), { subject, body }, now)
  if (outcome?.ok !== true) throw new Error('refused')
  if (outcome.value.body !== null)
    expect(
      contractOf(`legal-entities.${service}`)?.answer.safeParse(outcome.value.body).error,
    ).toBeUndefined()
  return outcome.value
}

test('the last registration by the day of the question is told', async () => {
  const on = (day: string) => ask('registered-entity', { bin: WHOLE }, day)
  expect((await on('2018-02-28')).body).toMatchObject({
    entity: { registration: { number: '1-ТОО', kind: 'registration' } },
  })
  expect((await on('2018-03-01')).body).toMatchObject({
    entity: {
      registration: { number: '2-ТОО', text: { ru: 'перерегистрация' } },
      firstRegisteredOn: '2012-01-16',
    },
  })
  expect((await ask('registered-entity', { bin: '990140012010' })).status).toBe('no-data')
})

test('branches are those in being; that there are none is certified', async () => {
  expect((await ask('branches', { bin: WHOLE })).body).toMatchObject({
    branches: [{ bin: BRANCH, parent: WHOLE }],
  })
  expect(await ask('branches', { bin: WHOLE }, '2020-01-01')).toMatchObject({
    status: 'absent',
    body: { branches: [] },
  })
  expect((await ask('branches', { bin: '990140012010' })).status).toBe('no-data')
})

test('participation is told both ways, as founder, as head or as both, while it lasts', async () => {
  expect((await ask('entity-participation', { bin: WHOLE })).body).toMatchObject({
    participations: [{ bin: OTHER, role: 'founder', share: '1/3' }],
  })
  const roles = async (day: string) => {
    const { body } = await ask('person-participation', { iin: PERSON }, day)
    const { participations } = body as { participations: readonly { bin: string; role: string }[] }
    return Object.fromEntries(participations.map(({ bin, role }) => [bin, role]))
  }
  const common = { [WHOLE]: 'founder-and-head', [BRANCH]: 'head' }
  expect(await roles('2018-12-31')).toEqual({ ...common, [OTHER]: 'founder-and-head' })
  expect(await roles('2019-01-01')).toEqual({ ...common, [OTHER]: 'head' })
  expect((await ask('person-participation', { iin: '840731400431' })).status).toBe('absent')
})

test.each<[string, Partial<LegalEntityRow>, string]>([
  [
    'shares that exceed the whole',
    { founders: [founder(PERSON, [2, 3]), founder(OTHER, [1, 2])] },
    'founder_within_whole',
  ],
  ['itself as a founder', { founders: [founder('990140012010', null)] }, 'founder_not_itself'],
  ['a wrong RNN', { rnn: '181600012344' }, 'entity_rnn_control_digit'],
  ['a wrong OKPO', { okpo: '38456121' }, 'entity_okpo_control_digit'],
  [
    'a founder that cannot be',
    { founders: [founder('120140000018', null)] },
    'founder_control_digit',
  ],
  [
    'a parent that is not there',
    { kind: 'branch', parent: '990140012020', founders: [] },
    'entity_parent',
  ],
])('a legal entity with %s is rejected by name', async (_, change, code) => {
  const report = await importLegalEntities(pool(), [entity('990140012010', change)])
  expect(report).toMatchObject({ accepted: 0, rejected: [{ code }] })
})
