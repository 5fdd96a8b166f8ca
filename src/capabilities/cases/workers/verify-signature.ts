import { type CaseState, type Command, contextOf, numberIn } from '#core/engine'
import { type Iin, type Json, type JsonObject, jsonText, ok } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { ExpectedSigner, SignatureVerdict, Signatures } from '#capabilities/signatures'
import type { Job, JOB_ENDED, JobContext, JobLater } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { keepVerdict, type KeptSignature, lastSignature } from '../signature-store.ts'
import { type JobOf, jobOf, retryStepAt, settleStep, waitsAt } from './settle.ts'

/**
 * The person who must have signed for an entity, as the register named them when the case was opened. Nobody named: no
 * certificate fits, so an entity without a head cannot file.
 */
function actingFor(edition: Edition, state: CaseState): { actingIin?: Iin } {
  for (const action of Object.values(edition.actions)) {
    const signer = action.does === 'identify' ? action[state.party.kind]?.signer : undefined
    if (signer === undefined) continue
    return {
      actingIin: jsonText(edition.evaluate(signer, contextOf(state, state.openedAt))) as Iin,
    }
  }
  return {}
}

const person = (iin: string): ExpectedSigner => ({ signer: { kind: 'person', iin: iin as Iin } })

const actorOf = (edition: Edition, action: string) =>
  edition.actors[edition.actions[action]?.by ?? '']

/** Whose signature it must be: another applicant's, an official's, the representative's, else the party's own. */
function expectedSigner(
  edition: Edition,
  state: CaseState,
  { action, signer = '' }: KeptSignature,
): ExpectedSigner {
  const role = actorOf(edition, action)
  if (role?.kind === 'official') return person(signer)
  const other = role?.kind === 'applicant' ? role.number : undefined
  if (other !== undefined) return person(numberIn(edition, other, state) ?? '')
  if (state.representative !== undefined) return person(state.representative.iin)
  return { signer: state.party, ...actingFor(edition, state) }
}

/** The signature that a job is about: of the action that it names, else the last one made. */
async function signatureOf(
  deps: CasesDeps,
  at: JobOf,
  of: Json | undefined,
): Promise<KeptSignature> {
  const action = typeof of === 'string' ? of : undefined
  const signature = await lastSignature(deps.pool, at.caseId, action)
  if (signature === undefined) throw new Error('a signed case has its signature')
  return signature
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
    signatureOf(deps, at, job.payload['of']),
  ])
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined)
    throw new Error('a signed case has its edition')
  const { state } = stored
  if (!waitsAt(state, at)) return undefined
  const { cms, content } = signature
  const expected = expectedSigner(edition, state, signature)
  const verdict = await deps.signatures.verify({ cms, content, ...expected })
  if (verdict.status === 'unknown')
    return context.later(retryStepAt(state, deps.clock()), verdict.error.code)
  const evidence = verdict.status === 'valid' ? verdict.evidence : { code: verdict.error.code }
  const { action, visit } = at
  return settleStep(deps, at.caseId, {
    context,
    known: stored,
    decide: () =>
      ok<Command>({
        do: 'complete',
        action,
        visit,
        outcome: verdict.status,
        store: storeOf(verdict),
      }),
    also: [keepVerdict(signature, { verdict: verdict.status, evidence })],
  })
}

const storeOf = (verdict: Exclude<SignatureVerdict, { status: 'unknown' }>): JsonObject =>
  verdict.status === 'valid'
    ? { verdict: 'valid' }
    : { verdict: 'invalid', code: verdict.error.code, params: { ...verdict.error.params } }
