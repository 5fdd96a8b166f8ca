import { z } from 'zod'
import { bilingual, cadastralNumber, iinOrBin, instant, objectByAddress, share } from './shapes.ts'

const request = z.object({
  /** IIN or BIN of who asks. */
  number: iinOrBin,
  object: z.union([z.object({ cadastralNumber }), z.object({ address: objectByAddress })]),
})
export type ObjectRightsRequest = z.output<typeof request>

/** Areas are square metres as text, such as `54.3`. */
const technical = z.object({
  inventoryNumber: z.string().nullable(),
  yearBuilt: z.int().nullable(),
  floors: z.int().nullable(),
  /** The floor on which a flat or premises lie. */
  floor: z.int().nullable(),
  rooms: z.int().nullable(),
  walls: bilingual.nullable(),
  areaTotal: z.string().nullable(),
  areaLiving: z.string().nullable(),
  areaLand: z.string().nullable(),
})
const registered = { content: bilingual.nullable(), basis: bilingual, registeredAt: instant }
const holding = { ownership: bilingual.nullable(), share: share.nullable() }
const answer = z.object({
  /** The moment at which the register was read; the certificate is valid for it. */
  asOf: instant,
  object: z.object({
    address: bilingual,
    addressCode: z.string().nullable(),
    kind: bilingual,
    purpose: bilingual,
    cadastralNumber,
    technical: technical.nullable(),
  }),
  rights: z.array(
    z.object({
      right: bilingual,
      holder: z.object({ number: iinOrBin, name: bilingual }),
      ...holding,
      ...registered,
    }),
  ),
  encumbrances: z.array(
    z.object({ kind: bilingual, interested: bilingual, ...holding, ...registered }),
  ),
  claims: z.array(
    z.object({ subject: bilingual, interested: bilingual.nullable(), ...registered }),
  ),
})
export type ObjectRights = z.output<typeof answer>

const found: ObjectRights = {
  asOf: '2026-11-22T06:00:00.000Z',
  object: {
    address: {
      kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Абай көшесі, 12-үй, 2-пәтер',
      ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Абая, дом 12, квартира 2',
    },
    addressCode: '0201300123456789',
    kind: { kk: 'пәтер', ru: 'квартира' },
    purpose: { kk: 'тұрғын үй', ru: 'жилое' },
    cadastralNumber: '05:245:001:123:1:2',
    technical: {
      inventoryNumber: '245-01234',
      yearBuilt: 1984,
      floors: 5,
      floor: 2,
      rooms: 2,
      walls: { kk: 'кірпіш', ru: 'кирпич' },
      areaTotal: '54.3',
      areaLiving: '31.8',
      areaLand: null,
    },
  },
  rights: [
    {
      right: { kk: 'меншік құқығы', ru: 'право собственности' },
      holder: {
        number: '840731400431',
        name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
      },
      ownership: { kk: 'ортақ үлестік меншік', ru: 'общая долевая собственность' },
      share: '1/2',
      content: { kk: 'иелену, пайдалану, билік ету', ru: 'владение, пользование, распоряжение' },
      basis: {
        kk: '12.03.2015 № 1-245 сатып алу-сату шарты',
        ru: 'договор купли-продажи от 12.03.2015 № 1-245',
      },
      registeredAt: '2015-03-16T05:20:00.000Z',
    },
  ],
  encumbrances: [
    {
      kind: { kk: 'кепіл', ru: 'залог' },
      content: { kk: 'билік етуге шектеу', ru: 'ограничение распоряжения' },
      interested: { kk: '«Алатау банкі» АҚ', ru: 'АО «Алатау Банк»' },
      ownership: { kk: 'ортақ үлестік меншік', ru: 'общая долевая собственность' },
      share: '1/2',
      basis: { kk: '12.03.2015 № 77 кепіл шарты', ru: 'договор залога от 12.03.2015 № 77' },
      registeredAt: '2015-03-16T05:25:00.000Z',
    },
  ],
  claims: [],
}

/**
 * GBD RN: an object with its technical characteristics and all that is registered about it now. `no-data`: the object is not in the
 * register.
 */
export const realtyObjectRights = {
  id: 'realty.object-rights',
  system: 'realty',
  name: {
    kk: 'Жылжымайтын мүлікке тіркелген құқықтар және оның техникалық сипаттамалары',
    ru: 'Зарегистрированные права на недвижимое имущество и его технические характеристики',
    en: 'Registered rights to an object of real property and its technical characteristics',
  },
  request,
  answer,
  sample: { found },
} as const
