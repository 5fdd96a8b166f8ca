import { z } from 'zod'
import {
  day,
  list,
  oneOf,
  orLeftOut,
  orNothing,
  share,
  text,
  validity,
  words,
} from '#registries/kit'

const spelled = (about: string) =>
  z.object({
    surname: text(`${about}: surname`),
    given: text(`${about}: given name`),
    patronymic: orNothing(text(`${about}: patronymic`)),
  })
const name = z.object({ ...validity, ...words('Name').shape })
const seat = z.object({
  ...validity,
  kato: text('Seat: KATO code of the settlement, nine digits'),
  region: text('Seat: KATO code of the region, nine digits'),
  text: words('Seat: legal address in one line'),
})
const head = z.object({
  ...validity,
  iin: text('First head: IIN'),
  name: z.object({ kk: spelled('First head, in Kazakh'), ru: spelled('First head, in Russian') }),
})
const registration = z.object({
  kind: oneOf(['registration', 're-registration'], 'Kind of registration'),
  date: day('Day of the registration'),
  number: text('Number of the registration, such as 18225-1901-ТОО'),
  body: words('Registering body'),
  reason: orNothing(words('Why it was registered again')),
})
const activity = z.object({
  ...validity,
  code: text('Kind of activity by OKED, five digits'),
  name: words('Kind of activity'),
})
const founder = z.object({
  kind: oneOf(['person', 'entity'], 'Founder: person or entity'),
  number: text('Founder: IIN or BIN'),
  name: words('Founder: name'),
  share: orNothing(share('Share')),
  since: day('Founder since'),
  until: orNothing(day('First day on which it is a founder no more; empty: still so')),
})

/** One legal entity, branch or representative office as another register or the demonstration country hands it over. */
export const legalEntityRow = z.object({
  bin: text('BIN, 12 digits'),
  rnn: orLeftOut(text('RNN (number of the taxpayer until 2013), 12 digits')),
  okpo: orLeftOut(text('OKPO, 8 digits; 12 for a branch')),
  kind: oneOf(
    ['head', 'branch', 'representative-office'],
    'Legal entity, branch or representative office',
  ),
  parent: orNothing(
    text(
      'BIN of the legal entity of a branch or representative office; that one has to be in the register before',
    ),
  ),
  registeredOn: day('Day of the first registration'),
  liquidatedOn: orNothing(day('Day of the liquidation')),
  names: list(name),
  seats: list(seat),
  heads: list(head),
  registrations: orLeftOut(list(registration)),
  activities: orLeftOut(list(activity)),
  founders: orLeftOut(list(founder)),
})
export type LegalEntityRow = z.output<typeof legalEntityRow>
