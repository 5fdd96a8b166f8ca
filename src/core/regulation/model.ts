import { z } from 'zod'
import { action } from './action-model.ts'
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

const post = {
  role: z.string(),
  /** `country`: whoever has the role; `by-…`: the unit that `of` tells, by its region, centre, record. */
  unit: z.union([z.literal('country'), z.string().regex(/^by-[a-z]+$/)]),
  /** Code of the unit whose officials alone act in this case. */
  of: expression.exactOptional(),
}
const actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('applicant'),
    name: text,
    /** IIN of another person who acts in the case; left out: the party of the case. */
    number: expression.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('system'), name: text, system: z.string() }),
  z.strictObject({ kind: z.literal('official'), name: text, ...post }),
  /** Several bodies that each answer for themselves: the parts of an `agree` action. */
  z.strictObject({
    kind: z.literal('bodies'),
    name: text,
    role: z.string(),
    bodies: z.record(id, z.strictObject({ name: text })),
  }),
  z.strictObject({ kind: z.literal('commission'), name: text, ...post }),
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
/** The column "next action": numbers alone are the same in every language; conditions beside them are words of the act. */
const nextColumn = z.union([
  z.string().transform((words) => ({ kk: words, ru: words, en: words })),
  text,
])
/** A row of the act's table of actions: its six columns, and the actions that carry it out. */
const row = z.strictObject({
  no: z.int().positive(),
  actor: text,
  action: text,
  completion: text,
  term: term,
  termText: text.exactOptional(),
  next: nextColumn,
  actions: z.array(id).min(1),
  reading: z.string().exactOptional(),
})
/** The term of the whole service, and the moment from which it runs. */
const total = z.strictObject({
  term,
  text,
  from: z.enum(['filing', 'registration', 'day-after-filing']),
  reading: z.string().exactOptional(),
})
const channel = z.strictObject({
  name: text,
  start: id,
  /** Where this channel has a term of its own. */
  total: total.exactOptional(),
  /** A case of this channel is about a document that was issued before, such as a request to correct it. */
  about: z.literal('document').exactOptional(),
  /** Why processes or conditions of the act are numbered with a hole, where they are. */
  reading: z.string().exactOptional(),
  items: z.array(item).min(1),
  itemsRef: z.string(),
  table: z
    .strictObject({ title: text, ref: z.string(), rows: z.array(row).min(1) })
    .exactOptional(),
})

/**
 * A line of the form that the act gives a document: its words, and what fills it, which is a field of the document
 * (`plot.address`), a phrase, or something that the platform gives every document. Filled by nothing: `note` says why.
 */
const formLine = z.strictObject({
  line: z.string().min(1),
  /** The line in English. */
  en: z.string().min(1).exactOptional(),
  by: z.array(z.string()).default([]),
  note: z.string().exactOptional(),
})

const document = z.strictObject({
  title: text,
  /** Typst file beside the edition, relative to it. */
  template: z.string(),
  body: text,
  signer: id,
  seal: z.string(),
  /** KATO code of the region whose body seals, or the code of an office in it; left out where one body seals for the whole country. */
  sealedIn: expression.exactOptional(),
  /** Language that the document is headed with: kk, ru or en. Left out: the language of the request. */
  language: expression.exactOptional(),
  fields: z.record(id, expression),
  barcode: z.record(id, expression),
  /** The act's form, or ours where the act gives none, line by line; docs/forms.md is made from it. */
  form: z.array(formLine).min(1),
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

/**
 * On whose behalf others may order: a parent for a child, the holder of a power of attorney for the one who gave it. Or
 * nobody, and why. The head of a legal entity acts as the entity itself.
 */
const representation = z
  .strictObject({
    none: text.exactOptional(),
    parent: z.strictObject({ text }).exactOptional(),
    /** Codes of the powers, of which the power of attorney must have one. */
    attorney: z.strictObject({ powers: z.array(z.string()).min(1), text }).exactOptional(),
  })
  .refine(
    ({ none, parent, attorney }) =>
      (none === undefined) !== (parent === undefined && attorney === undefined),
    'either "none", or who may order for another',
  )

const duty = z.strictObject({
  name: text,
  amount: z.union([
    z.strictObject({ mrp: z.number().positive() }),
    z.strictObject({ percentOfMrp: z.number().positive() }),
  ]),
  /** Who pays nothing: the first whose condition holds. */
  exemptions: z.array(z.strictObject({ id, when: expression, text })).default([]),
  /** The law that sets the duty. */
  reference: text,
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
  total: total.exactOptional(),
  documents: z.record(id, document).default({}),
  phrases: z.record(phraseId, phrase).default({}),
  results: z.record(id, z.strictObject({ name: text })),
  grounds: z.record(id, ground),
  representation,
  fee: z.union([z.strictObject({ none: text }), z.strictObject({ duty })]),
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
  readings: z
    .array(
      z.strictObject({
        gap: z.string(),
        reading: z.string(),
        /** Where this edition therefore differs from the exact reading of the act, such as `portal.actions.8.next`. */
        differs: z.array(z.string()).min(1).exactOptional(),
      }),
    )
    .default([]),
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
export type DutyData = z.infer<typeof duty>
export type RepresentationData = z.infer<typeof representation>
export type ActorData = z.infer<typeof actor>
export type DocumentData = z.infer<typeof document>

export { type ActionData } from './action-model.ts'
export { type FieldData, type FormData, forms } from './form-model.ts'
export { type TermData, type TextData } from './words.ts'
