import { afterEach, beforeEach, expect, test } from 'vitest'
import { addSeconds, type Instant } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { createLog } from '#platform/log'
import {
  createWorker,
  enqueue,
  JOB_ENDED,
  type JobHandler,
  jobsSchema,
  type Worker,
} from './index.ts'

const work = {
  schema: 'work',
  role: 'app',
  migrations: [{ id: 1, name: 'done', sql: 'create table done (key text)' }],
} as const

let db: TestDatabase
let now: Instant
let lines: string[]
let workers: Worker[]

beforeEach(async () => {
  db = await testDatabase([jobsSchema, work])
  now = '2026-11-22T10:00:00.000Z' as Instant
  lines = []
  workers = []
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await db.close()
})

const pool = () => db.database.pool('app')
const log = createLog({ level: 'warn', pretty: false, write: (line) => lines.push(line) })
const job = (key: string, more = {}) => ({ kind: 'check', key, payload: { key }, ...more })

function start(
  check: JobHandler,
  more: { leaseSeconds?: number; maxAttempts?: number; concurrency?: number } = {},
) {
  const worker = createWorker({
    pool: pool(),
    handlers: { check },
    clock: () => now,
    log,
    concurrency: 4,
    leaseSeconds: 30,
    ...more,
  })
  workers.push(worker)
  worker.start()
  return worker
}

async function waiting() {
  const found = await pool().query(
    'select key, attempts, parked_at, last_error from jobs.job order by key',
  )
  return found.rows as {
    key: string
    attempts: number
    parked_at: Date | null
    last_error: string | null
  }[]
}

/** A promise with its keys outside. */
function gate() {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('a job is done once, with its payload, and leaves the queue', async () => {
  const seen: unknown[] = []
  await enqueue(pool(), [job('a')])
  const worker = start(async ({ payload, attempts }) => void seen.push([payload, attempts]))
  await worker.idle()
  expect(seen).toEqual([[{ key: 'a' }, 1]])
  expect(await waiting()).toEqual([])
})

test('two workers share the jobs and do none twice', async () => {
  const seen: string[] = []
  const keys = Array.from({ length: 300 }, (_, i) => `k${i}`)
  await enqueue(
    pool(),
    keys.map((key) => job(key)),
  )
  const both = [0, 1].map(() => start(async ({ key }) => void seen.push(key)))
  await Promise.all(both.map((worker) => worker.idle()))
  expect(seen.toSorted()).toEqual(keys.toSorted())
})

test('a waiting worker is woken when a job is committed', async () => {
  const { open, opened } = gate()
  const worker = start(async () => open())
  await worker.idle()
  await enqueue(pool(), [job('a')])
  await opened
})

test('a job of a transaction that is rolled back never existed', async () => {
  const failed = inTransaction(pool(), async (tx) => {
    await enqueue(tx, [job('a')])
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await waiting()).toEqual([])
})

test('a key is queued once while its job lives, and again afterwards', async () => {
  await enqueue(pool(), [job('a'), job('a')])
  await enqueue(pool(), [job('a'), { ...job('a'), kind: 'other' }])
  expect(await waiting()).toHaveLength(2)
  const worker = start(async () => {})
  await worker.idle()
  await worker.stop()
  await enqueue(pool(), [job('a')])
  expect((await waiting()).map(({ key }) => key)).toEqual(['a', 'a'])
})

test('a handler can end its job and queue the next one of the same key in one transaction', async () => {
  let runs = 0
  await enqueue(pool(), [job('a')])
  const worker = start(async (_, { done }) => {
    runs += 1
    await inTransaction(pool(), async (tx) => {
      expect(await done(tx)).toBe(true)
      if (runs < 3) await enqueue(tx, [job('a')])
    })
  })
  await worker.idle()
  expect(runs).toBe(3)
  expect(await waiting()).toEqual([])
})

test('the work and the end of its job are kept or lost together', async () => {
  let runs = 0
  await enqueue(pool(), [job('a')])
  const worker = start(({ key }, { done }) =>
    inTransaction(pool(), async (tx) => {
      runs += 1
      await tx.query('insert into work.done values ($1)', [key])
      await done(tx)
      if (runs === 1) throw new Error('after done, before commit')
    }),
  )
  await worker.idle()
  expect(await waiting()).toMatchObject([{ key: 'a', attempts: 1 }])
  now = addSeconds(now, 10)
  await worker.idle()
  expect((await pool().query('select key from work.done')).rows).toEqual([{ key: 'a' }])
  expect(await waiting()).toEqual([])
})

const KEEP_AND_END = `with kept as (insert into work.done values ($1) returning key)
  select jobs.end_job($2, $3) from kept`

test('a handler can end its job within its one statement', async () => {
  await enqueue(pool(), [job('one-statement')])
  const worker = start(async ({ key }, { ending }) => {
    await pool().query(KEEP_AND_END, [key, ...ending.values])
    return JOB_ENDED
  })
  await worker.idle()
  const kept = await pool().query("select from work.done where key = 'one-statement'")
  expect(kept.rowCount).toBe(1)
  expect(await waiting()).toEqual([])
})

test('that statement keeps nothing when the lease was lost', async () => {
  await enqueue(pool(), [job('lost-lease')])
  const worker = start(async ({ key, attempts }, { ending }) => {
    if (attempts > 1) return
    await pool().query('update jobs.job set lease = gen_random_uuid()')
    await pool().query(KEEP_AND_END, [key, ...ending.values])
  })
  await worker.idle()
  const kept = await pool().query("select from work.done where key = 'lost-lease'")
  expect(kept.rowCount).toBe(0)
  expect(await waiting()).toMatchObject([{ key: 'lost-lease' }])
})

test('a failure is tried again after a pause on the platform clock, and no sooner', async () => {
  let runs = 0
  await enqueue(pool(), [job('a')])
  const worker = start(async () => {
    runs += 1
    if (runs < 3) throw Object.assign(new Error('850101300123 unknown'), { code: 'REGISTRY_DOWN' })
  })
  await worker.idle()
  expect(runs).toBe(1)
  expect(await waiting()).toMatchObject([{ attempts: 1, last_error: 'Error REGISTRY_DOWN' }])
  now = addSeconds(now, 2)
  await worker.idle()
  expect(runs).toBe(2)
  now = addSeconds(now, 3)
  await worker.idle()
  expect(runs).toBe(3)
  expect(await waiting()).toEqual([])
})

test('after its last attempt a job is parked with an alarm, and others go on', async () => {
  await enqueue(pool(), [job('bad'), job('good')])
  const handler: JobHandler = async ({ key }) => {
    if (key === 'bad') throw new Error('always')
  }
  const worker = start(handler, { maxAttempts: 2 })
  await worker.idle()
  now = addSeconds(now, 600)
  await worker.idle()
  now = addSeconds(now, 6000)
  await worker.idle()
  const [bad, ...others] = await waiting()
  expect(others).toEqual([])
  expect(bad).toMatchObject({ key: 'bad', attempts: 2 })
  expect(bad?.parked_at).toBeInstanceOf(Date)
  expect(lines.filter((line) => line.includes('"alarm":"job-parked"'))).toHaveLength(1)
})

test('work that is not possible yet is looked at again at its time and counts no attempt', async () => {
  const seen: number[] = []
  await enqueue(pool(), [job('a')])
  const worker = start(async ({ attempts }, { later }) => {
    seen.push(attempts)
    return seen.length < 3 ? later(addSeconds(now, 3600), 'registry is down') : undefined
  })
  await worker.idle()
  expect(seen).toEqual([1])
  expect(await waiting()).toMatchObject([{ attempts: 0, last_error: 'registry is down' }])
  for (const _ of [1, 2]) {
    now = addSeconds(now, 3600)
    await worker.idle()
  }
  expect(seen).toEqual([1, 1, 1])
})

test('a timer waits for its time; what is due at once runs on any date of the platform', async () => {
  now = '2012-04-10T10:00:00.000Z' as Instant
  const seen: string[] = []
  await enqueue(pool(), [job('timer', { runAt: addSeconds(now, 60) }), job('at once')])
  const worker = start(async ({ key }) => void seen.push(key))
  await worker.idle()
  expect(seen).toEqual(['at once'])
  now = addSeconds(now, 60)
  await worker.idle()
  expect(seen).toEqual(['at once', 'timer'])
})

test('a handler that outlives its lease is not disturbed while its worker lives', async () => {
  let runs = 0
  await enqueue(pool(), [job('long')])
  const handler: JobHandler = async () => {
    runs += 1
    await pool().query('select pg_sleep(2.5)')
  }
  const both = [0, 1].map(() => start(handler, { leaseSeconds: 1 }))
  await Promise.all(both.map((worker) => worker.idle()))
  expect(runs).toBe(1)
})

test('a worker that lost its lease learns it and must roll back', async () => {
  const { open, opened } = gate()
  const outcomes: boolean[] = []
  await enqueue(pool(), [job('a')])
  const handler: JobHandler = async ({ attempts }, { done }) => {
    if (attempts === 1) {
      await pool().query("update jobs.job set lease_until = now() - interval '1 s'")
      start(handler)
      await opened
    }
    await inTransaction(pool(), async (tx) => void outcomes.push(await done(tx)))
    open()
  }
  await start(handler).idle()
  expect(outcomes).toEqual([true, false])
  expect(await waiting()).toEqual([])
})

test('a job whose worker dies again and again is parked', async () => {
  await enqueue(pool(), [job('poison')])
  await pool().query(
    `update jobs.job set attempts = 3, lease = gen_random_uuid(), lease_until = now() - interval '1 s'`,
  )
  let runs = 0
  const worker = start(async () => void (runs += 1), { maxAttempts: 3 })
  await worker.idle()
  expect(runs).toBe(0)
  expect((await waiting())[0]?.parked_at).toBeInstanceOf(Date)
})

test('a worker that is stopped finishes what it has and takes no more', async () => {
  const { open, opened } = gate()
  const begun = gate()
  await enqueue(pool(), [job('a'), job('b')])
  const worker = start(
    async () => {
      begun.open()
      await opened
    },
    { concurrency: 1 },
  )
  await begun.opened
  const stopped = worker.stop()
  open()
  await stopped
  expect(await waiting()).toHaveLength(1)
})

test('jobs of a kind that a worker does not do are left to others', async () => {
  await enqueue(pool(), [{ ...job('a'), kind: 'foreign' }])
  await start(async () => {}).idle()
  expect(await waiting()).toMatchObject([{ key: 'a', attempts: 0 }])
})

test('the gateway may queue jobs, a registry may not', async () => {
  await enqueue(db.database.pool('gateway'), [job('a')])
  await expect(enqueue(db.database.pool('registry_realty'), [job('b')])).rejects.toThrow(
    'permission denied',
  )
})
