import { type Actor, caseErrors, type CaseState, isParty, step } from '#core/engine'
import { dayOf, type Lang, ok, type Party, partyNumber, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { insertCase, loadDraft, nextNumber } from './case-store.ts'
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
}

class DraftExists extends Error {}

/**
 * Opens a case under the edition in force today, or gives the draft that this party has of this service already: a
 * double click and a second tab find the same one. A draft of an edition that is no longer in force cannot be filed any
 * more (REQUEST_EDITION_CHANGED): it is withdrawn, and the new one begins with what was typed into it.
 * Refusals: REQUEST_SERVICE_UNKNOWN, REQUEST_BUSY, CASE_CHANNEL_UNKNOWN, CASE_FORBIDDEN.
 */
export async function openCase(deps: CasesDeps, request: OpenCase): Promise<Result<CaseState>> {
  const edition = deps.regulations.inForce(request.service, dayOf(deps.clock()))
  if (edition === undefined) return refuse(requestErrors.SERVICE_UNKNOWN())
  const draft = await draftFor(deps, request)
  if (draft === undefined) return openNew(deps, edition, request)
  if (!isFor(request, draft)) return refuse(caseErrors.FORBIDDEN())
  return draft.edition === edition.ref ? ok(draft) : openInstead(deps, edition, { request, draft })
}

const draftFor = async (deps: CasesDeps, { service, party }: OpenCase) =>
  (await loadDraft(deps.pool, service, partyNumber(party)))?.state

/** An applicant is given a draft of their own alone; officials open for those who stand before them. */
const isFor = ({ actor }: OpenCase, draft: CaseState): boolean =>
  actor.kind === 'official' || isParty(actor, draft)

async function openInstead(
  deps: CasesDeps,
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
  deps: CasesDeps,
  edition: Edition,
  request: OpenCase,
): Promise<Result<CaseState>> {
  try {
    return await open(deps, edition, request)
  } catch (error) {
    if (!(error instanceof DraftExists)) throw error
    const other = await draftFor(deps, request)
    if (other === undefined) return refuse(requestErrors.BUSY())
    return isFor(request, other) ? ok(other) : refuse(caseErrors.FORBIDDEN())
  }
}

async function open(
  deps: CasesDeps,
  edition: Edition,
  request: OpenCase,
): Promise<Result<CaseState>> {
  const now = deps.clock()
  const { channel, party, language, actor } = request
  const id = deps.newId()
  const number = await nextNumber(deps.pool)
  const typed = typedFields(edition, request.fields ?? {})
  const fields = Object.keys(typed).length === 0 ? {} : { fields: typed }
  const stepped = step(
    edition,
    undefined,
    { do: 'open', id, number, channel, party, language, ...fields },
    { actor, calendar: deps.calendar },
    now,
  )
  if (!stepped.ok) return stepped
  const { state, events, effects } = stepped.value
  const kept = chainEvents({ version: 0, hash: GENESIS }, events, actor, now)
  const calls = postEffects(deps, { state, edition, effects })
  if (!(await insertCase(deps.pool, request.service, { state, events: kept, calls })))
    throw new DraftExists()
  return ok(state)
}
