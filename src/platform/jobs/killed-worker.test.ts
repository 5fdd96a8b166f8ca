import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { instant } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { createLog } from '#platform/log'
import { createWorker, enqueue, jobsSchema } from './index.ts'

/** A worker in a process of its own, which says when it has a job and never ends it. */
const STUCK = `
import { connectDatabase } from '#platform/db'
import { createLog } from '#platform/log'
import { createWorker } from '#platform/jobs'
const { connection, rolePasswords } = JSON.parse(process.argv[1])
const pool = connectDatabase({ connection, secrets: rolePasswords }).pool('app')
const check = () => { console.log('claimed'); return new Promise(() => {}) }
const log = createLog({ level: 'error', pretty: false })
const clock = () => new Date().toISOString()
createWorker({ pool, handlers: { check }, clock, log, concurrency: 1, leaseSeconds: 1 }).start()
`

test('the job of a worker killed with SIGKILL is done by another one when its lease has run out', async () => {
  const db = await testDatabase([jobsSchema])
  const pool = db.database.pool('app')
  await enqueue(pool, [{ kind: 'check', key: 'a', payload: {} }])
  const { connection, rolePasswords } = db
  const args = ['--import', 'tsx', '--input-type=module', '-e', STUCK]
  const child = spawn(process.execPath, [...args, JSON.stringify({ connection, rolePasswords })], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone

  const attempts = await new Promise<number>((resolve) => {
    const worker = createWorker({
      pool,
      handlers: {
        check: async (job) => {
          resolve(job.attempts)
          void worker.stop()
        },
      },
      clock: () => instant(new Date()),
      log: createLog({ level: 'silent', pretty: false }),
      concurrency: 1,
      leaseSeconds: 5,
    })
    worker.start()
  })
  expect(attempts).toBe(2)
  await db.close()
})
