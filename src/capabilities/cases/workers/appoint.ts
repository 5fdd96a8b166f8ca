import type { CaseState, Command } from '#core/engine'
import { type JsonObject, jsonText, ok, type Text } from '#core/kernel'
import type { Appointment } from '#capabilities/appointments'
import type { Job, JOB_ENDED, JobContext } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { givesBackHours } from '../post-effects.ts'
import { jobOf, settleStep, waitsAt, writeAtOnce } from './settle.ts'

const plain = ({ kk, ru, en }: Text): JsonObject => ({ kk, ru, en })

const storeOf = ({ office, at, local }: Appointment): JsonObject => ({
  office: { code: office.code, name: plain(office.name), address: plain(office.address) },
  at,
  local,
})

/** The case ended while an hour was being taken for it: nobody needs it any more. */
async function giveBack(deps: CasesDeps, caseId: string): Promise<undefined> {
  const state: CaseState | undefined = (await loadCase(deps.pool, caseId))?.state
  const edition = state && deps.regulations.edition(state.edition)
  if (state !== undefined && edition !== undefined && givesBackHours(edition, state))
    await writeAtOnce(deps.pool, [deps.appointments.release(caseId)])
  return undefined
}

/** Takes an hour at the office: the wished one, else the next free one; `full` when there is none. Once per step. */
export async function appoint(
  deps: CasesDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | undefined> {
  const at = jobOf(job)
  const { caseId, action, visit } = at
  const stored = await loadCase(deps.pool, caseId)
  if (stored === undefined) throw new Error('a case with an appointment is there')
  if (!waitsAt(stored.state, at)) return giveBack(deps, caseId)
  const { calendar, office, wished } = job.payload
  const booked = await deps.appointments.book({
    key: job.key,
    caseId,
    calendar: jsonText(calendar),
    office: jsonText(office),
    ...(typeof wished === 'string' ? { wished } : {}),
  })
  const came =
    booked === undefined ? { outcome: 'full' } : { outcome: 'appointed', store: storeOf(booked) }
  const ended = await settleStep(deps, caseId, {
    context,
    known: stored,
    decide: () => ok<Command>({ do: 'complete', action, visit, ...came }),
  })
  return ended ?? giveBack(deps, caseId)
}
