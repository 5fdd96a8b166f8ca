import type { CaseState, Command } from '#core/engine'
import { contextOf } from '#core/engine'
import {
  addDays,
  dayOf,
  type Instant,
  type Json,
  type JsonObject,
  jsonText,
  type Lang,
  LANGS,
  ok,
  type PlainDate,
  type Text,
} from '#core/kernel'
import type { DocumentData, Edition } from '#core/regulation'
import { type DocumentRequest, type Documents, replaceCall } from '#capabilities/documents'
import type { SqlCall } from '#platform/db'
import type { Job, JOB_ENDED, JobContext, JobLater } from '#platform/jobs'
import { loadCase, type StoredCase } from '../case-store.ts'
import type { CasesDeps } from '../deps.ts'
import { nameOfApplicant } from '../request-document.ts'
import { type JobOf, jobOf, retryStepAt, settleStep, waitsAt } from './settle.ts'

export interface IssueDeps extends CasesDeps {
  readonly documents: Documents
  /** The body that issues: its seal and its name, by the kind of seal and the region (KATO) that the regulation names. */
  readonly issuer: (
    kind: string,
    region: string | undefined,
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

/** A language that an expression of the regulation names, else that of the request. */
function languageOf(named: Json, state: CaseState): Lang {
  return (
    LANGS.find((lang) => lang === named) ??
    LANGS.find((lang) => lang === state.data['language']) ??
    'kk'
  )
}

function requestOf(
  deps: IssueDeps,
  stored: { state: CaseState; edition: Edition },
  document: DocumentData,
  job: Job,
): DocumentRequest {
  const { state, edition } = stored
  const now: Instant = deps.clock()
  const context = contextOf(state, now)
  const until = validUntil(document, dayOf(now))
  const name = nameOfApplicant(edition, state)
  const ask = (expression: string | undefined): Json =>
    expression === undefined ? null : edition.evaluate(expression, context)
  const region = document.sealedIn === undefined ? undefined : jsonText(ask(document.sealedIn))
  return {
    key: job.key,
    caseId: state.id,
    service: edition.service,
    edition: edition.ref,
    document: jsonText(job.payload['document']),
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
    language: languageOf(ask(document.language), state),
    ...deps.issuer(document.seal, region),
    ...(until === undefined ? {} : { validUntil: until }),
  }
}

/** Refusals that time alone does not mend: people must look at it. */
const BROKEN: readonly string[] = ['DOCUMENT_TEMPLATE_FAILED']

class NotIssued extends Error {}

const WITHDRAWN: Text = {
  kk: 'Құжат дайындалып жатқанда сұрау кері қайтарып алынды.',
  ru: 'Запрос был отозван, пока документ готовился.',
  en: 'The request was withdrawn while the document was being made.',
}

/** A document whose request was withdrawn while it was being made must not stay valid. */
async function revokeIfWithdrawn(deps: IssueDeps, caseId: string): Promise<undefined> {
  const stored = await loadCase(deps.pool, caseId)
  if (stored?.state.status !== 'withdrawn') return
  for (const { number, status } of await deps.documents.ofCase(caseId))
    if (status !== 'revoked') await deps.documents.revoke({ number, reason: WITHDRAWN })
}

interface Issue {
  readonly context: JobContext
  readonly known: StoredCase
  readonly store: JsonObject
  readonly also?: readonly SqlCall[]
}

/** Ends the step with what it came to. */
async function settleIssue(
  deps: IssueDeps,
  at: JobOf,
  { context, known, store, also = [] }: Issue,
): Promise<typeof JOB_ENDED | undefined> {
  const { caseId, action, visit } = at
  const decide = () => ok<Command>({ do: 'complete', action, visit, outcome: 'done', store })
  const ended = await settleStep(deps, caseId, { context, decide, known, also })
  if (ended === undefined) await revokeIfWithdrawn(deps, caseId)
  return ended
}

/** The document that the new one stands in for ends with the step that brings the new one. */
function replacedBy(deps: IssueDeps, job: Job, number: string): readonly SqlCall[] {
  const { replaces } = job.payload
  return typeof replaces === 'string' ? [replaceCall(replaces, number, deps.clock())] : []
}

/**
 * The act's process 9: renders, seals and registers the result, or the notification with which the case ends, once per step
 * however often the job runs. Where the act gives no form of the document, its result is told in the cabinet and nothing is
 * made.
 */
export async function issueDocument(
  deps: IssueDeps,
  job: Job,
  context: JobContext,
): Promise<typeof JOB_ENDED | JobLater | undefined> {
  const at = jobOf(job)
  const stored = await loadCase(deps.pool, at.caseId)
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined)
    throw new Error('a case with a result has its edition')
  const { state } = stored
  if (!waitsAt(state, at)) return revokeIfWithdrawn(deps, state.id)
  const document = edition.documents[jsonText(job.payload['document'])]
  if (document === undefined) return settleIssue(deps, at, { context, known: stored, store: {} })
  const request = requestOf(deps, { state, edition }, document, job)
  const issued = await deps.documents.issue(request)
  if (issued.ok) {
    const { number } = issued.value
    const also = replacedBy(deps, job, number)
    return settleIssue(deps, at, { context, known: stored, store: { number }, also })
  }
  if (BROKEN.includes(issued.error.code)) throw new NotIssued(issued.error.code)
  return context.later(retryStepAt(state, deps.clock()), issued.error.code)
}
