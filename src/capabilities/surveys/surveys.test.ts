import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant, Text } from '#core/kernel'
import { migrate } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import { surveysSchema } from './schema.ts'
import { createSurveys, type SurveyAnswer, type Surveys } from './surveys.ts'

const text = (ru: string): Text => ({ kk: ru, ru, en: ru })
const options = ['не удовлетворен', 'частично удовлетворен', 'удовлетворен'].map(text)
const questions = [text('Процесс?'), text('Информация?')].map((question) => ({ question, options }))
const answer = (n: number, input: SurveyAnswer['input']): SurveyAnswer => ({
  request: String(10_100_000_000_000 + n),
  service: 'justice.realty-absence',
  edition: 'justice.realty-absence@2012-04-10',
  questions,
  input,
})

describe('surveys', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let surveys: Surveys
  beforeAll(async () => {
    database = await testDatabase([surveysSchema])
    const clock = () => '2026-04-02T10:00:00.000Z' as Instant
    surveys = createSurveys({ pool: database.database.pool('app'), clock })
  })
  afterAll(() => database.close())

  it('take one answer a request, however often it is sent', async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() => surveys.answer(answer(1, { q1: '3', q2: '2' }))),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await surveys.answered('10100000000001')).toBe(true)
  })

  it('name the question that has no answer', async () => {
    const result = await surveys.answer(answer(2, { q1: '3' }))
    expect(result).toMatchObject({ ok: false, error: { code: 'SURVEY_UNANSWERED', field: 'q2' } })
    expect(await surveys.answered('10100000000002')).toBe(false)
  })

  it('publish the counts from five answers on', async () => {
    expect(await surveys.satisfaction('justice.realty-absence', questions)).toBeUndefined()
    for (const n of [3, 4, 5, 6]) await surveys.answer(answer(n, { q1: '3', q2: '1' }))
    expect(await surveys.satisfaction('justice.realty-absence', questions)).toEqual({
      answers: 5,
      questions: [
        [0, 0, 5],
        [4, 1, 0],
      ],
    })
  })

  it('count the answers that were kept before there was a tally', async () => {
    const [answers] = surveysSchema.migrations
    const module = { ...surveysSchema, migrations: answers === undefined ? [] : [answers] }
    const older = await testDatabase([module])
    const pool = older.database.pool('app')
    for (const n of [1, 2, 3, 4, 5])
      await pool.query(
        `insert into surveys.answer (request, service, edition, choices, at) values ($1, 's', 's@1', '{3,1}', now())`,
        [String(10_100_000_000_000 + n)],
      )
    await migrate({ ...older, modules: [surveysSchema] })
    const clock = () => '2026-04-02T10:00:00.000Z' as Instant
    expect(await createSurveys({ pool, clock }).satisfaction('s', questions)).toEqual({
      answers: 5,
      questions: [
        [0, 0, 5],
        [5, 0, 0],
      ],
    })
    await older.close()
  })

  it('count every answer of many at once', async () => {
    const several = Array.from({ length: 20 }, (_, n) =>
      surveys.answer({
        ...answer(100 + n, { q1: '3', q2: n % 2 === 0 ? '1' : '2' }),
        service: 'many',
      }),
    )
    expect((await Promise.all(several)).every(({ ok }) => ok)).toBe(true)
    expect(await surveys.satisfaction('many', questions)).toEqual({
      answers: 20,
      questions: [
        [0, 0, 20],
        [10, 10, 0],
      ],
    })
  })

  it('refuse junk as a choice with a coded error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (junk) => {
        fc.pre(!['1', '2', '3'].includes(junk))
        const result = await surveys.answer(answer(7, { q1: junk, q2: '1' }))
        expect(result).toMatchObject({ ok: false, error: { code: 'SURVEY_UNANSWERED' } })
      }),
    )
  })
})
