/** What a series of times came to, in milliseconds. */
export interface Times {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** The value that the given part of the sorted series does not exceed. */
function percentile(sorted: readonly number[], part: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)
  return sorted[Math.max(0, at)] ?? Number.NaN
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    median: round(percentile(sorted, 0.5)),
    p95: round(percentile(sorted, 0.95)),
    p99: round(percentile(sorted, 0.99)),
    max: round(sorted.at(-1) ?? Number.NaN),
  }
}

export const medianOf = (values: readonly number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}

/** Runs `one` over and over in so many lanes for so long; gives how often it ended in a second. */
export async function rate(
  lanes: number,
  milliseconds: number,
  one: (lane: number) => Promise<number>,
): Promise<number> {
  const began = performance.now()
  let done = 0
  const lane = async (number: number): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      // In two statements: \`done += await ...\` would read the sum before the wait and lose what other lanes add.
      const made = await one(number)
      done += made
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  return (done * 1000) / (performance.now() - began)
}

/** Gives each item to `work`, at most so many at a time, in order. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/**
 * Open loop: begins `work` on the items at the given rate whether or not earlier ones have ended, as people do who do not
 * know of each other. A late timer is made up for, and the wait that it caused counts.
 */
export async function openLoop<T>(
  items: readonly T[],
  perSecond: number,
  work: (item: T, plannedAt: number) => Promise<void>,
): Promise<void> {
  const began = performance.now()
  const running: Promise<void>[] = []
  for (const [index, item] of items.entries()) {
    const plannedAt = began + (index * 1000) / perSecond
    const wait = plannedAt - performance.now()
    if (wait > 0) await pause(wait)
    running.push(work(item, plannedAt))
  }
  await Promise.all(running)
}
