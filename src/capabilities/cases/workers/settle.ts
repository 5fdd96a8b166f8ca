import type { Actor, CaseState, Command } from '#core/engine'
import type { Result } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { Job, JobContext } from '#platform/jobs'
import type { CasesDeps } from '../deps.ts'
import { runCommand } from '../run-command.ts'

/** What workers do is done by the platform itself. */
export const PLATFORM: Actor = { kind: 'system', system: 'qyzmet' }

/** Which step of which case a job belongs to. */
export interface JobOf {
  readonly caseId: string
  readonly action: string
  readonly visit: number
}

export const jobOf = ({ payload }: Job): JobOf => ({
  caseId: String(payload['caseId']),
  action: String(payload['action']),
  visit: Number(payload['visit']),
})

/** Raised to undo the transaction of a worker that lost its lease: another one has the job. */
class LeaseLost extends Error {}

interface Settlement {
  readonly context: JobContext
  readonly decide: (state: CaseState) => Result<Command>
  /** What is kept beside the step. */
  readonly also?: (tx: Sql) => Promise<void>
}

/**
 * Brings what a worker found out into the case, and deletes the job in the same transaction: both happen or neither.
 * A refusal means that the case has moved past this step (the job ran before, the applicant withdrew): nothing is left
 * to do. @throws when the case is too busy or the lease was lost, so that the job is tried again.
 */
export async function settleStep(
  deps: CasesDeps,
  caseId: string,
  settlement: Settlement,
): Promise<void> {
  const { context, decide, also } = settlement
  const result = await runCommand(deps, {
    caseId,
    actor: PLATFORM,
    decide,
    also: async (tx) => {
      await also?.(tx)
      if (!(await context.done(tx)))
        throw new LeaseLost('the lease of this job has passed to another worker')
    },
  })
  if (!result.ok && result.error.code === 'REQUEST_BUSY') throw new Error(result.error.code)
}
