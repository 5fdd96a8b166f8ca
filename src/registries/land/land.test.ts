import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractOf } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { takeAll } from '#registries/kit'
import { landIntake, type LandRow, landSchema, landServices } from './index.ts'

let db: Awaited<ReturnType<typeof testDatabase>>
const pool = () => db.database.pool('registry_land')
const text = (value: string) => ({ kk: value, ru: value })
type Holding = LandRow['holdings'][number]
const ASEL = { kind: 'person' as const, number: '840731400431', name: text('АСЕЛ') }
const FIRM = { kind: 'entity' as const, number: '120140000017', name: text('ДАЛА') }

const holding = (change: Partial<Holding> = {}): Holding => ({
  holder: ASEL,
  kind: 'ownership',
  form: 'individual',
  share: null,
  since: '2005-03-20',
  term: null,
  endedOn: null,
  basis: text('шешім'),
  ...change,
})
const half = (holder: Holding['holder']) =>
  holding({ holder, form: 'shared', share: { numerator: 1, denominator: 2 } })
const lease = (change: Partial<Holding> = {}) =>
  holding({ holder: FIRM, kind: 'lease', form: 'state', term: '2030-01-01', ...change })

const described = (validFrom: string, validTo: string | null, purpose: string) => ({
  validFrom,
  validTo,
  category: 'settlements' as const,
  purpose: text(purpose),
  squareMetres: 1234,
  divisible: false,
})
const plot = (
  nth: number,
  holdings: readonly Holding[],
  change: Partial<LandRow> = {},
): LandRow => ({
  cadastralNumber: `05:245:001:${nth}`,
  kato: '104400000',
  region: '100000000',
  street: text('Абай'),
  house: String(nth),
  address: text('Көкпекті'),
  formedOn: '2005-03-10',
  descriptions: [described('2005-03-10', null, 'бақ')],
  restrictions: [],
  evaluations: [],
  holdings,
  documents: [],
  grant: null,
  ...change,
})
const known = plot(
  1,
  [holding({ endedOn: '2015-06-01' }), holding({ holder: FIRM, since: '2015-06-01' })],
  {
    descriptions: [
      described('2005-03-10', '2012-01-01', 'бақ'),
      described('2012-01-01', null, 'үй'),
    ],
    documents: [
      {
        kind: 'ownership-act',
        series: 'ЖМ',
        number: '1',
        madeOn: '2005-04-01',
        madeBy: text('кадастр'),
        issuedTo: ASEL,
        issuedOn: '2005-04-05',
        endedOn: '2015-06-01',
        basis: text('шешім'),
      },
    ],
    grant: {
      kind: 'decision',
      number: '17',
      date: '2005-03-08',
      body: text('әкім'),
      grantee: ASEL,
      right: 'ownership',
      term: null,
      purpose: text('бақ'),
      squareMetres: 1234,
    },
  },
)

beforeAll(async () => {
  db = await testDatabase([landSchema])
  const report = await takeAll(pool(), landIntake, [known, plot(2, [lease()])])
  expect(report.rejected).toEqual([])
})
afterAll(() => db.close())

async function ask(service: string, body: Record<string, string>, day = '2020-01-01') {
  const now = instantAt(plainDate(day), '12:00:00')
  const found = landServices.find(({ id }) => id === `land.${service}`)
  const request = { number: ASEL.number, ...body }
  const outcome = await found?.answer(pool(), { subject: request.number, body: request }, now)
  if (outcome?.ok !== true) throw new Error('refused')
  if (outcome.value.body !== null)
    expect(
      contractOf(`land.${service}`)?.answer.safeParse(outcome.value.body).error,
    ).toBeUndefined()
  return outcome.value
}
const cadastralNumber = known.cadastralNumber

test('a plot is told as on the day of the question: purpose, holder, document', async () => {
  const early = await ask('cadastral-information', { cadastralNumber }, '2011-12-31')
  expect(early.body).toMatchObject({
    plot: {
      purpose: text('бақ'),
      area: { squareMetres: 1234, hectares: '0.1234' },
      quarter: '001',
    },
    rights: [{ holder: ASEL, until: null }],
    identification: { number: '1', inForce: true },
  })
  const late = await ask('cadastral-information', { cadastralNumber: '05-245-001-1' })
  expect(late.body).toMatchObject({
    plot: { purpose: text('үй') },
    rights: [{ holder: FIRM }],
    identification: null,
  })
  expect((await ask('cadastral-information', { cadastralNumber }, '2004-01-01')).status).toBe(
    'no-data',
  )
})

test('an identification document is told also after it was replaced; none made means no data', async () => {
  const told = await ask('identification-document', { cadastralNumber })
  expect(told.body).toMatchObject({ documents: [{ series: 'ЖМ', inForce: false, issuedTo: ASEL }] })
  expect((await ask('identification-document', { cadastralNumber: '05:245:001:2' })).status).toBe(
    'no-data',
  )
})

test('whose a plot is, is told by its number, by its address, or for all plots of who asks', async () => {
  const byNumber = await ask('plot-ownership', { cadastralNumber: '05:245:001:2' })
  expect(byNumber.body).toMatchObject({
    plots: [{ rights: [{ holder: FIRM, until: '2030-01-01' }] }],
  })
  expect((await ask('plot-ownership', {})).status).toBe('no-data')
  expect((await ask('plot-ownership', {}, '2010-01-01')).status).toBe('found')
  expect((await ask('plot-ownership', { number: FIRM.number })).body).toMatchObject({
    plots: [{}, {}],
  })
})

test('the document of the first grant is told with its term; a plot without one gives no data', async () => {
  expect((await ask('title-document', { cadastralNumber })).body).toMatchObject({
    document: { number: '17', kind: { code: 'decision' }, grantee: ASEL, term: null },
  })
  expect((await ask('title-document', { cadastralNumber: '05:245:001:2' })).status).toBe('no-data')
})

test.each<[string, LandRow, string]>([
  [
    'three halves',
    plot(9, [half(ASEL), half(FIRM), half({ ...ASEL, number: '900115300102' })]),
    'holding_within_whole',
  ],
  ['two sole owners', plot(9, [holding(), holding({ holder: FIRM })]), 'holding_within_whole'],
  ['a lease without a term', plot(9, [lease({ term: null })]), 'holding_lease_has_term'],
  [
    'a lease of private land',
    plot(9, [lease({ form: 'individual' })]),
    'holding_state_land_is_used',
  ],
  [
    'an end before the beginning',
    plot(9, [holding({ endedOn: '2005-03-01' })]),
    'holding_validity',
  ],
  [
    'a holder that cannot be',
    plot(9, [holding({ holder: { ...ASEL, number: '840731400432' } })]),
    'holding_holder_control_digit',
  ],
  [
    'no description of today',
    plot(9, [holding()], { descriptions: [] }),
    'plot_without_description',
  ],
  [
    'a number that is none of a plot',
    plot(9, [holding()], { cadastralNumber: '05:245:001:9:1' }),
    'plot_cadastral_number',
  ],
])('a plot with %s is rejected by name', async (_, row, code) => {
  const report = await takeAll(pool(), landIntake, [row, plot(8, [])])
  expect(report.rejected.find(({ key }) => key === row.cadastralNumber)).toMatchObject({ code })
})

test('an entry can be ended and neither changed nor deleted', async () => {
  const change = (what: string) =>
    pool().query(`update reg_land.holding set ${what} where holder_number = '120140000017'`)
  await expect(change("holder_ru = 'x'")).rejects.toThrow('never overwritten')
  await change("ended_on = '2026-01-01'")
  await expect(pool().query('delete from reg_land.plot')).rejects.toThrow('permission denied')
  await expect(pool().query('update reg_land.first_grant set years = 1')).rejects.toThrow(
    'append-only',
  )
})
