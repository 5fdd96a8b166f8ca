import { type Actor, type CaseState, step } from '#core/engine'
import { dayOf, type Lang, ok, type Party, partyNumber, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { insertCase, loadDraft, nextNumber } from './case-store.ts'
import type { CasesDeps } from './deps.ts'
import { requestErrors } from './errors.ts'
import { chainEvents, GENESIS } from './event-chain.ts'
import { postEffects } from './post-effects.ts'

export interface OpenCase {
  readonly service: string
  readonly channel: string
  readonly party: Party
  readonly language: Lang
  readonly actor: Actor
}

class DraftExists extends Error {}

/**
 * Opens a case under the edition in force today, or gives the draft that this party has of this service already: a
 * double click and a second tab find the same one. A draft of an edition that is no longer in force is given too; it is
 * refused when it is signed (REQUEST_EDITION_CHANGED).
 * Refusals: REQUEST_SERVICE_UNKNOWN, CASE_CHANNEL_UNKNOWN, CASE_FORBIDDEN.
 */
export async function openCase(deps: CasesDeps, request: OpenCase): Promise<Result<CaseState>> {
  const edition = deps.regulations.inForce(request.service, dayOf(deps.clock()))
  if (edition === undefined) return refuse(requestErrors.SERVICE_UNKNOWN())
  const draft = await loadDraft(deps.pool, request.service, partyNumber(request.party))
  if (draft !== undefined) return ok(draft.state)
  try {
    return await open(deps, edition, request)
  } catch (error) {
    if (!(error instanceof DraftExists)) throw error
    const other = await loadDraft(deps.pool, request.service, partyNumber(request.party))
    return other === undefined ? refuse(requestErrors.BUSY()) : ok(other.state)
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
  const facts = { actor, calendar: deps.calendar }
  const stepped = step(
    edition,
    undefined,
    { do: 'open', id, number, channel, party, language },
    facts,
    now,
  )
  if (!stepped.ok) return stepped
  const { state, events, effects } = stepped.value
  const kept = chainEvents({ version: 0, hash: GENESIS }, events, actor, now)
  await deps.transaction(async (tx) => {
    if (!(await insertCase(tx, request.service, state, kept))) throw new DraftExists()
    await postEffects(deps, tx, { state, edition, effects })
  })
  return ok(state)
}
