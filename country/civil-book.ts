import type { Bilingual, PersonName } from '#core/contracts'
import type { PlainDate } from '#core/kernel'
import type { CivilActRow, OfficeRow, ParticipantRow, VersionRow } from '#registries/civil-acts'
import type { PersonRow } from '#registries/persons'

/** Numbers of one kind that a block may give out. */
const NUMBERS_OF_A_BLOCK = 10_000
const KINDS: Readonly<Record<CivilActRow['kind'], string>> = {
  birth: '10',
  death: '20',
  paternity: '30',
  adoption: '40',
  marriage: '50',
  divorce: '60',
  'name-change': '70',
}

/** What a record says first, before any later version. */
export interface NewRecord {
  readonly kind: CivilActRow['kind']
  readonly recordedOn: PlainDate
  readonly happenedOn: PlainDate
  readonly place: { readonly kato: string; readonly prefix: Bilingual }
  readonly participants: readonly ParticipantRow[]
  readonly ref?: string
}

/** Writes records, each with the next number of its kind, at the office of the place. */
export function createCivilBook(offices: readonly OfficeRow[], block: number) {
  const codes = new Map(offices.map(({ kato, code }) => [kato, code]))
  const serials = new Map<string, number>()
  return ({ kind, recordedOn, happenedOn, place, participants, ref }: NewRecord): CivilActRow => {
    const office = codes.get(place.kato)
    if (office === undefined) throw new RangeError(`no civil registry office in ${place.kato}`)
    const serial = (serials.get(kind) ?? block * NUMBERS_OF_A_BLOCK) + 1
    serials.set(kind, serial)
    const year = recordedOn.slice(2, 4)
    const first: VersionRow = {
      since: recordedOn,
      cause: 'registration',
      basis: null,
      happenedOn,
      place: place.prefix,
      participants,
    }
    return {
      number: `${KINDS[kind]}-${office}-${year}-${String(serial).padStart(7, '0')}`,
      kind,
      office,
      recordedOn,
      ref: ref ?? null,
      versions: [first],
    }
  }
}
export type CivilBook = ReturnType<typeof createCivilBook>

/** The name that a person had on a day: on the first day of a name already the new one. */
export function nameOn({ names }: Pick<PersonRow, 'names'>, day: string): PersonName {
  const found = names.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  )
  const { kk, ru } = found ?? names[0] ?? { kk: undefined, ru: undefined }
  if (kk === undefined || ru === undefined) throw new RangeError('a person without a name')
  return { kk, ru }
}

/** Somebody of the country in a record. */
export const participant = (
  role: ParticipantRow['role'],
  { iin, sex, birthDate }: Pick<PersonRow, 'iin' | 'sex' | 'birthDate'>,
  name: PersonName,
  after: PersonName | null = null,
): ParticipantRow => ({ role, iin, sex, birthDate, name, after })

/** The record with a later version of it. */
export const withVersion = (
  record: CivilActRow,
  change: Pick<VersionRow, 'since' | 'cause' | 'participants'> & {
    readonly basis: Bilingual
    readonly place?: Bilingual
  },
): CivilActRow => {
  const last = record.versions.at(-1)
  if (last === undefined) throw new RangeError('a record without a registration')
  return { ...record, versions: [...record.versions, { ...last, ...change }] }
}
