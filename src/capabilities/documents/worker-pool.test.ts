import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorkerPool } from './worker-pool.ts'

/** A worker that does what it is told: answers with its thread's id and a count, fails, dies once or always, or hangs. */
const source = `
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { existsSync, writeFileSync } from 'node:fs'
let done = 0
parentPort.on('message', (task) => {
  if (task.do === 'fail') return parentPort.postMessage({ fault: 'no' })
  if (task.do === 'hang') for (;;) {}
  if (task.do === 'die' || (task.do === 'die-once' && !existsSync(task.mark))) {
    if (task.mark) writeFileSync(task.mark, '')
    process.exit(1)
  }
  done += 1
  parentPort.postMessage({ value: { thread: threadId, done } })
})`
const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(source)}`)

interface Task {
  readonly do: string
  readonly mark?: string
}

function pool(options: { timeoutMs?: number; tasksPerWorker?: number; maxWaiting?: number } = {}) {
  const made = createWorkerPool<Task, { thread: number; done: number }>({
    workerUrl,
    workerData: {},
    size: 1,
    tasksPerWorker: 100,
    timeoutMs: 30_000,
    maxWaiting: 10,
    ...options,
  })
  onTestFinished(() => made.close())
  return made
}

describe('a pool of workers', () => {
  it('reports a task that fails and works on', async () => {
    const workers = pool()
    expect(await workers.run({ do: 'fail' })).toEqual({ kind: 'fault', detail: 'no' })
    expect(await workers.run({ do: 'work' })).toMatchObject({ kind: 'done' })
  })

  it('tries once more when a worker dies under a task', async () => {
    const mark = `/tmp/worker-pool-${process.pid}-${Date.now()}`
    expect(await pool().run({ do: 'die-once', mark })).toMatchObject({ kind: 'done' })
  })

  it('gives up on a task that kills every worker, and serves the next', async () => {
    const workers = pool()
    const [killer, next] = await Promise.all([
      workers.run({ do: 'die' }),
      workers.run({ do: 'work' }),
    ])
    expect(killer).toEqual({ kind: 'crashed' })
    expect(next).toMatchObject({ kind: 'done' })
  })

  it('ends a worker that hangs', async () => {
    expect(await pool({ timeoutMs: 300 }).run({ do: 'hang' })).toEqual({ kind: 'crashed' })
  })

  it('replaces a worker after its share of tasks', async () => {
    const workers = pool({ tasksPerWorker: 2 })
    const outcomes = []
    for (let i = 0; i < 4; i += 1) outcomes.push(await workers.run({ do: 'work' }))
    expect(outcomes.map((one) => one.kind === 'done' && one.value.done)).toEqual([1, 2, 1, 2])
  })

  it('refuses when too many wait, and settles everyone when it is closed', async () => {
    const workers = pool({ maxWaiting: 1 })
    const running = workers.run({ do: 'hang' })
    const waiting = workers.run({ do: 'work' })
    expect(await workers.run({ do: 'work' })).toEqual({ kind: 'busy' })
    await workers.close()
    expect(await Promise.all([running, waiting])).toEqual([{ kind: 'closed' }, { kind: 'closed' }])
    expect(await workers.run({ do: 'work' })).toEqual({ kind: 'closed' })
  })
})
