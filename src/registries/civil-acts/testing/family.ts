import type { PersonName } from '#core/contracts'
import { birthDate } from '#core/kernel'
import type { CivilActRow, OfficeRow, ParticipantRow, VersionRow } from '../civil-act-row.ts'

export const OFFICE: OfficeRow = {
  code: '130',
  kato: '104400000',
  name: { kk: 'Көкпекті АХАТ бөлімі', ru: 'Отдел РАГС Кокпектинского района' },
  address: { kk: 'Жамбыл көшесі, 32-үй', ru: 'улица Жамбыла, дом 32' },
}
const PLACE = { kk: 'Абай облысы, Көкпекті ауданы', ru: 'область Абай, Кокпектинский район' }

export const named = (surname: string, given: string): PersonName => ({
  kk: { surname, given, patronymic: null },
  ru: { surname, given, patronymic: null },
})

const sexOf = (iin: string): 'male' | 'female' => (Number(iin[6]) % 2 === 1 ? 'male' : 'female')

/** Somebody in a record, by number. */
export const who = (
  role: ParticipantRow['role'],
  iin: string,
  name: PersonName,
  after: PersonName | null = null,
): ParticipantRow => ({
  role,
  iin,
  sex: sexOf(iin),
  birthDate: birthDate(iin) ?? null,
  name,
  after,
})

const CODES: Readonly<Record<CivilActRow['kind'], string>> = {
  birth: '10',
  death: '20',
  paternity: '30',
  adoption: '40',
  marriage: '50',
  divorce: '60',
  'name-change': '70',
}
let serial = 0

/** A record of that day with the next number. */
export function act(
  kind: CivilActRow['kind'],
  recordedOn: string,
  participants: readonly ParticipantRow[],
  ref: string | null = null,
): CivilActRow {
  serial += 1
  const number = `${CODES[kind]}-130-${recordedOn.slice(2, 4)}-${String(serial).padStart(7, '0')}`
  const happenedOn = kind === 'birth' ? (participants[0]?.birthDate ?? recordedOn) : recordedOn
  const first: VersionRow = {
    since: recordedOn,
    cause: 'registration',
    basis: null,
    happenedOn,
    place: PLACE,
    participants,
  }
  return { number, kind, office: '130', recordedOn, ref, versions: [first] }
}

/** The record as it stands since a later day: corrected, or changed by a paternity or an adoption. */
export function changed(
  row: CivilActRow,
  cause: VersionRow['cause'],
  since: string,
  participants: readonly ParticipantRow[],
): CivilActRow {
  const [first] = row.versions
  if (first === undefined) throw new RangeError('a record without a registration')
  const basis = { kk: 'негіздеме', ru: 'основание' }
  return { ...row, versions: [...row.versions, { ...first, since, cause, basis, participants }] }
}

/** A birth with those of the parents who have numbers. */
export const birth = (
  child: readonly [iin: string, name: PersonName],
  parents: { readonly father?: string; readonly mother?: string },
): CivilActRow =>
  act('birth', birthDate(child[0]) ?? '', [
    who('child', ...child),
    ...(parents.father === undefined ? [] : [who('father', parents.father, named('ӘКЕ', 'БОЛАТ'))]),
    ...(parents.mother === undefined ? [] : [who('mother', parents.mother, named('АНА', 'САУЛЕ'))]),
  ])
