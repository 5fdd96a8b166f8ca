import type pg from 'pg'
import type { Instant } from '#core/kernel'
import type { Log } from '#platform/log'
import type { ClaimedJob, JobHandler } from './job.ts'
import { listen } from './listen.ts'
import { CHANNEL } from './schema.ts'
import { createPace } from './pace.ts'
import { claimAbandoned, claimDue, renew } from './queue.ts'
import { runJob } from './run-job.ts'
import { createSignal, type Signal } from './signal.ts'

export interface WorkerOptions {
  readonly pool: pg.Pool
  /** By kind; jobs of other kinds are left to other workers. */
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly clock: () => Instant
  readonly log: Log
  /** Jobs at the same time; fewer while this thread is busy. */
  readonly concurrency: number
  /** A killed worker's jobs are taken over after this time; a living one renews its leases three times as often. */
  readonly leaseSeconds: number
  /** Failures after which a job is parked; 12 when absent, about half an hour. */
  readonly maxAttempts?: number
  /** False behind a pooler that does not carry notifications. */
  readonly listen?: boolean
}

export interface Worker {
  start(): void
  /** Claims no more, and waits for the jobs at hand. */
  stop(): Promise<void>
  /** Looks for jobs now. */
  wake(): void
  /** Resolves when a look that began after this call found nothing due and nothing runs; at once when not started. */
  idle(): Promise<void>
}

const POLL_MS = 1000
const QUICK_POLL_MS = 25

/** The look-outs of a worker: claims what is free to take. */
function createClaims(options: WorkerOptions) {
  const kinds = Object.keys(options.handlers)
  let abandonedAt = 0
  return async (limit: number): Promise<ClaimedJob[]> => {
    if (limit === 0) return []
    const wanted = { kinds, leaseSeconds: options.leaseSeconds, limit }
    const due = await claimDue(options.pool, options.clock(), wanted)
    if (due.length === limit || performance.now() < abandonedAt) return due
    abandonedAt = performance.now() + Math.min(POLL_MS, options.leaseSeconds * 300)
    const rest = { ...wanted, limit: limit - due.length }
    return [...due, ...(await claimAbandoned(options.pool, rest))]
  }
}

/** Those who wait for a worker to run dry. */
function createIdleWaiters() {
  let waiters: { readonly since: number; readonly resolve: () => void }[] = []
  return {
    wait: (since: number) =>
      new Promise<void>((resolve) => {
        waiters.push({ since, resolve })
      }),
    settle(round: number) {
      const ready = waiters.filter(({ since }) => since < round)
      waiters = waiters.filter(({ since }) => since >= round)
      for (const { resolve } of ready) resolve()
    },
  }
}

function createRunner(options: WorkerOptions, onEnd: () => void) {
  const { handlers, leaseSeconds, log, pool } = options
  const maxAttempts = options.maxAttempts ?? 12
  const running = new Map<ClaimedJob, Promise<void>>()
  const run = async (job: ClaimedJob) => {
    const handler = handlers[job.kind]
    if (handler) await runJob(job, handler, { ...options, maxAttempts })
    running.delete(job)
    onEnd()
  }
  const keep = () => {
    if (running.size === 0) return
    renew(pool, [...running.keys()], leaseSeconds).catch((error: unknown) => {
      log.warn({ err: error }, 'leases could not be renewed')
    })
  }
  return {
    running,
    keep,
    start(job: ClaimedJob) {
      running.set(job, run(job))
    },
  }
}

/** Rings when jobs are added, unless the worker is to poll only. */
function hear({ pool, listen: heard, log }: WorkerOptions, bell: Signal): () => void {
  if (heard === false) return () => {}
  return listen(pool, { channel: CHANNEL, onRing: () => bell.ring(), log })
}

/**
 * Does the jobs of the queue. Any number of workers in any number of processes share it: each job is under the lease of one of
 * them, renewed while its handler runs. `runAt` follows the platform's clock, leases the database's.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { concurrency, leaseSeconds, log } = options
  const bell = createSignal()
  const claim = createClaims(options)
  const pace = createPace(concurrency)
  const idlers = createIdleWaiters()
  const runner = createRunner(options, bell.ring)
  const state = { active: false, round: 0, ended: Promise.resolve() }

  /** One look at the queue; gives how long to wait for the next one. */
  const look = async (nap: number): Promise<number> => {
    state.round += 1
    const free = Math.max(0, pace() - runner.running.size)
    const jobs = await claim(free)
    for (const job of jobs) runner.start(job)
    if (runner.running.size === 0) idlers.settle(state.round)
    if (jobs.length > 0) return jobs.length === free ? POLL_MS : QUICK_POLL_MS
    return Math.min(POLL_MS, nap * 2)
  }
  const loop = async () => {
    const renewing = setInterval(runner.keep, (leaseSeconds * 1000) / 3)
    const deafen = hear(options, bell)
    for (let nap = QUICK_POLL_MS; state.active; await bell.wait(nap)) {
      nap = await look(nap).catch((error: unknown) => {
        log.warn({ err: error }, 'the queue could not be read')
        return POLL_MS
      })
    }
    deafen()
    await Promise.all(runner.running.values())
    clearInterval(renewing)
    idlers.settle(Number.POSITIVE_INFINITY)
  }
  return {
    start() {
      if (state.active) return
      state.active = true
      state.ended = state.ended.then(loop)
    },
    async stop() {
      state.active = false
      bell.ring()
      await state.ended
    },
    wake: bell.ring,
    idle() {
      bell.ring()
      return state.active ? idlers.wait(state.round) : Promise.resolve()
    },
  }
}
