import { z } from 'zod'
import { parseBin, parseDate, parseIin } from '#core/kernel'

/** The shapes that answers of several registries share. Optional members are `null`, never left out. */
export const bilingual = z.object({ kk: z.string().min(1), ru: z.string().min(1) })
export const iin = z.string().refine((value) => parseIin(value) !== undefined, 'an IIN')
export const bin = z.string().refine((value) => parseBin(value) !== undefined, 'a BIN')
export const iinOrBin = z
  .string()
  .refine(
    (value) => parseIin(value) !== undefined || parseBin(value) !== undefined,
    'an IIN or BIN',
  )
/** A plain date such as `2012-04-10`. */
export const day = z.string().refine((value) => parseDate(value) !== undefined, 'a day')
/** An instant in UTC such as `2012-04-10T05:30:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 })
/** A code of KATO, nine digits; which codes were valid when stands in classifiers/kato.yaml. */
export const kato = z.string().regex(/^\d{9}$/)
export const cadastralNumber = z.string().min(5).max(60)

/** A part of the whole such as `1/2`. */
export const share = z.string().regex(/^\d+\/\d+$/)
/** An object of real property by its address. */
export const objectByAddress = z.object({
  kato,
  /** Name of the street in Kazakh or in Russian, without the word for "street". */
  street: z.string().min(1).max(200),
  house: z.string().min(1).max(20),
  block: z.string().max(20).nullish(),
  flat: z.string().max(20).nullish(),
})

export type Bilingual = z.output<typeof bilingual>

/** Name of a person in the Kazakh and the Russian spelling of the identity document; the patronymic may be missing. */
export const personName = z.object({
  kk: z.object({ surname: z.string(), given: z.string(), patronymic: z.string().nullable() }),
  ru: z.object({ surname: z.string(), given: z.string(), patronymic: z.string().nullable() }),
})
export type PersonName = z.output<typeof personName>

/** Number of a record of civil status: kind, office, year, serial, such as `10-101-09-0000007`. Nothing is derived from its parts. */
export const recordNumber = z.string().regex(/^\d{2}-\d{3}-\d{2}-\d{7}$/)
/** Text in the three languages of the portal. */
export const trilingual = bilingual.extend({ en: z.string().min(1) })
/** An office of classifiers/units.yaml. */
export const office = z.object({ code: z.string().min(1), name: bilingual })
export const officeWithAddress = office.extend({ address: bilingual })

export const address = z.object({
  /** Code of the settlement. */
  kato,
  /** Code of the region or of the city of republican significance. */
  region: kato,
  text: bilingual,
})
