import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** What the comparison reads of the catalogue: an exact reading of the acts, service by service, kept outside of this repository. */
const maybe = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined)
const words = maybe(z.string())
const inferred = maybe(
  z.looseObject({
    sfe: words,
    action_orig: words,
    deadline: words,
    next: z.union([z.number(), z.null()]).optional(),
  }),
)
const action = z.looseObject({
  num: z.number(),
  sfe: words,
  action_orig: words,
  completion_orig: words,
  deadline: maybe(
    z.looseObject({
      text: words,
      unit: words,
      min: maybe(z.number()),
      max: maybe(z.number()),
      counted: z.boolean().optional(),
    }),
  ),
  next: maybe(z.array(z.looseObject({ to: z.union([z.number(), z.string()]) }))),
  inferred,
})
const step = z.looseObject({
  n: z.number(),
  item: words,
  label: words,
  branches: maybe(z.looseObject({ ok: words, fail: words })),
  terminal: words,
})
const flow = z.looseObject({
  steps: maybe(z.array(step)),
  action_table: maybe(
    z.looseObject({
      title: maybe(z.looseObject({ ru: words, kk: words })),
      actions: maybe(z.array(action)),
    }),
  ),
})
const group = z.looseObject({
  item_fields: maybe(z.array(z.string())),
  columns: maybe(z.array(z.string())),
})
const fields = maybe(z.array(z.union([z.string(), group])))
const phrases = maybe(z.array(z.looseObject({ id: z.string() })))
const options = z.array(z.looseObject({ ru: words, kk: words }))

const catalogued = z.looseObject({
  id: z.string(),
  title: z.looseObject({ ru: words, kk: words }),
  variants: maybe(z.array(z.looseObject({ id: z.string(), ru: words }))),
  form: maybe(
    z.looseObject({ fields: maybe(z.array(z.looseObject({ id: z.string(), ru: words }))) }),
  ),
  fee: maybe(
    z.looseObject({
      amount_mrp: maybe(z.number()),
      window: maybe(z.looseObject({ hours: z.number() })),
    }),
  ),
  flows: z.record(z.string(), flow),
  results: maybe(
    z.array(
      z.looseObject({
        id: z.string(),
        name_ru: words,
        name_kk: words,
        fields,
        fixed_phrases: phrases,
      }),
    ),
  ),
  refusals: maybe(
    z.array(
      z.looseObject({
        id: z.string(),
        reason: words,
        title_ru: words,
        name_kk: words,
        fields,
        fixed_phrases: phrases,
      }),
    ),
  ),
  notifications: maybe(z.looseObject({ rules: maybe(z.array(z.string())) })),
  validity: maybe(z.looseObject({ value: maybe(z.union([z.string(), z.number()])) })),
  survey: maybe(
    z.looseObject({
      questions: maybe(z.array(z.looseObject({ ru: words, kk: words, options }))),
    }),
  ),
  information: maybe(
    z.looseObject({ phones: maybe(z.array(z.string())), emails: maybe(z.array(z.string())) }),
  ),
})
const fixedPhrases = z.looseObject({
  fixed_phrases: z.array(z.looseObject({ id: z.string(), ru: words, kk: words })),
})

export type Catalogued = z.output<typeof catalogued>
export type CataloguedFlow = Catalogued['flows'][string]
export type CataloguedAction = z.output<typeof action>
export type CataloguedStep = z.output<typeof step>
export type CataloguedFields = z.output<typeof fields>
export type FixedPhrases = z.output<typeof fixedPhrases>['fixed_phrases']

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))

export const readCatalogued = (file: string): Catalogued => catalogued.parse(read(file))
export const readPhrases = (file: string): FixedPhrases =>
  fixedPhrases.parse(read(file)).fixed_phrases
