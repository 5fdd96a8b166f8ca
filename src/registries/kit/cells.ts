import { z } from 'zod'
import { parseDate } from '#core/kernel'

/** Members of records, each with what it means: this is what the columns of a table of records are made of. */
export const text = (about: string) => z.string().min(1).max(2000).describe(about)
export const oneOf = <const T extends readonly [string, ...string[]]>(codes: T, about: string) =>
  z.enum(codes).describe(about)
export const day = (about: string) =>
  z
    .string()
    .refine((value) => parseDate(value) !== undefined, 'a day such as 2012-04-10')
    .describe(`${about}; a day such as 2012-04-10`)
export const moment = (about: string) =>
  z
    .string()
    .refine(
      (value) => /^\d{4}-.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
      'a moment',
    )
    .describe(`${about}; a moment such as 2012-04-10T05:30:00.000Z`)
export const whole = (about: string) => z.int().describe(about)
export const flag = (about: string) => z.boolean().describe(`${about}; true or false`)
/** The same in Kazakh and in Russian. */
export const words = (about: string) =>
  z.object({ kk: text(`${about}, in Kazakh`), ru: text(`${about}, in Russian`) })
/** What may be missing: an empty cell. */
export const orNothing = <T extends z.ZodType>(shape: T) => shape.nullable()
/** What may also be left out altogether. */
export const orLeftOut = <T extends z.ZodType>(shape: T) => shape.nullish()
export const list = <T extends z.ZodType>(shape: T) => z.array(shape).readonly()
/** From when to when, half open; without an end it is so now. */
export const validity = {
  validFrom: day('First day'),
  validTo: orNothing(day('First day after; empty: still so')),
}
export const share = (about: string) =>
  z.object({ numerator: whole(`${about}: numerator`), denominator: whole(`${about}: denominator`) })
