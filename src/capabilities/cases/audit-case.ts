import { type CaseState, replay } from '#core/engine'
import type { Edition } from '#core/regulation'
import { happened, loadCaseByNumber, loadEvents } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { brokenAt, type KeptEvent } from './event-chain.ts'

/** Whether the kept events are whole and give the kept state. */
export interface Audit {
  readonly events: number
  readonly brokenAt?: number
  readonly replays: boolean
}

/** For operators at the console: the state, and whether the chain of events is whole and replays to it. */
export async function auditCase(
  deps: Pick<CasesDeps, 'pool' | 'regulations'>,
  number: string,
): Promise<{ state: CaseState; audit: Audit } | undefined> {
  const stored = await loadCaseByNumber(deps.pool, number)
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined) return undefined
  const events = await loadEvents(deps.pool, stored.state.id)
  const broken = brokenAt(events, stored.hash)
  return {
    state: stored.state,
    audit: {
      events: events.length,
      replays: replaysTo(edition, events, stored.state),
      ...(broken === undefined ? {} : { brokenAt: broken }),
    },
  }
}

/** Events that were tampered with may be such that no case ever had them: then they replay to nothing. */
function replaysTo(edition: Edition, events: readonly KeptEvent[], state: CaseState): boolean {
  try {
    const replayed = replay(edition, events.map(happened))
    return JSON.stringify(sorted(replayed)) === JSON.stringify(sorted(state))
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** jsonb does not keep the order of members. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
