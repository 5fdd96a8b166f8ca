import { z } from 'zod'

/** The words that all parts of the regulation language are made of. */
export const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an id is camelCase: letters and digits')
export const serviceId = z
  .string()
  .regex(/^[a-z]+(\.[a-z][a-z-]*)+$/, 'a service id is like justice.realty-absence')
/** Fixed phrases go by the names of the catalogue of phrases, such as `edoc-002`. */
export const phraseId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a phrase id is like edoc-002')
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD')
export const lang = z.enum(['kk', 'ru', 'en'])

/**
 * Text for people. `ours` names the languages that the act lacks and that are our translation; left out of a text that no
 * act is the source of, such as advice.
 */
export const text = z.strictObject({
  kk: z.string().min(1),
  ru: z.string().min(1),
  en: z.string().min(1),
  ours: z.array(lang).min(1).exactOptional(),
})

/** A FEEL expression over the case's data, checked at load against the types of forms and registry answers. */
export const expression = z.string().min(1)

const amount = z.union([
  z.int().positive(),
  z
    .strictObject({ min: z.int().positive(), max: z.int().positive() })
    .refine(({ min, max }) => min < max, 'a range goes from the smaller number to the greater'),
])
/** `none` is the act's dash, `notCounted` its "Не учитывается"; else one unit with a number or a range. */
export const term = z.union([
  z.enum(['none', 'notCounted']),
  z.strictObject({ seconds: amount }),
  z.strictObject({ minutes: amount }),
  z.strictObject({ hours: amount }),
  z.strictObject({ calendarDays: amount }),
  z.strictObject({ workingDays: amount }),
])

export type TermData = z.infer<typeof term>
export type TextData = z.infer<typeof text>
