import { type CaseState, replay } from '#core/engine'
import type { Edition } from '#core/regulation'
import { happened, loadCaseByNumber, loadEvents } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { brokenAt, type KeptEvent } from './event-chain.ts'
import { type Participant, participantsOf } from './participants.ts'
import { type SignatureRecord, signaturesOf } from './signature-store.ts'

/** Whether the kept events are whole and give the kept state. */
export interface Audit {
  readonly events: number
  readonly brokenAt?: number
  readonly replays: boolean
}

/** A case with everything that is kept of it, for operators at the console. */
export interface AuditedCase {
  readonly state: CaseState
  readonly audit: Audit
  readonly participants: readonly Participant[]
  readonly signatures: readonly Omit<SignatureRecord, 'evidence'>[]
}

/** The state of a case and what stands beside it, and whether the chain of events is whole and replays to it. */
export async function auditCase(
  deps: Pick<CasesDeps, 'pool' | 'regulations'>,
  number: string,
): Promise<AuditedCase | undefined> {
  const stored = await loadCaseByNumber(deps.pool, number)
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined) return undefined
  const { id } = stored.state
  const events = await loadEvents(deps.pool, id)
  const signatures = await signaturesOf(deps.pool, id)
  const broken = brokenAt(events, stored.hash)
  return {
    state: stored.state,
    participants: await participantsOf(deps.pool, id),
    signatures: signatures.map(({ evidence: _evidence, ...signature }) => signature),
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
