import { type Bin, type Iin, type Lang, type Party, parseBin, parseIin } from '#core/kernel'

/** Somebody who can sign in. An entity's account acts through its head, whose IIN must stand in the signing certificate. */
export interface Account {
  readonly id: string
  readonly party: Party
  /** The head of the entity; absent for a person. */
  readonly headIin?: Iin
  /** As the register wrote it at registration. */
  readonly name: string
  readonly language: Lang
}

export interface AccountRow {
  readonly id: string
  readonly kind: 'person' | 'entity'
  readonly number: string
  readonly head_iin: string | null
  readonly name: string
  readonly language: Lang
}

export const ACCOUNT_COLUMNS = 'a.id, a.kind, a.number, a.head_iin, a.name, a.language'

/** A number as its owner may type it, without the spaces and dashes between the digits. */
export const digitsOf = (text: string): string => text.replaceAll(/[\s\u00a0-]/g, '')

/** What a person typed as "IIN or BIN"; spaces and dashes between the digits are forgiven. */
export function parsePartyNumber(text: string): Party | undefined {
  const digits = digitsOf(text)
  const iin = parseIin(digits)
  if (iin !== undefined) return { kind: 'person', iin }
  const bin = parseBin(digits)
  return bin === undefined ? undefined : { kind: 'entity', bin }
}

/** A row of ours to an account; the constraints of the table make the casts true. */
export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  party:
    row.kind === 'person'
      ? { kind: 'person', iin: row.number as Iin }
      : { kind: 'entity', bin: row.number as Bin },
  ...(row.head_iin === null ? {} : { headIin: row.head_iin as Iin }),
  name: row.name,
  language: row.language,
})
