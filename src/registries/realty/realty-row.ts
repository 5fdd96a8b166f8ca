import { z } from 'zod'
import {
  list,
  moment,
  oneOf,
  orLeftOut,
  orNothing,
  share,
  text,
  whole,
  words,
} from '#registries/kit'

const FORMS = ['individual', 'shared', 'joint', 'state'] as const
const registered = {
  basis: words('Ground'),
  registeredAt: moment('Moment of registration'),
  terminatedAt: orNothing(moment('Moment of the end; empty: in force')),
}

const right = z.object({
  holder: text('Holder: IIN or BIN'),
  holderName: orLeftOut(words('Holder: name')),
  kind: oneOf(['ownership', 'lease'], 'Kind of right'),
  form: oneOf(FORMS, 'Form of ownership'),
  share: orNothing(share('Share, for the form shared alone')),
  content: orLeftOut(words('Content of the right')),
  ...registered,
  termination: orNothing(words('Ground of the end')),
})
export type RightRow = z.output<typeof right>

const encumbrance = z.object({
  holder: orNothing(text('Whose share it lies on: IIN or BIN; empty: the whole object')),
  kind: words('Kind of encumbrance'),
  content: orLeftOut(words('Content of the encumbrance')),
  interested: words('Interested person or body'),
  form: orLeftOut(oneOf(FORMS, 'Form of common property')),
  share: orLeftOut(share('Share it lies on')),
  ...registered,
})
const claim = z.object({
  subject: words('Legal claim or deal'),
  content: orLeftOut(words('Content of the claim')),
  interested: orLeftOut(words('Who claims')),
  ...registered,
})
const technical = z.object({
  inventoryNumber: orNothing(text('Inventory number')),
  yearBuilt: orNothing(whole('Year of building')),
  floors: orNothing(whole('Number of floors')),
  floor: orNothing(whole('Floor of the flat or premises')),
  rooms: orNothing(whole('Number of rooms')),
  walls: orNothing(words('Material of the walls')),
  areaTotal: orNothing(text('Total area in square metres, such as 54.3')),
  areaLiving: orNothing(text('Living area in square metres')),
  areaLand: orNothing(text('Area of the land in square metres')),
})

/** One object with everything registered about it, as another register or the demonstration country hands it over. */
export const realtyRow = z.object({
  cadastralNumber: text('Cadastral number, such as 05:245:001:123:1:2'),
  kind: oneOf(['flat', 'house', 'plot', 'premises'], 'Kind of object'),
  purpose: words('Designated purpose'),
  kato: text('KATO code of the settlement, nine digits'),
  region: text('KATO code of the region, nine digits'),
  street: words('Name of the street without the word for street'),
  house: text('Number in the street'),
  block: orNothing(text('Block of the building')),
  flat: orNothing(text('Flat')),
  address: words('Address in one line'),
  addressCode: orNothing(text('Registration code of the address (RKA), 16 digits')),
  technical: orLeftOut(technical),
  rights: list(right),
  encumbrances: list(encumbrance),
  claims: list(claim),
})
export type RealtyRow = z.output<typeof realtyRow>
