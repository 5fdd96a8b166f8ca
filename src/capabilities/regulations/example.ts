import { parse } from 'yaml'
import { z } from 'zod'
import { type Instant, instantAt, parseBin, parseDate, parseIin, type Party } from '#core/kernel'
import type { Json } from '#core/kernel'

/** `2017-02-06 10:00` or with seconds: what the clock on the wall of the country shows. */
const moment = z.string().transform((text, context): Instant => {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)$/.exec(text) ?? []
  const date = parseDate(day)
  if (date !== undefined) return instantAt(date, time.length === 5 ? `${time}:00` : time)
  context.addIssue({ code: 'custom', message: `"${text}" is no moment like 2017-02-06 10:00` })
  return z.NEVER
})
const party = z.union([
  z.strictObject({ person: z.string() }).transform(({ person }, context): Party => {
    const iin = parseIin(person)
    if (iin !== undefined) return { kind: 'person', iin }
    context.addIssue({ code: 'custom', message: `"${person}" is no IIN` })
    return z.NEVER
  }),
  z.strictObject({ entity: z.string() }).transform(({ entity }, context): Party => {
    const bin = parseBin(entity)
    if (bin !== undefined) return { kind: 'entity', bin }
    context.addIssue({ code: 'custom', message: `"${entity}" is no BIN` })
    return z.NEVER
  }),
])
const json = z.json().transform((value) => value as Json)
const store = z.record(z.string(), json)
const common = { at: moment, action: z.string() }

/** What a person did: filled in, decided, or concluded for one body. */
const decision = z.union([
  z.strictObject({
    ...common,
    body: z.string(),
    positive: z.boolean(),
    remark: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    outcome: z.string().optional(),
    store: store.optional(),
    ground: z.string().optional(),
    remark: z.string().optional(),
  }),
])
const answer = z.union([
  z.string().transform((outcome) => ({ outcome, store: undefined })),
  z.strictObject({ outcome: z.string(), store: store.optional() }),
])

/** A golden example beside an edition: facts in; path, days, documents and the end out. docs/regulation-language.md. */
export const exampleShape = z.strictObject({
  name: z.string().min(1),
  given: z.strictObject({
    channel: z.string(),
    opened: moment,
    party,
    language: z.enum(['kk', 'ru', 'en']).default('kk'),
    /** What is typed into the form. */
    form: z.record(z.string(), z.string()).default({}),
    /** What systems answered, by action. */
    answers: z.record(z.string(), answer).default({}),
    /** What people did, in order. */
    decisions: z.array(decision).default([]),
  }),
  expect: z.strictObject({
    path: z.array(z.string()).min(1),
    status: z.enum(['finished', 'refused']),
    result: z.string().optional(),
    ground: z.string().optional(),
    /** When the terms of actions end, of the first time that each was entered. */
    terms: z.record(z.string(), moment).default({}),
    /** When the whole service is due. */
    due: moment.optional(),
    /** Fields of the documents issued. */
    documents: z.record(z.string(), store).default({}),
  }),
})
export type Example = z.output<typeof exampleShape>
export type Decision = z.output<typeof decision>

/** @throws when the text is not an example; the message names the place. */
export function parseExample(text: string): Example {
  return exampleShape.parse(parse(text))
}
