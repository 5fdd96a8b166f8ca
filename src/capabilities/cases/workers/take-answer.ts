import { type CaseState, caseErrors, type Command, contextOf, storeName } from '#core/engine'
import { type JsonObject, jsonText, ok, type Result, refuse } from '#core/kernel'
import type { ActionData, Edition } from '#core/regulation'
import type { Job, JOB_ENDED, JobContext } from '#platform/jobs'
import type { CasesDeps } from '../deps.ts'
import { type JobOf, settleStep, waitsAt } from './settle.ts'

/** An answer of a registry, as the gateway hands it over: status and body of the verified envelope. */
interface Answer {
  readonly status: string
  readonly body: JsonObject
}

/** A refused question is a mistake of ours or missing rights: the job stays, is retried and then parked with an alarm. */
class QuestionRefused extends Error {}

const OUTCOMES: Readonly<Record<string, string>> = {
  found: 'found',
  absent: 'absent',
  'no-data': 'noData',
}

function outcomeOf(edition: Edition, state: CaseState, action: ActionData, answer: Answer): string {
  if (action.does !== 'identify') return OUTCOMES[answer.status] ?? 'noData'
  const identification = action[state.party.kind]
  if (answer.status !== 'found' || identification === undefined) return 'mismatch'
  if (identification.holds === undefined) return 'ok'
  const context = { ...contextOf(state, state.openedAt), [action.as]: answer.body }
  return edition.evaluate(identification.holds, context) === true ? 'ok' : 'mismatch'
}

function decide(deps: CasesDeps, state: CaseState, job: JobOf, answer: Answer): Result<Command> {
  if (!waitsAt(state, job)) return refuse(caseErrors.STALE())
  const edition = deps.regulations.edition(state.edition)
  const action = edition?.actions[job.action]
  if (edition === undefined || action === undefined) return refuse(caseErrors.STALE())
  if (answer.status === 'refused')
    throw new QuestionRefused(`${storeName(edition, job.action)}: the registry refused to answer`)
  const outcome = outcomeOf(edition, state, action, answer)
  const store = { ...answer.body, status: answer.status }
  return ok({ do: 'complete', action: job.action, visit: job.visit, outcome, store })
}

/** The key of a case's question names the step that asked: `<case>/<action>/<visit>`. */
function asked(payload: JsonObject): JobOf | undefined {
  const [caseId, action, visit] = jsonText(payload['key']).split('/')
  if (caseId === undefined || action === undefined || visit === undefined) return undefined
  return { caseId, action, visit: Number(visit) }
}

/** Takes a registry's answer into the case. An answer to a step that has passed is dropped: the case has moved on. */
export async function takeAnswer(
  deps: CasesDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | undefined> {
  const at = asked(job.payload)
  if (at === undefined) return undefined
  const { status, body } = job.payload
  const answer: Answer = { status: jsonText(status), body: (body ?? {}) as JsonObject }
  return settleStep(deps, at.caseId, {
    context,
    decide: (state) => decide(deps, state, at, answer),
  })
}
