import type { Bilingual, CivilRecord, PersonName } from '#core/contracts'

/** A row of the register: somebody in a record, with the record around them. */
export interface Participant {
  readonly number: string
  readonly kind: CivilRecord['kind']
  readonly recordedOn: string
  readonly happenedOn: string
  readonly place: Bilingual | null
  readonly office: CivilRecord['office']
  readonly role: 'child' | 'father' | 'mother' | 'husband' | 'wife' | 'person'
  readonly iin: string | null
  readonly birthDate: string | null
  readonly name: PersonName
  /** Where the record changes the name. */
  readonly after: PersonName | null
}

const inOneLine = ({ surname, given, patronymic }: PersonName['kk']): string =>
  [surname, given, patronymic].filter((part) => part !== null).join(' ')

export const fullName = ({ kk, ru }: PersonName): Bilingual => ({
  kk: inOneLine(kk),
  ru: inOneLine(ru),
})

/** Name of a person by its parts, each in both spellings. */
function parts({ kk, ru }: PersonName): NonNullable<CivilRecord['before']> {
  const patronymic =
    kk.patronymic === null || ru.patronymic === null
      ? null
      : { kk: kk.patronymic, ru: ru.patronymic }
  return {
    surname: { kk: kk.surname, ru: ru.surname },
    given: { kk: kk.given, ru: ru.given },
    patronymic,
  }
}

const yearOf = ({ birthDate }: Participant): number => Number((birthDate ?? '').slice(0, 4))

const parentOf = (one: Participant | undefined): CivilRecord['father'] =>
  one === undefined ? null : { iin: one.iin, fullName: fullName(one.name) }

const spouseOf = (one: Participant | undefined): CivilRecord['husband'] =>
  one === undefined ? null : { iin: one.iin, fullName: fullName(one.name), birthYear: yearOf(one) }

/** Whom the record is about, called as the record leaves them. */
const personOf = (one: Participant | undefined): CivilRecord['person'] =>
  one === undefined || one.birthDate === null
    ? null
    : {
        iin: one.iin,
        fullName: fullName(one.after ?? one.name),
        birthDate: one.birthDate,
        birthYear: yearOf(one),
      }

function surnamesAfter(husband?: Participant, wife?: Participant): CivilRecord['surnamesAfter'] {
  if (husband === undefined || wife === undefined) return null
  return {
    husband: parts(husband.after ?? husband.name).surname,
    wife: parts(wife.after ?? wife.name).surname,
  }
}

const changeOf = (one: Participant | undefined): Pick<CivilRecord, 'before' | 'after'> =>
  one === undefined || one.after === null
    ? { before: null, after: null }
    : { before: parts(one.name), after: parts(one.after) }

/** A record as the contract tells it, of the rows of its participants. */
export function recordOf(rows: readonly Participant[]): CivilRecord {
  const [any] = rows
  if (any === undefined) throw new Error('a record without participants')
  const role = (name: Participant['role']) => rows.find((row) => row.role === name)
  const [husband, wife, about] = [role('husband'), role('wife'), role('child') ?? role('person')]
  return {
    kind: any.kind,
    recordNumber: any.number,
    recordedOn: any.recordedOn,
    office: any.office,
    person: personOf(about),
    father: parentOf(role('father')),
    mother: parentOf(role('mother')),
    placeOfBirth: any.kind === 'birth' ? any.place : null,
    husband: spouseOf(husband),
    wife: spouseOf(wife),
    surnamesAfter: surnamesAfter(husband, wife),
    ...changeOf(about),
    happenedOn: any.happenedOn,
    place: any.place,
  }
}
