import { z } from 'zod'
import { cadastralNumber, iin, iinOrBin, instant } from './shapes.ts'

/** Square metres, such as `54.3`. */
const AREA = /^\d{1,8}(\.\d)?$/

/** What an official may correct of an object; rights are ended and registered, never corrected. */
const attribute = z.enum([
  'address-kk',
  'address-ru',
  'address-code',
  'purpose-kk',
  'purpose-ru',
  'inventory-number',
  'year-built',
  'floors',
  'floor',
  'rooms',
  'walls-kk',
  'walls-ru',
  'area-total',
  'area-living',
  'area-land',
])
const FORMS: Partial<Record<z.output<typeof attribute>, RegExp>> = {
  'address-code': /^\d{16}$/,
  'year-built': /^\d{4}$/,
  floors: /^\d{1,3}$/,
  floor: /^-?\d{1,3}$/,
  rooms: /^\d{1,4}$/,
  'area-total': AREA,
  'area-living': AREA,
  'area-land': AREA,
}
const request = z
  .object({
    /** IIN or BIN of who asked for the correction. */
    number: iinOrBin,
    cadastralNumber,
    attribute,
    value: z.string().trim().min(1).max(500),
    /** The document that shows what is right. */
    basis: z.string().min(1).max(500),
    /** One correction a case: asked again, the first answer comes back. */
    caseNumber: z.string().min(1).max(40),
    official: iin,
  })
  .refine((asked) => (FORMS[asked.attribute] ?? /./).test(asked.value), { path: ['value'] })
export type RealtyCorrection = z.output<typeof request>

const answer = z.object({
  cadastralNumber,
  attribute,
  before: z.string().nullable(),
  value: z.string(),
  correctedAt: instant,
})
export type RealtyCorrected = z.output<typeof answer>

const found: RealtyCorrected = {
  cadastralNumber: '05:245:001:123:1:2',
  attribute: 'area-total',
  before: '54.3',
  value: '45.3',
  correctedAt: '2026-11-22T06:00:00.000Z',
}

/** GBD RN: an official corrects an entry; what it said before is kept. `no-data`: the object is not in the register, or `number` has no right to it in force. */
export const realtyCorrect = {
  id: 'realty.correct',
  system: 'realty',
  changes: true,
  name: {
    kk: 'Жылжымайтын мүлік тіркелімінің жазбасын түзету',
    ru: 'Исправление записи регистра недвижимости',
    en: 'Correction of an entry in the register of real property',
  },
  request,
  answer,
  sample: { found },
} as const
