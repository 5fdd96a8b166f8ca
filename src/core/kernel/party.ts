import type { Bin, Iin } from './identifiers.ts'

/**
 * Who a case belongs to. A natural person acts in person; a legal entity acts through the person whose IIN stands in the
 * signing certificate beside its BIN.
 */
export type Party =
  | { readonly kind: 'person'; readonly iin: Iin }
  | { readonly kind: 'entity'; readonly bin: Bin }

export const partyNumber = (party: Party): Iin | Bin =>
  party.kind === 'person' ? party.iin : party.bin
