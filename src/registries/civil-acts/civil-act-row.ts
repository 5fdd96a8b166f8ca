import { z } from 'zod'
import { day, list, oneOf, orNothing, text, words } from '#registries/kit'

export const officeRow = z.object({
  code: text('Three digits: the second group of the numbers of its records'),
  kato: text('KATO code of the place where the office works'),
  name: words('Name of the office'),
  address: words('Address of the office'),
})
export type OfficeRow = z.output<typeof officeRow>

const spelled = (about: string) =>
  z.object({
    surname: text(`${about}: surname`),
    given: text(`${about}: given name`),
    patronymic: orNothing(text(`${about}: patronymic`)),
  })
const name = (about: string) =>
  z.object({ kk: spelled(`${about} in Kazakh`), ru: spelled(`${about} in Russian`) })

/** Somebody in a record, called as they were before it; `after` where the record changes the name. */
const participant = z.object({
  role: oneOf(['child', 'father', 'mother', 'husband', 'wife', 'person'], 'Role in the record'),
  iin: orNothing(text('IIN; empty for parents of before the registers')),
  sex: oneOf(['male', 'female'], 'Sex'),
  birthDate: orNothing(day('Day of birth; empty for parents only')),
  name: name('Name before the record,'),
  after: orNothing(name('Name after it, where the record changes the name,')),
})
export type ParticipantRow = z.output<typeof participant>

const version = z.object({
  since: day('The record says so since this day'),
  cause: oneOf(['registration', 'correction', 'paternity', 'adoption'], 'Why it says so'),
  basis: orNothing(words('What a later version rests on; empty for the registration')),
  happenedOn: day('Day of the event'),
  place: orNothing(words('Place of the event')),
  participants: list(participant),
})
export type VersionRow = z.output<typeof version>

/** One record with its whole history, the registration first, as another register or the demonstration country hands it over. */
export const civilActRow = z.object({
  number: text('Number of the record, such as 10-101-09-0000007'),
  kind: oneOf(
    ['birth', 'death', 'paternity', 'adoption', 'marriage', 'divorce', 'name-change'],
    'Kind of record',
  ),
  office: text('Code of the office that keeps it'),
  recordedOn: day('Day of the record'),
  ref: orNothing(
    text(
      'The marriage that a divorce ends, the birth that a paternity or an adoption changes; in the register before',
    ),
  ),
  versions: list(version),
})
export type CivilActRow = z.output<typeof civilActRow>
