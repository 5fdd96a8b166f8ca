import { type Actor, type CaseState, type Command, step as stepCase } from '#core/engine'
import { ok, refuse, type Result } from '#core/kernel'
import type { Sql } from '#platform/db'
import { loadCase, updateCase } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { chainEvents } from './event-chain.ts'
import { postEffects } from './post-effects.ts'

/** What the caller learns from the case before it decides which command to give; a refusal ends the attempt. */
export type Decide = (state: CaseState) => Result<Command>

/** Raised inside the transaction to undo it when another step of the same case was first. */
class Overtaken extends Error {}

export interface Step {
  readonly caseId: string
  readonly actor: Actor
  readonly decide: Decide
  /** Work of the caller in the same transaction: evidence kept, a job done. */
  readonly also?: (tx: Sql, state: CaseState) => Promise<void>
}

const ATTEMPTS = 5

/**
 * Load, decide, step, append, enqueue: one transaction, so events, state, jobs and messages are all kept or none.
 * Two steps of one case at once: the optimistic lock lets one pass, the other decides again on the new state.
 * Refusals: those of the engine, of `decide`, REQUEST_NOT_FOUND, REQUEST_BUSY after five lost races.
 */
export async function runCommand(deps: CasesDeps, step: Step): Promise<Result<CaseState>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await attemptStep(deps, step)
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
  }
  return refuse(requestErrors.BUSY())
}

async function attemptStep(
  deps: CasesDeps,
  { caseId, actor, decide, also }: Step,
): Promise<Result<CaseState>> {
  const stored = await loadCase(deps.pool, caseId)
  if (stored === undefined) return refuse(requestErrors.NOT_FOUND())
  const command = decide(stored.state)
  if (!command.ok) return command
  const edition = deps.regulations.edition(stored.state.edition)
  if (edition === undefined)
    throw new Error(`the edition ${stored.state.edition} of an open case is gone`)
  const now = deps.clock()
  const stepped = stepCase(
    edition,
    stored.state,
    command.value,
    { actor, calendar: deps.calendar },
    now,
  )
  if (!stepped.ok) return stepped
  const { state, events, effects } = stepped.value
  const kept = chainEvents({ version: stored.state.version, hash: stored.hash }, events, actor, now)
  await deps.transaction(async (tx) => {
    if (!(await updateCase(tx, stored.state.version, state, kept))) throw new Overtaken()
    await postEffects(deps, tx, { state, edition, effects })
    await also?.(tx, state)
  })
  return ok(state)
}
