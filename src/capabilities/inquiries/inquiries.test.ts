import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gatewaySchema } from '#capabilities/gateway'
import { addSeconds, type Instant, instant, type JsonObject } from '#core/kernel'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { type Job, type JobContext, jobsSchema } from '#platform/jobs'
import { createLog } from '#platform/log'
import { createInquiries, inquiriesSchema, type Inquiry, isInquiry } from './index.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase([jobsSchema, gatewaySchema, inquiriesSchema])
})
beforeEach(() => app().query('delete from inquiries.answer'))
afterAll(() => db.close())

const app = () => db.database.pool('app')
const question: Inquiry = {
  from: 'portal',
  to: 'persons',
  service: 'persons.identify',
  subject: '840731400431',
  purpose: { kk: 'Тіркелу', ru: 'Регистрация', en: 'Registration' },
  body: { iin: '840731400431' },
  sentAt: '2026-11-22T10:00:00.000Z' as Instant,
}
const context: JobContext = {
  done: () => Promise.resolve(true),
  ending: { name: 'jobs.end_job', values: [] },
  later: (later, reason) => ({ later, reason }),
  log: createLog({ level: 'silent', pretty: false }),
}
const answerTo = (key: string, body: JsonObject | null = { n: 1 }, status = 'found'): Job => ({
  id: key,
  kind: 'gateway.answer',
  key,
  payload: { key, status, body },
  attempts: 1,
})

/** One process; `sent` resolves to the key of its first question. */
function createProcess(patienceMs: number, clock = () => instant(new Date())) {
  let ring = () => {}
  const rung = new Promise<void>((resolve) => {
    ring = resolve
  })
  const inquiries = createInquiries({ pool: app(), clock, onSent: () => ring(), patienceMs })
  const sent = async () => {
    await rung
    const { rows } = await db.database
      .pool('gateway')
      .query<{ key: string }>('select key from gateway.outbox order by seq desc limit 1')
    return rows[0]?.key ?? ''
  }
  return { inquiries, sent }
}

const kept = async () => (await app().query('select key from inquiries.answer')).rows

describe('a question that belongs to no case', () => {
  it('gets the answer that arrives while somebody waits, and nothing of it is left', async () => {
    const { inquiries, sent } = createProcess(10_000)
    const asked = inquiries.ask(question)
    const job = answerTo(await sent(), { fullName: 'ӘСЕЛ' })
    expect(isInquiry(job)).toBe(true)
    await inquiries.take(job, context)
    expect(await asked).toEqual({ status: 'found', body: { fullName: 'ӘСЕЛ' } })
    expect(await kept()).toEqual([])
  })

  it('gets the answer that another process received', async () => {
    const { inquiries, sent } = createProcess(10_000)
    const other = createProcess(10_000)
    const asked = inquiries.ask(question)
    await other.inquiries.take(answerTo(await sent(), null, 'absent'), context)
    expect(await asked).toEqual({ status: 'absent', body: null })
  })

  it('is answered with nothing when the register does not answer in time', async () => {
    expect(await createProcess(50).inquiries.ask(question)).toBeUndefined()
  })

  it('is waited for by the clock of the platform', async () => {
    let now = '2026-11-22T10:00:00.000Z' as Instant
    const { inquiries, sent } = createProcess(60_000, () => now)
    const asked = inquiries.ask(question)
    await sent()
    now = addSeconds(now, 61)
    expect(await asked).toBeUndefined()
  })

  it('gets its own answer, not that of another one', async () => {
    const first = createProcess(10_000)
    const second = createProcess(10_000)
    const one = first.inquiries.ask(question)
    const keyOfOne = await first.sent()
    const two = second.inquiries.ask(question)
    const keyOfTwo = await second.sent()
    expect(keyOfOne).not.toBe(keyOfTwo)
    await first.inquiries.take(answerTo(keyOfTwo, { n: 2 }), context)
    await first.inquiries.take(answerTo(keyOfOne, { n: 1 }), context)
    expect([(await one)?.body, (await two)?.body]).toEqual([{ n: 1 }, { n: 2 }])
  })
})

describe('an answer', () => {
  it('that comes twice is kept once', async () => {
    const { inquiries } = createProcess(50)
    await inquiries.take(answerTo('inquiry/a', { n: 1 }), context)
    await inquiries.take(answerTo('inquiry/a', { n: 2 }), context)
    const { rows } = await app().query('select body from inquiries.answer')
    expect(rows).toEqual([{ body: { n: 1 } }])
  })

  it('that nobody came for is forgotten after a minute', async () => {
    const { inquiries } = createProcess(50)
    await inquiries.take(answerTo('inquiry/old'), context)
    await inquiries.take(answerTo('inquiry/young'), context)
    await app().query(
      `update inquiries.answer set answered_at = clock_timestamp() - interval '61 seconds' where key = 'inquiry/old'`,
    )
    await inquiries.take(answerTo('inquiry/new'), context)
    expect(await kept()).toEqual([{ key: 'inquiry/young' }, { key: 'inquiry/new' }])
  })

  it('to a question of a case is none of ours', () => {
    expect(isInquiry(answerTo('5f0f6c1e-8a55-4b7e-9d57-0c5a4b1f2e3d/identify/1'))).toBe(false)
  })
})
