import { z } from 'zod'
import { day, list, oneOf, orNothing, text, words } from '#registries/kit'

/** One power of attorney as a notary, another register or the demonstration country hands it over. */
export const powerRow = z.object({
  number: text('Number of the power of attorney'),
  issuedOn: day('Day of issue'),
  validUntil: day('Last day on which it is in force'),
  notary: words('Notary'),
  principal: z.object({
    kind: oneOf(['person', 'entity'], 'Principal: person or entity'),
    number: text('Principal: IIN or BIN'),
    name: words('Principal: name'),
  }),
  representative: z.object({
    iin: text('Representative: IIN'),
    name: words('Representative: name'),
  }),
  codes: list(
    oneOf(
      [
        'state-services',
        'land.documents',
        'realty.certificates',
        'civil-acts.certificates',
        'legal-entities.certificates',
      ],
      'What it allows',
    ),
  ),
  text: words('What it allows, in the words of the document'),
  revokedOn: orNothing(day('First day on which it is no longer in force, when it was revoked')),
})
export type PowerRow = z.output<typeof powerRow>
