import type { Actor, CaseState, Command } from '#core/engine'
import { type Instant, jsonText, type Result } from '#core/kernel'
import { type Sql, type SqlCall, writeCalls } from '#platform/db'
import { type Job, JOB_ENDED, type JobContext, retryAt } from '#platform/jobs'
import type { StoredCase } from '../case-store.ts'
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
  caseId: jsonText(payload['caseId']),
  action: jsonText(payload['action']),
  visit: Number(payload['visit']),
})

/** Whether the case still waits at that step: it may have been withdrawn, or the job may have run before. */
export const waitsAt = ({ current }: CaseState, { action, visit }: JobOf): boolean =>
  current?.action === action && current.visit === visit

/** When to try this step again: after as long again as the case has waited at it, a minute at most. */
export const retryStepAt = ({ current }: CaseState, now: Instant): Instant =>
  retryAt(current?.since ?? now, now)

/** A step that the engine does not take: the job is tried again and then set aside, with an alarm for people to look at it. */
class StepRefused extends Error {}

/** The case has moved past the step of the job. */
const PASSED: readonly string[] = ['CASE_STALE', 'CASE_NOT_OPEN']

interface Settlement {
  readonly context: JobContext
  readonly decide: (state: CaseState) => Result<Command>
  /** What is kept beside the step. */
  readonly also?: readonly SqlCall[]
  /** The case as the worker has read it. */
  readonly known?: StoredCase
}

/**
 * Brings what a worker found out into the case, and ends the job in the same statement: both happen or neither.
 * @returns undefined when the case has moved past this step (the job ran before, the applicant withdrew): nothing is left
 * to do then. @throws on any other refusal and when the lease was lost, so that the job is tried again.
 */
export async function settleStep(
  deps: CasesDeps,
  caseId: string,
  { context, decide, also = [], known }: Settlement,
): Promise<typeof JOB_ENDED | undefined> {
  const result = await runCommand(deps, {
    caseId,
    actor: PLATFORM,
    decide,
    also: () => [...also, context.ending],
    ...(known === undefined ? {} : { known }),
  })
  if (result.ok) return JOB_ENDED
  if (!PASSED.includes(result.error.code)) throw new StepRefused(result.error.code)
  return undefined
}

/** Makes calls in one statement: all or none. */
export async function writeAtOnce(sql: Sql, calls: readonly SqlCall[]): Promise<void> {
  const { text, values } = writeCalls(calls, 1)
  await sql.query(`select ${text}`, [...values])
}
