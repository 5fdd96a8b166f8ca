import { type CaseState, caseErrors, type Command } from '#core/engine'
import { jsonText, ok, refuse, type Result } from '#core/kernel'
import { type Job, JOB_ENDED, type JobContext } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { type JobOf, jobOf, settleStep, waitsAt, writeAtOnce } from './settle.ts'

/** Whether this very step was paid: then the money is where it belongs. */
const isPaid = ({ done }: CaseState, { action, visit }: JobOf): boolean =>
  done.some((one) => one.action === action && one.visit === visit && one.outcome === 'paid')

function decide(state: CaseState, job: Job): Result<Command> {
  const at = jobOf(job)
  if (!waitsAt(state, at)) return refuse(caseErrors.STALE())
  const { order, amount, paidAt, receipt } = job.payload
  const store = {
    order: jsonText(order),
    amount: Number(amount),
    paidAt: jsonText(paidAt),
    receipt: jsonText(receipt),
    exempt: null,
  }
  return ok({ do: 'complete', action: at.action, visit: at.visit, outcome: 'paid', store })
}

/**
 * A duty was paid: the case goes on. Where it does not wait for the money any more (the term passed, the applicant
 * withdrew), the money is given back; a job that comes twice finds its own payment and changes nothing.
 */
export async function settlePayment(
  deps: CasesDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | undefined> {
  const at = jobOf(job)
  const ended = await settleStep(deps, at.caseId, {
    context,
    decide: (state) => decide(state, job),
  })
  if (ended !== undefined) return ended
  const stored = await loadCase(deps.pool, at.caseId)
  if (stored === undefined || isPaid(stored.state, at)) return undefined
  const offer = jsonText(job.payload['offer'])
  await writeAtOnce(deps.pool, [deps.duties.refund(offer, 'late', deps.clock()), context.ending])
  return JOB_ENDED
}
