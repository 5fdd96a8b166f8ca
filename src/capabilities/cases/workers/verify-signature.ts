import type { Command } from '#core/engine'
import { type JsonObject, ok } from '#core/kernel'
import type { Signatures } from '#capabilities/signatures'
import type { Job, JobContext, JobLater } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { keepVerdict, lastSignature } from '../signature-store.ts'
import { jobOf, retryAt, settleStep, waitsAt } from './settle.ts'

/**
 * The act's condition 1: is the certificate in force and the signature authentic? Valid and invalid complete the step;
 * unknown (the authority does not answer) never does: the case waits, and is asked about again.
 */
export async function verifySignature(
  deps: CasesDeps & { signatures: Signatures },
  job: Job,
  context: JobContext,
): Promise<void | JobLater> {
  const at = jobOf(job)
  const [stored, signature] = await Promise.all([
    loadCase(deps.pool, at.caseId),
    lastSignature(deps.pool, at.caseId),
  ])
  if (stored === undefined || signature === undefined)
    throw new Error('a signed case has its signature')
  const { state } = stored
  if (!waitsAt(state, at)) return undefined
  const verdict = await deps.signatures.verify({
    cms: signature.cms,
    content: signature.content,
    signer: state.party,
  })
  if (verdict.status === 'unknown')
    return context.later(retryAt(state, deps.clock()), verdict.error.code)
  const store: JsonObject =
    verdict.status === 'valid'
      ? { verdict: 'valid' }
      : { verdict: 'invalid', code: verdict.error.code, params: { ...verdict.error.params } }
  const { visit } = signature
  await settleStep(deps, at.caseId, {
    context,
    decide: () =>
      ok<Command>({
        do: 'complete',
        action: at.action,
        visit: at.visit,
        outcome: verdict.status,
        store,
      }),
    also: (tx) => {
      const evidence = verdict.status === 'valid' ? verdict.evidence : { code: verdict.error.code }
      return keepVerdict(tx, { caseId: at.caseId, visit, verdict: verdict.status, evidence })
    },
  })
  return undefined
}
