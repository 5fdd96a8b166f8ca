import { z } from 'zod'
import { day, list, oneOf, orNothing, text, validity, words } from '#registries/kit'

const spelled = (about: string) =>
  z.object({
    surname: text(`Surname, ${about}`),
    given: text(`Given name, ${about}`),
    patronymic: orNothing(text(`Patronymic, ${about}`)),
  })
const name = z.object({ ...validity, kk: spelled('in Kazakh'), ru: spelled('in Russian') })
const document = z.object({
  kind: oneOf(['ПАСПОРТ РК', 'УДОСТОВЕРЕНИЕ РК'], 'Kind of identity document'),
  number: text('Number of the document'),
  issued: day('Day of issue'),
  expires: day('First day on which it is not in force'),
  issuer: words('Who issued it'),
  cancelledOn: orNothing(day('Day on which it was cancelled')),
})
const residence = z.object({
  ...validity,
  kato: text('Residence: KATO code of the settlement, nine digits'),
  region: text('Residence: KATO code of the region, nine digits'),
  text: words('Residence: address in one line'),
})

/** One person as another register or the demonstration country hands it over. */
export const personRow = z.object({
  iin: text('IIN, 12 digits'),
  birthDate: day('Day of birth; the IIN carries it'),
  sex: oneOf(['male', 'female'], 'Sex'),
  citizenship: text('Citizenship, three letters (ISO 3166-1), such as KAZ'),
  deathDate: orNothing(day('Day of death')),
  names: list(name),
  documents: list(document),
  residences: list(residence),
})
export type PersonRow = z.output<typeof personRow>
