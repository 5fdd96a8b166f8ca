import { Worker } from 'node:worker_threads'

export interface PoolOptions {
  /** The bundled worker file: it answers `{id, task}` with `{id, value}` or `{id, fault}`, one at a time. */
  readonly workerUrl: URL
  readonly workerData: unknown
  readonly size: number
  /** A worker is replaced after so many tasks, because native memory grows with them. */
  readonly tasksPerWorker: number
  readonly timeoutMs: number
  /** How many tasks may wait. */
  readonly maxWaiting: number
}

/** `fault`: the task itself failed and would fail again; the others pass with time. */
export type PoolOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'fault'; readonly detail: string }
  | { readonly kind: 'crashed' | 'busy' | 'closed' }

export interface WorkerPool<In, Out> {
  run(task: In): Promise<PoolOutcome<Out>>
  close(): Promise<void>
}

interface Waiting<In, Out> {
  readonly task: In
  readonly settle: (outcome: PoolOutcome<Out>) => void
  attempts: number
}

interface Seat<In, Out> {
  readonly worker: Worker
  current: Waiting<In, Out> | undefined
  timer: NodeJS.Timeout | undefined
  done: number
}

const MAX_ATTEMPTS = 2

/**
 * A few worker threads behind one queue. A worker that crashes or hangs is replaced and its task tried once more;
 * nothing that a task does can harm the caller's thread.
 */
export function createWorkerPool<In, Out>(options: PoolOptions): WorkerPool<In, Out> {
  return new Pool<In, Out>(options)
}

class Pool<In, Out> implements WorkerPool<In, Out> {
  private readonly options: PoolOptions
  private readonly seats = new Set<Seat<In, Out>>()
  private readonly queue: Waiting<In, Out>[] = []
  private closed = false

  constructor(options: PoolOptions) {
    this.options = options
  }

  run(task: In): Promise<PoolOutcome<Out>> {
    if (this.closed) return Promise.resolve({ kind: 'closed' })
    if (this.queue.length >= this.options.maxWaiting) return Promise.resolve({ kind: 'busy' })
    return new Promise((settle) => {
      this.queue.push({ task, settle, attempts: 0 })
      this.advance()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    const open = [...this.seats]
    const waiting = [...this.queue.splice(0), ...open.flatMap(({ current }) => current ?? [])]
    await Promise.all(open.map((seat) => this.dismiss(seat)))
    for (const one of waiting) one.settle({ kind: 'closed' })
  }

  private advance(): void {
    while (this.queue.length > 0) {
      const seat = this.freeSeat()
      const next = seat && this.queue.shift()
      if (!seat || !next) return
      this.give(seat, next)
    }
  }

  private freeSeat(): Seat<In, Out> | undefined {
    for (const seat of this.seats) if (!seat.current) return seat
    return this.seats.size < this.options.size ? this.hire() : undefined
  }

  private hire(): Seat<In, Out> {
    const { workerUrl, workerData } = this.options
    const worker = new Worker(workerUrl, { workerData })
    const seat: Seat<In, Out> = { worker, current: undefined, timer: undefined, done: 0 }
    this.seats.add(seat)
    worker.on('message', (answer: { value: Out } | { fault: string }) => this.finish(seat, answer))
    worker.on('error', () => this.lose(seat))
    worker.on('exit', () => this.lose(seat))
    return seat
  }

  private give(seat: Seat<In, Out>, next: Waiting<In, Out>): void {
    next.attempts += 1
    seat.current = next
    seat.timer = setTimeout(() => this.lose(seat), this.options.timeoutMs)
    seat.worker.postMessage(next.task, [])
  }

  private finish(seat: Seat<In, Out>, answer: { value: Out } | { fault: string }): void {
    const done = seat.current
    clearTimeout(seat.timer)
    seat.current = undefined
    seat.done += 1
    if (seat.done >= this.options.tasksPerWorker) void this.dismiss(seat)
    if ('value' in answer) done?.settle({ kind: 'done', value: answer.value })
    else done?.settle({ kind: 'fault', detail: answer.fault })
    this.advance()
  }

  private lose(seat: Seat<In, Out>): void {
    if (!this.seats.has(seat)) return
    const lost = seat.current
    void this.dismiss(seat)
    if (lost && lost.attempts < MAX_ATTEMPTS) this.queue.unshift(lost)
    else lost?.settle({ kind: 'crashed' })
    this.advance()
  }

  private async dismiss(seat: Seat<In, Out>): Promise<void> {
    clearTimeout(seat.timer)
    seat.current = undefined
    this.seats.delete(seat)
    await seat.worker.terminate()
  }
}
