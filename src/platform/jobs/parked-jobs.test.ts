import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '#core/kernel'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { createLog } from '#platform/log'
import { createWorker, enqueue, jobsSchema, parkedJobs, wakeJobs, type Worker } from './index.ts'

let db: TestDatabase
let worker: Worker
let broken = true
const runs: number[] = []

beforeAll(async () => {
  db = await testDatabase([jobsSchema])
  worker = createWorker({
    pool: db.database.pool('app'),
    handlers: {
      async check({ attempts }) {
        runs.push(attempts)
        if (broken) throw new Error('still broken')
      },
    },
    clock: () => instant(new Date()),
    log: createLog({ level: 'silent', pretty: false }),
    concurrency: 1,
    leaseSeconds: 30,
    maxAttempts: 1,
  })
})
afterAll(async () => {
  await worker.stop()
  await db.close()
})

test('a parked job is listed with its reason, and runs again with all its attempts once it is woken', async () => {
  const pool = db.database.pool('app')
  await enqueue(pool, [{ kind: 'check', key: 'bad', payload: {} }])
  worker.start()
  await worker.idle()
  const [parked] = await parkedJobs(pool, 10)
  expect(parked).toMatchObject({ kind: 'check', key: 'bad', attempts: 1, reason: 'Error' })
  broken = false
  expect(await wakeJobs(pool, crypto.randomUUID())).toBe(0)
  expect(await wakeJobs(pool, parked?.id)).toBe(1)
  await worker.idle()
  expect(runs).toEqual([1, 1])
  expect(await parkedJobs(pool, 10)).toEqual([])
})
