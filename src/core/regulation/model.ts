import { z } from 'zod'
import { day, expression, id, lang, phraseId, serviceId, term, text } from './words.ts'

/**
 * The regulation language: the shape of the data, before the soundness checks of `checks/`. Every schema is closed: a
 * misspelt key is an error. What each part means, with a worked example, is in docs/regulation-language.md.
 */
const actKey = z.strictObject({
  issuer: text,
  kind: text,
  number: z.string(),
  date: day,
  registration: z.strictObject({ number: z.string(), date: day }).exactOptional(),
})
/** Identity of the act and of this edition of it (requirement 1). */
const act = actKey.extend({
  title: text,
  /** The languages in which the act itself speaks: a text may never call one of them our translation. */
  languages: z.array(lang).min(1),
  amendedBy: actKey.extend({ scope: text }).exactOptional(),
  repealedBy: actKey.partial({ issuer: true, kind: true }).exactOptional(),
  source: z.string(),
})

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant'), name: text }),
  z.strictObject({ kind: z.literal('system'), name: text, system: z.string() }),
  z.strictObject({ kind: z.literal('official'), name: text, role: z.string(), unit: z.string() }),
  /** Several bodies that each answer for themselves: the parts of an `agree` action. */
  z.strictObject({
    kind: z.literal('bodies'),
    name: text,
    role: z.string(),
    bodies: z.record(id, z.strictObject({ name: text })),
  }),
  z.strictObject({ kind: z.literal('commission'), name: text, role: z.string(), unit: z.string() }),
])

const next = z.record(z.string(), id)
const common = {
  name: text,
  by: id,
  within: term.exactOptional(),
  note: z.string().exactOptional(),
}
const questions = z.strictObject({ service: z.string(), request: z.record(z.string(), expression) })
/**
 * How a register identifies the applicant: `name` ({kk, ru}) is what documents call them; where `holds` is false of the
 * answer it is a mismatch (a dead person, a liquidated entity).
 */
const identification = questions.extend({
  name: expression,
  holds: expression.exactOptional(),
  /** IIN of the one person who may sign for the party; left out where the party signs itself. */
  signer: expression.exactOptional(),
})

/** One verb of the platform each; the verbs and their outcomes are in `verbs.ts`. */
export const action = z.discriminatedUnion('does', [
  z.strictObject({
    ...common,
    does: z.literal('identify'),
    next,
    as: id,
    purpose: text,
    person: identification.exactOptional(),
    entity: identification.exactOptional(),
  }),
  z.strictObject({ ...common, does: z.literal('fill'), next, form: id }),
  z.strictObject({ ...common, does: z.literal('sign'), next }),
  z.strictObject({ ...common, does: z.literal('verify-signature'), next }),
  z.strictObject({ ...common, does: z.literal('register'), next }),
  z.strictObject({
    ...common,
    does: z.literal('ask'),
    next,
    as: id,
    purpose: text,
    ...questions.shape,
  }),
  z.strictObject({ ...common, does: z.literal('check'), next, checklist: z.array(text).min(1) }),
  z.strictObject({ ...common, does: z.literal('review'), next }),
  z.strictObject({
    ...common,
    does: z.literal('agree'),
    next,
    as: id,
    bodies: expression.exactOptional(),
    question: text,
  }),
  z.strictObject({
    ...common,
    does: z.literal('convene'),
    next,
    as: id,
    quorum: z.int().positive(),
    question: text,
  }),
  z.strictObject({
    ...common,
    does: z.literal('draft'),
    next,
    as: id,
    documents: z.record(z.string(), id).exactOptional(),
  }),
  z.strictObject({ ...common, does: z.literal('approve'), next }),
  z.strictObject({ ...common, does: z.literal('issue'), next, document: id }),
  z.strictObject({ ...common, does: z.literal('hand-over'), next }),
  z.strictObject({
    ...common,
    does: z.literal('refuse'),
    ground: id.exactOptional(),
    grounds: z.array(id).min(1).exactOptional(),
    document: id.exactOptional(),
    /** `acceptance`: the papers are not accepted (a receipt), which is no refusal of the service. */
    of: z.enum(['service', 'acceptance']).exactOptional(),
  }),
  z.strictObject({ ...common, does: z.literal('finish'), result: id }),
])

/** A numbered item of the act's list of steps: "9) процесс 7". What it says, and the actions that carry it out. */
const item = z.strictObject({
  no: z.string(),
  process: z.int().positive().exactOptional(),
  condition: z.int().positive().exactOptional(),
  text,
  actions: z.array(id),
  /** What the platform itself does outside of a case. */
  platform: z.enum(['registration', 'sign-in', 'catalogue', 'desk']).exactOptional(),
  reading: z.string().exactOptional(),
})
/** A row of the act's table of actions: its six columns, and the actions that carry it out. */
const row = z.strictObject({
  no: z.int().positive(),
  actor: text,
  action: text,
  completion: text,
  term: term,
  termText: text.exactOptional(),
  next: z.string(),
  actions: z.array(id).min(1),
  reading: z.string().exactOptional(),
})
const channel = z.strictObject({
  name: text,
  start: id,
  /** Why processes or conditions of the act are numbered with a hole, where they are. */
  reading: z.string().exactOptional(),
  items: z.array(item).min(1),
  itemsRef: z.string(),
  table: z
    .strictObject({ title: text, ref: z.string(), rows: z.array(row).min(1) })
    .exactOptional(),
})

const document = z.strictObject({
  title: text,
  /** Typst file beside the edition, relative to it. Absent: the act gives no form; the result is a notice in the cabinet. */
  template: z.string().exactOptional(),
  body: text,
  signer: id,
  seal: z.string(),
  /** KATO code of the region whose body seals; left out where one body seals for the whole country. */
  sealedIn: expression.exactOptional(),
  /** Language that the document is headed with: kk, ru or en. Left out: the language of the request. */
  language: expression.exactOptional(),
  fields: z.record(id, expression),
  barcode: z.record(id, expression),
  phrases: z.array(phraseId).default([]),
  validity: z.union([
    z.literal('at-issue'),
    z.strictObject({ months: z.int().positive() }),
    z.strictObject({ days: z.int().positive() }),
  ]),
})

/** A fixed phrase as documents print it, in the two languages of documents. */
const phrase = z.strictObject({
  kk: z.string().min(1),
  ru: z.string().min(1),
  ours: z.array(lang).min(1).exactOptional(),
})

const ground = z.strictObject({
  text,
  /** The place in the act: "point 7, item 7), process 5". */
  reference: text,
  /** What the applicant can do now. */
  advice: text,
})

export const edition = z.strictObject({
  language: z.literal(1),
  service: serviceId,
  edition: day,
  act,
  /** Half-open: `to` is the first day on which the edition is no longer in force. */
  inForce: z.strictObject({ from: day, to: day.exactOptional(), reading: text }),
  actors: z.record(id, actor),
  variants: z.record(id, text).exactOptional(),
  channels: z.record(id, channel),
  actions: z.record(id, action),
  total: z
    .strictObject({
      term,
      text,
      from: z.enum(['filing', 'registration', 'day-after-filing']),
      reading: z.string().exactOptional(),
    })
    .exactOptional(),
  documents: z.record(id, document).default({}),
  phrases: z.record(phraseId, phrase).default({}),
  results: z.record(id, z.strictObject({ name: text })),
  grounds: z.record(id, ground),
  fee: z.strictObject({ none: text }),
  survey: z.array(z.strictObject({ question: text, options: z.array(text).min(2) })).default([]),
  correction: text.exactOptional(),
  help: z
    .strictObject({
      phones: z.array(z.strictObject({ number: z.string(), who: text })),
      emails: z.array(z.string()),
    })
    .exactOptional(),
  conditions: z.array(text).default([]),
  /** How a defect of the act is read: the gap's id, or our own mark, and the reading. */
  readings: z.array(z.strictObject({ gap: z.string(), reading: z.string() })).default([]),
})

/** What all editions of a service share: how it is found and named. */
export const service = z.strictObject({
  id: serviceId,
  name: text,
  summary: text,
  provider: text,
  stateBody: text,
  recipients: z.array(z.enum(['person', 'entity'])).min(1),
  recipientsText: text,
  exceptions: z.array(text).default([]),
  form: text,
  needed: z.array(text),
  category: text,
  situations: z.array(text),
  keywords: z.strictObject({
    kk: z.array(z.string()),
    ru: z.array(z.string()),
    en: z.array(z.string()),
  }),
  standard: z
    .strictObject({ name: text, act: text, number: z.string(), date: day })
    .exactOptional(),
  online: z.boolean(),
})

/** country/adoption.yaml: which editions the country keeps in force beyond the day on which their act ends. */
export const adoption = z.strictObject({
  kept: z.array(
    z.strictObject({
      service: serviceId,
      edition: day,
      /** The first day on which the edition is in force by the country's own decision. */
      from: day,
      text,
    }),
  ),
})

export type AdoptionData = z.infer<typeof adoption>
export type ServiceId = z.infer<typeof serviceId>
export type ChannelData = z.infer<typeof channel>
export type EditionData = z.infer<typeof edition>
export type ServiceData = z.infer<typeof service>
export type ActionData = z.infer<typeof action>
export type ActorData = z.infer<typeof actor>
export type DocumentData = z.infer<typeof document>

export { type FieldData, type FormData, forms } from './form-model.ts'
export { type TermData, type TextData } from './words.ts'
