import type { CaseState, Command } from '#core/engine'
import { contextOf } from '#core/engine'
import {
  addDays,
  addSeconds,
  dayOf,
  type Instant,
  type JsonObject,
  type Lang,
  LANGS,
  ok,
  type PlainDate,
} from '#core/kernel'
import type { DocumentData, Edition } from '#core/regulation'
import type { DocumentRequest, Documents } from '#capabilities/documents'
import type { Job, JobContext, JobLater } from '#platform/jobs'
import { loadCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { nameOfApplicant } from '../request-document.ts'
import { jobOf, settleStep } from './settle.ts'

export interface IssueDeps extends CasesDeps {
  readonly documents: Documents
  /** The body that issues: its seal and its name, found by the seal's kind and the case (by the region asked about). */
  readonly issuer: (
    kind: string,
    state: CaseState,
  ) => { seal: string; body: DocumentRequest['body'] }
}

function evaluated(
  edition: Edition,
  expressions: Readonly<Record<string, string>>,
  context: JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [
      name,
      edition.evaluate(expression, context),
    ]),
  )
}

function validUntil(document: DocumentData, today: PlainDate): PlainDate | undefined {
  if (document.validity === 'at-issue') return undefined
  if ('days' in document.validity) return addDays(today, document.validity.days)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const end = new Date(Date.UTC(year, month - 1 + document.validity.months, 1))
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(day, last))
  return end.toISOString().slice(0, 10) as PlainDate
}

const languageOf = (state: CaseState): Lang => {
  const form = (state.data['form'] ?? {}) as JsonObject
  return (
    LANGS.find((lang) => lang === form['language']) ??
    LANGS.find((lang) => lang === state.data['language']) ??
    'kk'
  )
}

function requestOf(deps: IssueDeps, edition: Edition, state: CaseState, job: Job): DocumentRequest {
  const id = String(job.payload['document'])
  const document = edition.documents[id]
  if (document?.template === undefined) throw new Error(`${edition.ref} has no template of ${id}`)
  const now: Instant = deps.clock()
  const context = contextOf(state, now)
  const until = validUntil(document, dayOf(now))
  const name = nameOfApplicant(edition, state)
  return {
    key: job.key,
    caseId: state.id,
    service: edition.service,
    edition: edition.ref,
    document: id,
    templateDir: `${edition.service.replaceAll('.', '/')}/editions/${edition.edition}`,
    template: document.template,
    title: document.title,
    data: evaluated(edition, document.fields, context),
    barcode: evaluated(edition, document.barcode, context),
    phrases: Object.fromEntries(
      document.phrases.map((phrase) => [phrase, edition.phrases[phrase] ?? { kk: '', ru: '' }]),
    ),
    owner: state.party,
    ownerName: name.kk,
    language: languageOf(state),
    ...deps.issuer(document.seal, state),
    ...(until === undefined ? {} : { validUntil: until }),
  }
}

/** The act's process 9: renders, seals and registers the result, once per step however often the job runs. */
export async function issueDocument(
  deps: IssueDeps,
  job: Job,
  context: JobContext,
): Promise<void | JobLater> {
  const at = jobOf(job)
  const stored = await loadCase(deps.pool, at.caseId)
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined)
    throw new Error('a case with a result has its edition')
  if (stored.state.current?.action !== at.action) return undefined
  const issued = await deps.documents.issue(requestOf(deps, edition, stored.state, job))
  if (!issued.ok)
    return context.later(
      addSeconds(deps.clock(), Math.min(60, 2 ** job.attempts)),
      issued.error.code,
    )
  const store = { number: issued.value.number }
  await settleStep(deps, at.caseId, {
    context,
    decide: () =>
      ok<Command>({ do: 'complete', action: at.action, visit: at.visit, outcome: 'done', store }),
  })
  return undefined
}
