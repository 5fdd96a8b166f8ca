import { parse } from 'yaml'
import { z } from 'zod'
import {
  type Iin,
  type Instant,
  instantAt,
  parseBin,
  parseDate,
  parseIin,
  type Party,
  type PlainDate,
} from '#core/kernel'
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

/** What a person did: filled in, paid, decided, concluded for one body, or let the term pass (`outcome: lapsed`). */
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
    /** What an official types into a form of the office. */
    form: z.record(z.string(), z.string()).optional(),
    ground: z.string().optional(),
    remark: z.string().optional(),
  }),
])
const answer = z.union([
  z.string().transform((outcome) => ({ outcome, store: undefined })),
  z.strictObject({ outcome: z.string(), store: store.optional() }),
])

const bilingual = z.strictObject({ kk: z.string(), ru: z.string() })
const representative = z.strictObject({
  iin: z.custom<Iin>((value) => typeof value === 'string' && parseIin(value) !== undefined),
  name: bilingual,
  basis: z.enum(['parent', 'attorney']),
  mandate: store.default({}),
})
const about = z.strictObject({
  caseId: z.string(),
  caseNumber: z.string(),
  document: z.string(),
  number: z.string(),
  title: bilingual,
  issuedOn: z.custom<PlainDate>(
    (value) => typeof value === 'string' && parseDate(value) !== undefined,
  ),
  data: store,
})

/** A golden example beside an edition: facts in; path, days, documents and the end out. docs/regulation-language.md. */
export const exampleShape = z.strictObject({
  name: z.string().min(1),
  given: z.strictObject({
    channel: z.string(),
    opened: moment,
    party,
    language: z.enum(['kk', 'ru', 'en']).default('kk'),
    /** Who orders for the party. */
    representative: representative.optional(),
    /** The document that the case is about. */
    about: about.optional(),
    /** What is typed into the form. */
    form: z.record(z.string(), z.string()).default({}),
    /** What systems answered, by action. */
    answers: z.record(z.string(), answer).default({}),
    /** What people did, in order. */
    decisions: z.array(decision).default([]),
  }),
  expect: z.strictObject({
    path: z.array(z.string()).min(1),
    status: z.enum(['finished', 'refused', 'expired']),
    result: z.string().optional(),
    ground: z.string().optional(),
    /** When the terms of actions end, of the first time that each was entered. */
    terms: z.record(z.string(), moment).default({}),
    /** What had to be paid, by action, in tiyn. */
    amounts: z.record(z.string(), z.int()).default({}),
    /** When the whole service is due. */
    due: moment.optional(),
    /** What registers were asked, by service: members of the last question to each. */
    asked: z.record(z.string(), store).default({}),
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
