import { contracts } from '#core/contracts'
import { type Iin, ok, type Party, partyNumber, refuse, type Result } from '#core/kernel'
import { actingHistory, actingIn, keepActing } from './acting-store.ts'
import { type Claimant, claimMandate, mandatesOf } from './claim-mandate.ts'
import type { RepresentationDeps } from './deps.ts'
import { representationErrors } from './errors.ts'
import type { Mandate } from './mandate.ts'
import { createOrdered } from './ordered.ts'
import { powersGivenBy } from './read-registers.ts'
import { createStanding } from './standing.ts'

const NAME = {
  kk: 'Өкілдің аты-жөнін анықтау',
  ru: 'Определение имени представителя',
  en: 'To find out the name of the representative',
}

/** The one who acts, as the register of persons calls them. Refusals: as of a claim. */
async function claimantOf({ ask }: RepresentationDeps, iin: Iin): Promise<Result<Claimant>> {
  const { id, answer } = contracts['persons.identify']
  const found = await ask({ service: id, subject: iin, body: { iin }, purpose: NAME })
  if (found === undefined) return refuse(representationErrors.REGISTER_DOWN())
  if (found.status !== 'found') return refuse(representationErrors.NOT_ENTITLED())
  const { fullName, status, minor } = answer.parse(found.body)
  const able = status === 'alive' && !minor
  return able ? ok({ iin, name: fullName }) : refuse(representationErrors.NOT_ENTITLED())
}

async function claim(
  deps: RepresentationDeps,
  iin: Iin,
  key: string,
): Promise<Result<{ readonly claimant: Claimant; readonly mandate: Mandate }>> {
  const claimant = await claimantOf(deps, iin)
  if (!claimant.ok) return claimant
  const mandate = await claimMandate(deps, claimant.value, key)
  return mandate.ok ? ok({ claimant: claimant.value, mandate: mandate.value }) : mandate
}

/** Acting for others: the rights of today from the registers, and what was done by them. */
export function createRepresentation(deps: RepresentationDeps) {
  const { sql, clock } = deps
  return {
    /** For whom a person may act. `complete` is false when a register did not answer. */
    mandatesOf: (iin: Iin) => mandatesOf(deps, iin),
    /** One right, confirmed now. Refusals: REPRESENTATION_NOT_ENTITLED, REPRESENTATION_REGISTER_DOWN. */
    claim: (iin: Iin, key: string) => claim(deps, iin, key),
    ...createStanding(deps),
    ...createOrdered(deps),
    /** Keeps who ordered the request, by which right. */
    record: (request: string, { iin, name }: Claimant, { basis, key, principal }: Mandate) =>
      keepActing(sql, { request, iin, name, basis, key, principal, at: clock() }),
    actingIn: (request: string, iin: Iin) => actingIn(sql, request, iin),
    /** Powers of attorney in force that a party has given; undefined: the register does not answer. */
    givenBy: (party: Party) => powersGivenBy(deps, partyNumber(party)),
    /** What a party did for others, and others for it. */
    history: (party: Party, limit: number) => actingHistory(sql, partyNumber(party), limit),
  }
}

export type Representation = ReturnType<typeof createRepresentation>
