import type { Command } from '#core/engine'
import { ok } from '#core/kernel'
import type { Job, JOB_ENDED, JobContext } from '#platform/jobs'
import type { CasesDeps } from '../deps.ts'
import { jobOf, settleStep } from './settle.ts'

/** A term has run out: if the case still waits at that action, it is marked overdue and the applicant is told. */
export function passDeadline(
  deps: CasesDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | undefined> {
  const { caseId, action, visit } = jobOf(job)
  const decide = () => ok<Command>({ do: 'elapse', action, visit })
  return settleStep(deps, caseId, { context, decide })
}

/** The term of the whole service has run out: if the case is still open, it is marked and the applicant is told. */
export function passTerm(
  deps: CasesDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | undefined> {
  const decide = () => ok<Command>({ do: 'lapse' })
  return settleStep(deps, jobOf(job).caseId, { context, decide })
}
