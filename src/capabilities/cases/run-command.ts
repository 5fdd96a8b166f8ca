import { type Actor, type CaseState, type Command, step as stepCase } from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import type { SqlCall } from '#platform/db'
import { loadCase, type StoredCase, updateCase } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { chainEvents } from './event-chain.ts'
import { postEffects } from './post-effects.ts'

/** What the caller learns from the case before it decides which command to give; a refusal ends the attempt. */
export type Decide = (state: CaseState) => Result<Command> | Promise<Result<Command>>

export interface Step {
  readonly caseId: string
  readonly actor: Actor
  readonly decide: Decide
  /** What the caller writes in the same statement: evidence kept, a job ended. Asked after `decide`. */
  readonly also?: () => readonly SqlCall[]
  /** The case as the caller has just read it: not read again, unless somebody was faster. */
  readonly known?: StoredCase
}

const ATTEMPTS = 5

/**
 * Load, decide, step, append, enqueue: one statement, so events, state, jobs and messages are all kept or none.
 * Two steps of one case at once: the optimistic lock lets one pass, the other decides again on the new state.
 * Refusals: those of the engine, of `decide`, REQUEST_NOT_FOUND, REQUEST_BUSY after five lost races.
 */
export async function runCommand(deps: CasesDeps, step: Step): Promise<Result<CaseState>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = attempt === 0 ? step.known : undefined
    const stored = known ?? (await loadCase(deps.pool, step.caseId))
    if (stored === undefined) return refuse(requestErrors.NOT_FOUND())
    const made = await attemptStep(deps, step, stored)
    if (made !== OVERTAKEN) return made
  }
  return refuse(requestErrors.BUSY())
}

const OVERTAKEN = 'overtaken'

/** One try; nothing is written when another step of the same case was first. */
async function attemptStep(
  deps: CasesDeps,
  { actor, decide, also }: Step,
  stored: StoredCase,
): Promise<Result<CaseState> | typeof OVERTAKEN> {
  const { version } = stored.state
  const command = await decide(stored.state)
  if (!command.ok) return command
  const edition = deps.regulations.edition(stored.state.edition)
  if (edition === undefined)
    throw new Error(`the edition ${stored.state.edition} of an open case is gone`)
  const now = deps.clock()
  const facts = { actor, calendar: deps.calendar, mrp: deps.mrp }
  const stepped = stepCase(edition, stored.state, command.value, facts, now)
  if (!stepped.ok) return stepped
  const { state, events, effects } = stepped.value
  const kept = chainEvents({ version, hash: stored.hash }, events, actor, now)
  const calls = [...postEffects(deps, { state, edition, effects, at: now }), ...(also?.() ?? [])]
  return (await updateCase(deps.pool, version, { edition, state, events: kept, calls }))
    ? ok(state)
    : OVERTAKEN
}
