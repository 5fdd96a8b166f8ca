import { type CaseState, type Command, contextOf } from '#core/engine'
import { type Iin, type JsonObject, jsonText, ok } from '#core/kernel'
import type { Signatures } from '#capabilities/signatures'
import type { Job, JOB_ENDED, JobContext, JobLater } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { keepVerdict, lastSignature } from '../signature-store.ts'
import { jobOf, retryAt, settleStep, waitsAt } from './settle.ts'

/**
 * The person who must have signed for the party, as the register named them when the case was opened. Nobody named: no
 * certificate fits, so an entity without a head cannot file.
 */
function actingFor(deps: CasesDeps, state: CaseState): { actingIin?: Iin } {
  const edition = deps.regulations.edition(state.edition)
  for (const action of Object.values(edition?.actions ?? {})) {
    const signer = action.does === 'identify' ? action[state.party.kind]?.signer : undefined
    if (edition === undefined || signer === undefined) continue
    const iin = edition.evaluate(signer, contextOf(state, state.openedAt))
    return { actingIin: jsonText(iin) as Iin }
  }
  return {}
}

/**
 * The act's condition 1: is the certificate in force and the signature authentic? Valid and invalid complete the step;
 * unknown (the authority does not answer) never does: the case waits, and is asked about again.
 */
export async function verifySignature(
  deps: CasesDeps & { signatures: Signatures },
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | JobLater | undefined> {
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
    ...actingFor(deps, state),
  })
  if (verdict.status === 'unknown')
    return context.later(retryAt(state, deps.clock()), verdict.error.code)
  const store: JsonObject =
    verdict.status === 'valid'
      ? { verdict: 'valid' }
      : { verdict: 'invalid', code: verdict.error.code, params: { ...verdict.error.params } }
  const { visit } = signature
  const evidence = verdict.status === 'valid' ? verdict.evidence : { code: verdict.error.code }
  return settleStep(deps, at.caseId, {
    context,
    known: stored,
    decide: () =>
      ok<Command>({
        do: 'complete',
        action: at.action,
        visit: at.visit,
        outcome: verdict.status,
        store,
      }),
    also: keepVerdict({ caseId: at.caseId, visit, verdict: verdict.status, evidence }),
  })
}
