import { contracts } from '#core/contracts'
import { type Iin, ok, partyNumber, refuse, type Result, type Text } from '#core/kernel'
import type { RepresentationDeps } from './deps.ts'
import { representationErrors } from './errors.ts'
import type { Basis, Mandate } from './mandate.ts'
import { childrenOf, firmsHeadedBy, headMandate, powersHeldBy } from './read-registers.ts'

/** Who acts, as the one acted for reads it in the cabinet. */
export interface Claimant {
  readonly iin: Iin
  readonly name: { readonly kk: string; readonly ru: string }
}

const purpose = ({ name }: Claimant): Text => ({
  kk: `${name.kk} сіздің атыңыздан әрекет етуге құқылы ма екенін тексеру`,
  ru: `Проверка права действовать от вашего имени: ${name.ru}`,
  en: `Check of the right to act for you: ${name.kk}`,
})

const answered = (status: string): boolean => status === 'found' || status === 'absent'

/** The notary's register is asked about the one power, so that the principal sees who claims it. */
async function powerStands(
  { ask }: RepresentationDeps,
  claimant: Claimant,
  { source, principal }: Mandate,
): Promise<boolean | undefined> {
  const { id, answer } = contracts['notary.check-power']
  const subject = partyNumber(principal.party)
  const { number = null } = source
  const body = { number, representative: claimant.iin, principal: subject }
  const checked = await ask({ service: id, subject, body, purpose: purpose(claimant) })
  if (checked === undefined || !answered(checked.status)) return undefined
  if (checked.body === null) return false
  const { same, inForce } = answer.parse(checked.body)
  return same && inForce
}

async function claimHead(
  { ask }: RepresentationDeps,
  claimant: Claimant,
  bin: string,
): Promise<Result<Mandate>> {
  const { id, answer } = contracts['legal-entities.identify']
  const found = await ask({ service: id, subject: bin, body: { bin }, purpose: purpose(claimant) })
  if (found === undefined || !answered(found.status))
    return refuse(representationErrors.REGISTER_DOWN())
  if (found.body === null) return refuse(representationErrors.NOT_ENTITLED())
  const { name, head, status } = answer.parse(found.body)
  return status === 'registered' && head?.iin === claimant.iin
    ? ok(headMandate({ bin, name, since: head.since }))
    : refuse(representationErrors.NOT_ENTITLED())
}

async function claimOf(
  list: readonly Mandate[] | undefined,
  key: string,
  confirm: (mandate: Mandate) => Promise<boolean | undefined>,
): Promise<Result<Mandate>> {
  if (list === undefined) return refuse(representationErrors.REGISTER_DOWN())
  const mandate = list.find((one) => one.key === key)
  if (mandate === undefined) return refuse(representationErrors.NOT_ENTITLED())
  const stands = await confirm(mandate)
  if (stands === undefined) return refuse(representationErrors.REGISTER_DOWN())
  return stands ? ok(mandate) : refuse(representationErrors.NOT_ENTITLED())
}

/**
 * Asks the register of today for one right, named by its key. Whatever a form says, only what the register confirms counts.
 * Refusals: REPRESENTATION_NOT_ENTITLED, REPRESENTATION_REGISTER_DOWN.
 */
export async function claimMandate(
  deps: RepresentationDeps,
  claimant: Claimant,
  key: string,
): Promise<Result<Mandate>> {
  const [basis, number = ''] = key.split(':')
  if (basis === 'parent')
    return claimOf(await childrenOf(deps, claimant.iin), key, () => Promise.resolve(true))
  if (basis === 'attorney')
    return claimOf(await powersHeldBy(deps, claimant.iin), key, (mandate) =>
      powerStands(deps, claimant, mandate),
    )
  const named = contracts['legal-entities.identify'].request.safeParse({ bin: number }).success
  return basis === 'head' && named
    ? claimHead(deps, claimant, number)
    : refuse(representationErrors.NOT_ENTITLED())
}

const LISTS = { parent: childrenOf, attorney: powersHeldBy, head: firmsHeadedBy } as const
const EVERY: readonly Basis[] = ['parent', 'attorney', 'head']

/** All rights of a person, or those of some kinds, and whether a register did not answer: then the list may be short. */
export async function mandatesOf(
  deps: RepresentationDeps,
  iin: Iin,
  bases: readonly Basis[] = EVERY,
): Promise<{ readonly mandates: readonly Mandate[]; readonly complete: boolean }> {
  const lists = await Promise.all(bases.map((basis) => LISTS[basis](deps, iin)))
  return {
    mandates: lists.flatMap((list) => list ?? []),
    complete: lists.every((list) => list !== undefined),
  }
}
