import type { Edition } from '#core/regulation'
import type { Bilingual } from '#core/contracts'
import { type Actor, mayRepresent, type Representative } from '#core/engine'
import type { Iin, JsonObject, Party, PlainDate } from '#core/kernel'

export type Basis = 'parent' | 'attorney' | 'head'

/** The right of a person to act for somebody, as a register told it. */
export interface Mandate {
  /** Names the right in a form: `parent:<IIN>`, `attorney:<number of the power>`, `head:<BIN>`. */
  readonly key: string
  readonly basis: Basis
  readonly principal: { readonly party: Party; readonly name: Bilingual }
  readonly since: PlainDate
  /** The last day; null: until something changes. */
  readonly until: PlainDate | null
  /** What a power of attorney allows; empty for others. */
  readonly codes: readonly string[]
  /** In the words of the power of attorney. */
  readonly text: Bilingual | null
  /** What the right was read from, as the request keeps it. */
  readonly source: JsonObject
}

/** Whether the regulation lets somebody with this right order. */
export function allows(edition: Edition, { basis, principal, source }: Mandate): boolean {
  if (!edition.about.recipients.includes(principal.party.kind)) return false
  return basis === 'head' || mayRepresent(edition, { basis, mandate: source })
}

/** Whether others than the person itself may order at all: then it is worth asking the registers. */
export const concernsOthers = (edition: Edition): boolean =>
  edition.representation !== undefined || edition.about.recipients.includes('entity')

/** A right that the law knows in one word: the head is the legal entity's own organ, not its representative. */
export const asRepresentative = (
  { basis, source }: Mandate,
  { iin, name }: { readonly iin: Iin; readonly name: Bilingual },
): Representative | undefined =>
  basis === 'head' ? undefined : { iin, name, basis, mandate: source }

/** Who gives the commands in a request that a person makes for another. */
export const actorFor = (basis: Basis, party: Party, iin: Iin): Actor =>
  basis === 'head' ? { kind: 'applicant', party } : { kind: 'applicant', party, by: { iin } }
