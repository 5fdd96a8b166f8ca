import type { Actor, CaseState } from '#core/engine'
import { isParty, storeName } from '#core/engine'
import {
  type Instant,
  ok,
  type Party,
  partyNumber,
  refuse,
  type Result,
  type Text,
} from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'
import { loadCaseByNumber, loadCase, type StoredCase } from './case-store.ts'
import { delayedJob } from '#platform/jobs'
import type { CasesDeps, Waiting } from './deps.ts'
import { JOB } from './post-effects.ts'
import { requestErrors } from './errors.ts'

/** One step of the progress line: an action of the regulation, done, running, or yet to come on the ordinary way. */
export interface WayStep {
  readonly action: string
  readonly name: Text
  readonly by: Text
  readonly status: 'done' | 'now' | 'next'
  readonly since?: Instant
  readonly at?: Instant
  readonly due?: Instant
  readonly outcome?: string
}

export interface CaseView {
  readonly state: CaseState
  readonly edition: Edition
  readonly way: readonly WayStep[]
  /** Numbers of the documents issued in this case. */
  readonly documents: readonly string[]
  /** The system whose answer the case waits for, when it has not answered at once. */
  readonly waitingFor?: Waiting
}

const named = (edition: Edition, action: string): Pick<WayStep, 'action' | 'name' | 'by'> => {
  const data = edition.actions[action]
  const by = edition.actors[data?.by ?? '']
  const unknown: Text = { kk: action, ru: action, en: action }
  return { action, name: data?.name ?? unknown, by: by?.name ?? unknown }
}

/** What lies ahead if all goes well: the first outcome of every verb is the one that leads to the result. */
function ahead(edition: Edition, from: string | undefined): string[] {
  const way: string[] = []
  let id = from
  while (id !== undefined && !way.includes(id)) {
    way.push(id)
    const action = edition.actions[id]
    const outcome = action && VERBS[action.does].outcomes[0]
    id =
      action !== undefined && 'next' in action && outcome !== undefined
        ? action.next[outcome]
        : undefined
  }
  return way
}

/** Steps done (each action once, at its last visit, unless it comes again), the one that runs, and the ordinary way from there to the result. */
export function wayOf(edition: Edition, state: CaseState): WayStep[] {
  const done = state.done.filter(
    (one, index) =>
      one.outcome !== 'revised' &&
      state.done.findLastIndex((other) => other.action === one.action) === index,
  )
  const running = state.current?.action
  const toCome = ahead(edition, running)
  const steps: WayStep[] = done
    .filter((one) => !toCome.includes(one.action))
    .map(({ action, since, at, due, outcome }) => ({
      ...named(edition, action),
      status: 'done',
      since,
      at,
      outcome,
      ...(due === undefined ? {} : { due }),
    }))
  for (const action of toCome) {
    const now = action === running
    const { since, due } = state.current ?? {}
    steps.push({
      ...named(edition, action),
      status: now ? 'now' : 'next',
      ...(now && since !== undefined ? { since } : {}),
      ...(now && due !== undefined ? { due } : {}),
    })
  }
  return steps
}

const documentsOf = (edition: Edition, state: CaseState): string[] =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (action.does !== 'issue' || !state.done.some((done) => done.action === id)) return []
    const kept = state.data[storeName(edition, id)] as { number?: string } | undefined
    return kept?.number === undefined ? [] : [kept.number]
  })

const JOBS: Readonly<Record<string, string>> = { 'verify-signature': JOB.verify, issue: JOB.issue }

/** Whom the case waits for, where that has taken more than one attempt. */
async function whomFor(
  deps: CasesDeps,
  edition: Edition,
  { id, current }: CaseState,
): Promise<Waiting | undefined> {
  const verb = edition.actions[current?.action ?? '']?.does
  if (verb === 'ask' || verb === 'identify') return deps.waiting(id)
  const kind = JOBS[verb ?? '']
  if (kind === undefined || current === undefined) return undefined
  const job = await delayedJob(deps.pool, kind, `${id}/${current.action}/${current.visit}`)
  return job && deps.delayed(job)
}

async function view(
  deps: CasesDeps,
  stored: StoredCase | undefined,
  actor: Actor,
): Promise<Result<CaseView>> {
  if (stored === undefined) return refuse(requestErrors.NOT_FOUND())
  const { state } = stored
  const edition = deps.regulations.edition(state.edition)
  // Whoever may not see a case learns nothing of it, not even that it is there.
  if (edition === undefined || !isParty(actor, state)) return refuse(requestErrors.NOT_FOUND())
  const waitingFor = await whomFor(deps, edition, state)
  const way = wayOf(edition, state)
  const documents = documentsOf(edition, state)
  return ok({ state, edition, way, documents, ...(waitingFor === undefined ? {} : { waitingFor }) })
}

/** The case as its applicant sees it. Refusal: REQUEST_NOT_FOUND, also for those who may not see it. */
export const viewCase = async (
  deps: CasesDeps,
  caseId: string,
  actor: Actor,
): Promise<Result<CaseView>> => view(deps, await loadCase(deps.pool, caseId), actor)

export const viewByNumber = async (
  deps: CasesDeps,
  number: string,
  actor: Actor,
): Promise<Result<CaseView>> => view(deps, await loadCaseByNumber(deps.pool, number), actor)

export interface CaseFilter {
  readonly status?: CaseState['status'] | 'draft'
  readonly limit: number
  readonly offset: number
}

const WHERE: Readonly<Record<string, string>> = {
  draft: "status = 'open' and filed_at is null",
  open: "status = 'open' and filed_at is not null",
  finished: "status = 'finished'",
  refused: "status = 'refused'",
  withdrawn: "status = 'withdrawn'",
}

/** The requests of a party, newest first, with how many there are in all. */
export async function listCases(
  deps: CasesDeps,
  party: Party,
  filter: CaseFilter,
): Promise<{ total: number; cases: { state: CaseState; edition: Edition }[] }> {
  const where = filter.status === undefined ? 'true' : (WHERE[filter.status] ?? 'true')
  const { rows } = await deps.pool.query<{ state: CaseState; total: number }>(
    `select state, count(*) over ()::int as total from cases.case_state
     where party_number = $1 and ${where} order by opened_at desc, id limit $2 offset $3`,
    [partyNumber(party), filter.limit, filter.offset],
  )
  const cases = rows.flatMap(({ state }) => {
    const edition = deps.regulations.edition(state.edition)
    return edition === undefined ? [] : [{ state, edition }]
  })
  return { total: rows[0]?.total ?? 0, cases }
}
