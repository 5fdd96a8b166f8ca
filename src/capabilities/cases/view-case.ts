import { type Actor, type CaseState, contextOf, isParty, mayCarryOut } from '#core/engine'
import { type Json, type Lang, ok, refuse, type Result, type Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Documents } from '#capabilities/documents'
import { delayedJob } from '#platform/jobs'
import { loadCase, loadCaseByNumber, type StoredCase } from './case-store.ts'
import { wayOf, type WayStep } from './case-way.ts'
import type { CasesDeps, Waiting } from './deps.ts'
import { requestErrors } from './errors.ts'
import { isParticipant, type Participant, participantsOf } from './participants.ts'
import { JOB } from './post-effects.ts'

export interface CaseView {
  readonly state: CaseState
  readonly edition: Edition
  readonly way: readonly WayStep[]
  /** Where and when the applicant fetches what waits to be handed over. */
  readonly toFetch?: Text
  /** Numbers of the documents issued in this case so far, the first one first. */
  readonly documents: readonly string[]
  /** What each of them is called, by its number. */
  readonly titles: ReadonlyMap<string, Text>
  /** Other people who were asked to act in the case. */
  readonly participants: readonly Participant[]
  /** Whether the one who looks may carry out the action that the case waits at. */
  readonly may: boolean
  /** The system whose answer the case waits for, when it has not answered at once. */
  readonly waitingFor?: Waiting
}

export type ViewDeps = CasesDeps & { readonly documents: Documents }

const ISSUING: readonly string[] = ['issue', 'refuse', 'expire']

/** What the register of documents has of a case; one whose steps have issued nothing is not asked about. */
async function documentsOf(
  { documents }: ViewDeps,
  edition: Edition,
  { id, done }: CaseState,
): Promise<Pick<CaseView, 'documents' | 'titles'>> {
  const issues = done.some(({ action }) => ISSUING.includes(edition.actions[action]?.does ?? ''))
  const issued = issues ? (await documents.ofCase(id)).toReversed() : []
  return {
    documents: issued.map(({ number }) => number),
    titles: new Map(issued.map(({ number, title }) => [number, title])),
  }
}

const JOBS: Readonly<Record<string, string>> = {
  'verify-signature': JOB.verify,
  issue: JOB.issue,
  refuse: JOB.issue,
  expire: JOB.issue,
  appoint: JOB.appoint,
}

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

/** What the hand-over that the case waits at tells the applicant. */
function toFetch(edition: Edition, state: CaseState): Text | undefined {
  const action = edition.actions[state.current?.action ?? '']
  if (action?.does !== 'hand-over' || action.tells === undefined) return undefined
  const now = state.current?.since ?? state.openedAt
  return inWords(edition.evaluate(action.tells, contextOf(state, now)))
}

/** Words of a regulation: one text for all, or {kk, ru} with or without en. */
function inWords(told: Json): Text | undefined {
  if (typeof told === 'string') return { kk: told, ru: told, en: told }
  const { kk = '', ru = '', en = kk } = (told ?? {}) as { readonly [lang in Lang]?: string }
  return kk === '' || ru === '' ? undefined : { kk, ru, en }
}

/** The view of a case for somebody who may see it. */
export async function viewOf(
  deps: ViewDeps,
  edition: Edition,
  state: CaseState,
  actor: Actor,
): Promise<CaseView> {
  const [issued, participants, waitingFor] = await Promise.all([
    documentsOf(deps, edition, state),
    participantsOf(deps.pool, state.id),
    whomFor(deps, edition, state),
  ])
  const fetching = toFetch(edition, state)
  return {
    state,
    edition,
    ...(fetching === undefined ? {} : { toFetch: fetching }),
    way: wayOf(edition, state),
    ...issued,
    participants,
    may: state.current !== undefined && mayCarryOut(edition, state, state.current.action, actor),
    ...(waitingFor === undefined ? {} : { waitingFor }),
  }
}

async function view(
  deps: ViewDeps,
  stored: StoredCase | undefined,
  actor: Actor,
): Promise<Result<CaseView>> {
  const edition = stored && deps.regulations.edition(stored.state.edition)
  // Whoever may not see a case learns nothing of it, not even that it is there.
  if (stored === undefined || edition === undefined) return refuse(requestErrors.NOT_FOUND())
  const { state } = stored
  const sees = isParty(actor, state) || (await isParticipant(deps.pool, state.id, actor))
  return sees ? ok(await viewOf(deps, edition, state, actor)) : refuse(requestErrors.NOT_FOUND())
}

/**
 * The case as its applicant sees it, or another person who was asked to act in it. Refusal: REQUEST_NOT_FOUND, also for those
 * who may not see it.
 */
export const viewCase = async (
  deps: ViewDeps,
  caseId: string,
  actor: Actor,
): Promise<Result<CaseView>> => view(deps, await loadCase(deps.pool, caseId), actor)

export const viewByNumber = async (
  deps: ViewDeps,
  number: string,
  actor: Actor,
): Promise<Result<CaseView>> => view(deps, await loadCaseByNumber(deps.pool, number), actor)
