import { z } from 'zod'
import {
  bilingual,
  cadastralNumber,
  iinOrBin,
  instant,
  kato,
  objectByAddress,
  share,
} from './shapes.ts'

const request = z.object({
  /** IIN or BIN of the holder. */
  number: iinOrBin,
  /** `current`: rights in force; `history`: former rights too. */
  variant: z.enum(['current', 'history']),
  /** KATO code of the region asked about; null: the whole country. */
  region: kato.nullish(),
  /** One object only, by its address or its cadastral number. */
  object: z
    .union([z.object({ cadastralNumber }), z.object({ address: objectByAddress })])
    .nullish(),
})
export type RightsRequest = z.output<typeof request>

const encumbrance = z.object({
  kind: bilingual,
  interested: bilingual,
  basis: bilingual,
  registeredAt: instant,
})
const claim = z.object({ subject: bilingual, basis: bilingual, registeredAt: instant })
const registeredRight = z.object({
  address: bilingual,
  /** Registration code of the address (RKA), if the object has one. */
  addressCode: z.string().nullable(),
  object: bilingual,
  purpose: bilingual,
  cadastralNumber,
  right: bilingual,
  ownership: bilingual,
  /** Share in common ownership such as `1/2`; null for a sole owner. */
  share: share.nullable(),
  basis: bilingual,
  registeredAt: instant,
})
const currentRight = registeredRight.extend({
  encumbrances: z.array(encumbrance),
  claims: z.array(claim),
})
const formerRight = registeredRight.extend({
  termination: z.object({ basis: bilingual, registeredAt: instant }),
})
const answer = z.object({
  /** The moment at which the register was read; the certificate is valid for it. */
  asOf: instant,
  objects: z.array(currentRight),
  /** Empty in the variant `current`. */
  former: z.array(formerRight),
})
export type RightsOfPerson = z.output<typeof answer>
export type RegisteredRight = z.output<typeof registeredRight>

const flat: RegisteredRight = {
  address: {
    kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Абай көшесі, 12-үй, 2-пәтер',
    ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Абая, дом 12, квартира 2',
  },
  addressCode: '0201300123456789',
  object: { kk: 'пәтер', ru: 'квартира' },
  purpose: { kk: 'тұрғын үй', ru: 'жилое' },
  cadastralNumber: '05:245:001:123:1:2',
  right: { kk: 'меншік құқығы', ru: 'право собственности' },
  ownership: { kk: 'ортақ үлестік меншік', ru: 'общая долевая собственность' },
  share: '1/2',
  basis: {
    kk: '12.03.2015 № 1-245 сатып алу-сату шарты',
    ru: 'договор купли-продажи от 12.03.2015 № 1-245',
  },
  registeredAt: '2015-03-16T05:20:00.000Z',
}
const found: RightsOfPerson = {
  asOf: '2026-11-22T06:00:00.000Z',
  objects: [
    {
      ...flat,
      encumbrances: [
        {
          kind: { kk: 'кепіл', ru: 'залог' },
          interested: { kk: '«Алатау банкі» АҚ', ru: 'АО «Алатау Банк»' },
          basis: { kk: '12.03.2015 № 77 кепіл шарты', ru: 'договор залога от 12.03.2015 № 77' },
          registeredAt: '2015-03-16T05:25:00.000Z',
        },
      ],
      claims: [],
    },
  ],
  former: [],
}

/**
 * GBD RN: rights of a person or legal entity to real property, as the certificate's form of order No 132 of 28 March 2012 lists
 * them. `absent`: no right is registered, which is itself certified; `no-data`: the object named in the request is
 * not in the register, so nothing can be certified.
 */
export const realtyRightsOfPerson = {
  id: 'realty.rights-of-person',
  system: 'realty',
  name: {
    kk: 'Тұлғаның жылжымайтын мүлікке құқықтары',
    ru: 'Права лица на недвижимое имущество',
    en: 'Rights of a person to real property',
  },
  request,
  answer,
  sample: { found, absent: { asOf: '2026-11-22T06:00:00.000Z', objects: [], former: [] } },
} as const
