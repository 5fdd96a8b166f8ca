import { z } from 'zod'
import { day, flag, list, oneOf, orNothing, share, text, whole, words } from '#registries/kit'

const holder = (about: string) =>
  z.object({
    kind: oneOf(['person', 'entity', 'state'], `${about}: person, entity or state`),
    number: orNothing(text(`${about}: IIN or BIN; empty for the state`)),
    name: words(`${about}: name`),
  })
const right = ['ownership', 'permanent-use', 'lease'] as const

const description = z.object({
  validFrom: day('The plot is so from this day'),
  validTo: orNothing(day('First day on which it is so no more; empty: still so')),
  category: oneOf(
    ['agricultural', 'settlements', 'industry', 'protected', 'forest', 'water', 'reserve'],
    'Category of land',
  ),
  purpose: words('Designated purpose'),
  squareMetres: whole('Area in square metres'),
  divisible: flag('Whether the plot may be divided'),
})
const restriction = z.object({
  text: words('Limit of use or servitude'),
  basis: words('Its ground'),
  since: day('In force since'),
  until: orNothing(day('First day on which it is in force no more')),
})
const evaluation = z.object({
  assessedOn: day('Day of the assessment'),
  tiyn: whole('Cadastral value in tiyn'),
  basis: words('Act of assessment'),
})
const holding = z.object({
  holder: holder('Holder'),
  kind: oneOf(right, 'Kind of right'),
  form: oneOf(['individual', 'shared', 'joint', 'state'], 'Form of ownership'),
  share: orNothing(share('Share, for the form shared alone')),
  since: day('Day on which the right arose'),
  term: orNothing(day('Last day of a lease')),
  endedOn: orNothing(day('Day on which the right ended; empty: in force')),
  basis: words('Ground of the right'),
})
const document = z.object({
  kind: oneOf(
    ['ownership-act', 'permanent-use-act', 'lease-act'],
    'Kind of identification document',
  ),
  series: orNothing(text('Series')),
  number: text('Number'),
  madeOn: day('Day on which it was made'),
  madeBy: words('Who made it'),
  issuedTo: holder('To whom'),
  issuedOn: orNothing(day('Day on which it was handed out')),
  endedOn: orNothing(day('Day on which it was replaced; empty: in force')),
  basis: words('Ground'),
})
const grant = z.object({
  kind: oneOf(['decision', 'resolution', 'contract'], 'Kind of title document of the first grant'),
  number: text('Number'),
  date: day('Date'),
  body: words('Who granted'),
  grantee: holder('To whom'),
  right: oneOf(right, 'Right granted'),
  term: orNothing(
    z.object({ years: whole('Years of a lease'), until: day('Last day of a lease') }),
  ),
  purpose: words('Purpose at the grant'),
  squareMetres: whole('Area at the grant in square metres'),
})

/** One plot with everything that the cadastre knows of it. */
export const landRow = z.object({
  cadastralNumber: text('Cadastral number of the plot, such as 05:245:001:123'),
  kato: text('KATO code of the settlement, nine digits'),
  region: text('KATO code of the region, nine digits'),
  street: words('Name of the street without the word for street'),
  house: text('Number in the street'),
  address: words('Address in one line'),
  formedOn: day('Day on which the plot was entered in the cadastre'),
  descriptions: list(description),
  restrictions: list(restriction),
  evaluations: list(evaluation),
  holdings: list(holding),
  documents: list(document),
  grant: orNothing(grant),
})
export type LandRow = z.output<typeof landRow>
