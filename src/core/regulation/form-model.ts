import { z } from 'zod'
import { expression, id, text } from './words.ts'

/** The forms of an edition: pages, fields, format-logic control. */
const option = z.strictObject({ value: z.string(), label: text })
const fieldCommon = {
  id,
  label: text,
  hint: text.exactOptional(),
  required: z.union([z.boolean(), expression]).default(true),
  /** Shown and asked only when this holds. */
  when: expression.exactOptional(),
  prefill: expression.exactOptional(),
  /** Where a prefilled value comes from and what to do if it is wrong. */
  source: text.exactOptional(),
}
export const field = z.discriminatedUnion('kind', [
  z.strictObject({ ...fieldCommon, kind: z.literal('number-of-party') }),
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('choice'),
    options: z.array(option).min(2),
    initial: z.string().exactOptional(),
  }),
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('region'),
    /** KATO codes to choose from; the loader fills in all regions of the classifier where the regulation names none. */
    codes: z.array(z.string()).min(1).exactOptional(),
  }),
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('text'),
    maxLength: z.int().positive().default(200),
    pattern: z.string().exactOptional(),
    patternText: text.exactOptional(),
  }),
  z.strictObject({ ...fieldCommon, kind: z.literal('cadastral-number') }),
  /** Of a person (`iin`) or of a legal entity (`bin`), with its control digit. */
  z.strictObject({ ...fieldCommon, kind: z.literal('iin') }),
  z.strictObject({ ...fieldCommon, kind: z.literal('bin') }),
  /** A day `YYYY-MM-DD`, from `min` to `max`: each a day, or an expression that gives one or null. */
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('date'),
    min: expression.exactOptional(),
    max: expression.exactOptional(),
  }),
  /** A whole number; numbers of records, which have leading zeros, are texts. */
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('number'),
    min: z.int().exactOptional(),
    max: z.int().exactOptional(),
  }),
  /** A measure such as `54.3`, kept as text with a point: exact, with at most `places` digits behind it and eight before. */
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('decimal'),
    places: z.int().min(1).max(6).default(1),
  }),
  /** An office of classifiers/units.yaml, by its code. */
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('unit'),
    /** The kind of offices. */
    of: z.string(),
    /** Codes to choose from; the loader fills in all offices of the kind where the regulation names none. */
    codes: z.array(z.string()).min(1).exactOptional(),
  }),
  /** A free time `YYYY-MM-DDTHH:MM` in the calendar of the office chosen in the field `office`. */
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('appointment'),
    calendar: z.string(),
    office: id,
  }),
  z.strictObject({
    ...fieldCommon,
    kind: z.literal('file'),
    maxMegabytes: z.int().positive().default(10),
  }),
])
export const form = z.strictObject({
  title: text,
  pages: z
    .array(
      z.strictObject({
        id,
        title: text,
        hint: text.exactOptional(),
        fields: z.array(field).min(1),
      }),
    )
    .min(1),
  /** Checks across fields: `holds` must be true, else `text` stands at `field`. */
  checks: z.array(z.strictObject({ id, field: id, holds: expression, text })).default([]),
})

/** form.yaml: the forms of an edition by id. */
export const forms = z.strictObject({ forms: z.record(id, form) })

/** A form as it is asked; `as` is the name by which its expressions see its answers, where it is not `form`. */
export type FormData = z.infer<typeof form> & { readonly as?: string }
export type FieldData = z.infer<typeof field>
