import { performance } from 'node:perf_hooks'

/** Of the time, how much this thread may be at work before people notice. */
const BUSY = 0.8
const LOOK_EVERY_MS = 100
/** Enough to keep a rendering thread at work while others wait for the database. */
const LEAST = 2

/**
 * How many jobs may run at the same time: fewer while this thread is busy. Whoever waits for a page comes before work that
 * can wait, and on a busy thread more jobs at once end none of them sooner.
 */
export function createPace(concurrency: number): () => number {
  let since = performance.eventLoopUtilization()
  let lookedAt = performance.now()
  let allowed = concurrency
  return () => {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return allowed
    const { utilization } = performance.eventLoopUtilization(since)
    since = performance.eventLoopUtilization()
    lookedAt = performance.now()
    allowed = utilization > BUSY ? Math.min(LEAST, concurrency) : concurrency
    return allowed
  }
}
