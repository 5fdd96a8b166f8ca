import { type CaseState, mayCarryOut } from '#core/engine'
import { type Instant, type JsonObject, ok, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { parseCertificate } from '#platform/crypto'
import { loadCase, loadCaseByNumber, loadEvents, type StoredCase } from './case-store.ts'
import { requestErrors } from './errors.ts'
import type { KeptEvent } from './event-chain.ts'
import { maySee, type Official } from './official-policies.ts'
import { type SignatureRecord, signaturesOf } from './signature-store.ts'
import { type CaseView, type ViewDeps, viewOf } from './view-case.ts'

export interface SeenSignature extends Omit<SignatureRecord, 'signer'> {
  /** Whom the certificate names, once the signature was found valid. */
  readonly signer: { readonly name: string; readonly iin: string } | null
}

export interface HistoryLine {
  readonly at: Instant
  readonly type: KeptEvent['type']
  readonly action: string | null
  readonly outcome: string | null
  readonly actor: JsonObject
}

/** A case as officials see it: with its signatures and its whole history. */
export interface OfficialView extends CaseView {
  readonly signatures: readonly SeenSignature[]
  readonly history: readonly HistoryLine[]
}

function signerOf({ evidence }: SignatureRecord): SeenSignature['signer'] {
  const certificate = evidence?.['certificate']
  if (typeof certificate !== 'string') return null
  const { subject } = parseCertificate(Buffer.from(certificate, 'base64'))
  return { name: subject.commonName ?? '', iin: subject.iin ?? '' }
}

const textOf = (data: JsonObject, name: string): string | null => {
  const value = data[name]
  return typeof value === 'string' ? value : null
}

const lineOf = ({ at, type, data, actor }: KeptEvent): HistoryLine => ({
  at,
  type,
  action: textOf(data, 'action'),
  outcome: textOf(data, 'outcome'),
  actor,
})

/** A body that has concluded, or is not asked, has nothing to do here. */
function mayAct(edition: Edition, state: CaseState, official: Official): boolean {
  const { current } = state
  if (current === undefined || !mayCarryOut(edition, state, current.action, official)) return false
  return current.parts === undefined || current.parts[official.unit] === null
}

type Seen = Result<{ readonly edition: Edition; readonly state: CaseState }>

function seen(deps: ViewDeps, stored: StoredCase | undefined, official: Official): Seen {
  const edition = stored && deps.regulations.edition(stored.state.edition)
  if (stored === undefined || edition === undefined || !maySee(edition, stored.state, official))
    return refuse(requestErrors.NOT_FOUND())
  return ok({ edition, state: stored.state })
}

/** A case that an official may see. Refusal: REQUEST_NOT_FOUND, also for those who may not. */
export const seenByOfficial = async (
  deps: ViewDeps,
  number: string,
  official: Official,
): Promise<Seen> => seen(deps, await loadCaseByNumber(deps.pool, number), official)

/** The same by the case's id. */
export const seenById = async (deps: ViewDeps, caseId: string, official: Official): Promise<Seen> =>
  seen(deps, await loadCase(deps.pool, caseId), official)

/** The case for an official whose role and unit stand in the regulation for it. Refusal: REQUEST_NOT_FOUND. */
export async function viewForOfficial(
  deps: ViewDeps,
  number: string,
  official: Official,
): Promise<Result<OfficialView>> {
  const found = await seenByOfficial(deps, number, official)
  if (!found.ok) return found
  const { edition, state } = found.value
  const [view, signatures, events] = await Promise.all([
    viewOf(deps, edition, state, official),
    signaturesOf(deps.pool, state.id),
    loadEvents(deps.pool, state.id),
  ])
  return ok({
    ...view,
    may: mayAct(edition, state, official),
    signatures: signatures.map((one) => ({ ...one, signer: signerOf(one) })),
    history: events.map(lineOf),
  })
}
