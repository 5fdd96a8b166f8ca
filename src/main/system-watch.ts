import { addSeconds, type Instant } from '#core/kernel'

/** Whether something that is not behind the gateway answers now. */
export type Probe = () => Promise<boolean>

export interface Watched {
  readonly id: string
  readonly state: 'up' | 'down'
  /** Since when, as far as this process saw it. */
  readonly since: Instant
}

const FRESH_SECONDS = 15
const PATIENCE_MS = 2000

/** Silence for two seconds is no answer. */
async function answers(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([probe().catch(() => false), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks what is probed when somebody wants to know, at most every fifteen seconds, and remembers since when it is so. */
export function createWatch(
  probes: Readonly<Record<string, Probe>>,
  clock: () => Instant,
): () => Promise<readonly Watched[]> {
  const known = new Map<string, Watched & { readonly askedAt: Instant }>()

  async function look(id: string, probe: Probe): Promise<Watched> {
    const now = clock()
    const before = known.get(id)
    if (before !== undefined && now < addSeconds(before.askedAt, FRESH_SECONDS)) return before
    const state = (await answers(probe)) ? 'up' : 'down'
    const since = before?.state === state ? before.since : now
    const seen = { id, state, since, askedAt: now } as const
    known.set(id, seen)
    return seen
  }
  return () => Promise.all(Object.entries(probes).map(([id, probe]) => look(id, probe)))
}
