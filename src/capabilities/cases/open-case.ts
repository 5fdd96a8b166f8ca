import {
  type About,
  type Actor,
  caseErrors,
  type CaseState,
  type Command,
  isParty,
  type Representative,
  step,
} from '#core/engine'
import {
  type CodedError,
  dayOf,
  type Lang,
  ok,
  type Party,
  partyNumber,
  refuse,
  type Result,
} from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Documents } from '#capabilities/documents'
import { documentAbout } from './about-document.ts'
import { insertCase, loadCorrection, loadDraft, nextNumber } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { chainEvents, GENESIS } from './event-chain.ts'
import { postEffects } from './post-effects.ts'
import { draftOf, type FormInput, typedFields } from './typed-fields.ts'
import { withdrawCase } from './withdraw-case.ts'

export interface OpenCase {
  readonly service: string
  readonly channel: string
  readonly party: Party
  readonly language: Lang
  readonly actor: Actor
  /** Answers of an earlier request to begin with; a draft that is open already keeps its own. */
  readonly fields?: FormInput
  /** Who orders for the party, by which right. That the right exists is for the caller to have checked. */
  readonly representative?: Representative
  /** Number of the document, issued before, that the request is about. */
  readonly about?: string
}

type OpenDeps = CasesDeps & { readonly documents: Pick<Documents, 'find'> }

class PlaceTaken extends Error {}

/**
 * Opens a case under the edition in force today, or gives the draft that this party (or the one who orders for it) has of
 * this service already, and the case that is open about the document already: a double click and a second tab find the same
 * one. A draft of an edition that is no longer in force cannot be filed any more (REQUEST_EDITION_CHANGED): it is withdrawn,
 * and the new one begins with what was typed into it.
 * Refusals: REQUEST_SERVICE_UNKNOWN, REQUEST_BUSY, REQUEST_DOCUMENT_UNKNOWN, REQUEST_DOCUMENT_NOT_VALID,
 * REQUEST_TAKEN_ELSEWHERE, and those of the engine.
 */
export async function openCase(deps: OpenDeps, request: OpenCase): Promise<Result<CaseState>> {
  const edition = deps.regulations.inForce(request.service, dayOf(deps.clock()))
  if (edition === undefined) return refuse(requestErrors.SERVICE_UNKNOWN())
  const other = await placeOf(deps, request)
  if (other === undefined) return openNew(deps, edition, request)
  const forOthers = notFor(request, other)
  if (forOthers !== undefined) return refuse(forOthers)
  const goesOn = other.edition === edition.ref || other.filedAt !== undefined
  return goesOn ? ok(other) : openInstead(deps, edition, { request, draft: other })
}

/** The open case in whose place a second one cannot be. */
async function placeOf(
  { pool }: CasesDeps,
  { service, channel, party, representative, about }: OpenCase,
): Promise<CaseState | undefined> {
  if (about !== undefined) return (await loadCorrection(pool, about))?.state
  const by = representative === undefined ? {} : { representative: representative.iin }
  return (await loadDraft(pool, { service, channel, party: partyNumber(party), ...by }))?.state
}

/** An applicant is given a case of their own alone; officials go on with what their unit has taken in. */
function notFor({ actor }: OpenCase, other: CaseState): CodedError | undefined {
  if (actor.kind !== 'official') return isParty(actor, other) ? undefined : caseErrors.FORBIDDEN()
  const own = actor.unit === '*' || actor.unit === other.unit
  return own ? undefined : requestErrors.TAKEN_ELSEWHERE()
}

async function openInstead(
  deps: OpenDeps,
  edition: Edition,
  { request, draft }: { request: OpenCase; draft: CaseState },
): Promise<Result<CaseState>> {
  const { actor } = request
  const left = await withdrawCase(deps, { caseId: draft.id, actor })
  // Another tab was first: its new draft is found below.
  if (!left.ok && left.error.code !== 'CASE_NOT_OPEN') return left
  return openNew(deps, edition, { ...request, fields: draftOf(draft) })
}

async function openNew(
  deps: OpenDeps,
  edition: Edition,
  request: OpenCase,
): Promise<Result<CaseState>> {
  try {
    return await open(deps, edition, request)
  } catch (error) {
    if (!(error instanceof PlaceTaken)) throw error
    const other = await placeOf(deps, request)
    if (other === undefined) return refuse(requestErrors.BUSY())
    const forOthers = notFor(request, other)
    return forOthers === undefined ? ok(other) : refuse(forOthers)
  }
}

async function aboutOf(
  deps: OpenDeps,
  { service, party, about }: OpenCase,
): Promise<Result<{ readonly about?: About }>> {
  if (about === undefined) return ok({})
  const found = await documentAbout(deps, { service, party, number: about })
  return found.ok ? ok({ about: found.value }) : found
}

type OpenCommand = Extract<Command, { do: 'open' }>

async function commandOf(
  deps: OpenDeps,
  edition: Edition,
  request: OpenCase,
): Promise<Result<OpenCommand>> {
  const about = await aboutOf(deps, request)
  if (!about.ok) return about
  const { channel, party, language, representative } = request
  const typed = typedFields(edition, request.fields ?? {})
  return ok({
    do: 'open',
    id: deps.newId(),
    number: await nextNumber(deps.pool),
    channel,
    party,
    language,
    ...about.value,
    ...(representative === undefined ? {} : { representative }),
    ...(Object.keys(typed).length === 0 ? {} : { fields: typed }),
  })
}

async function open(
  deps: OpenDeps,
  edition: Edition,
  request: OpenCase,
): Promise<Result<CaseState>> {
  const command = await commandOf(deps, edition, request)
  if (!command.ok) return command
  const now = deps.clock()
  const { actor } = request
  const facts = { actor, calendar: deps.calendar, mrp: deps.mrp }
  const stepped = step(edition, undefined, command.value, facts, now)
  if (!stepped.ok) return stepped
  const { state, events, effects } = stepped.value
  const kept = chainEvents({ version: 0, hash: GENESIS }, events, actor, now)
  const calls = postEffects(deps, { state, edition, effects, at: now })
  const record = { edition, state, events: kept, calls }
  if (!(await insertCase(deps.pool, record, request.about))) throw new PlaceTaken()
  return ok(state)
}
