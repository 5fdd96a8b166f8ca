import { z } from 'zod'
import { expression, id, term, text } from './words.ts'

const next = z.record(z.string(), id)
const common = {
  name: text,
  by: id,
  within: term.exactOptional(),
  note: z.string().exactOptional(),
}
/** What an official does; `signed`: only with the signature of the official's own key. */
const decision = { ...common, signed: z.literal(true).exactOptional() }
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

/** What a decision would change in a register, shown to the official who takes it. */
const change = z.strictObject({
  /** `<form>.<field>`: the choice by which the applicant told what is wrong. */
  of: z.string().regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/),
  /** What the register says. */
  now: expression,
  /** What it is asked to say. */
  to: expression,
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
  z.strictObject({
    ...decision,
    does: z.literal('fill'),
    next,
    form: id,
    /** Name under which the answers are kept and seen; left out: `form`. */
    as: id.exactOptional(),
  }),
  z.strictObject({ ...common, does: z.literal('sign'), next }),
  z.strictObject({
    ...common,
    does: z.literal('verify-signature'),
    next,
    /** The action whose signature is verified; left out: the last one that was made. */
    of: id.exactOptional(),
  }),
  z.strictObject({
    ...common,
    does: z.literal('pay'),
    next,
    as: id,
    /** How long the offer stands. */
    within: term,
  }),
  z.strictObject({ ...common, does: z.literal('register'), next }),
  z.strictObject({
    ...common,
    does: z.literal('ask'),
    next,
    as: id,
    purpose: text,
    /** Number of the person or entity who is asked about; left out: the party of the case. */
    subject: expression.exactOptional(),
    /** The answer `found` changes the register: whoever ordered cannot withdraw from then on. */
    binding: z.literal(true).exactOptional(),
    ...questions.shape,
  }),
  /** A condition of the act that the platform tests by itself. */
  z.strictObject({ ...common, does: z.literal('test'), next, holds: expression }),
  z.strictObject({
    ...decision,
    does: z.literal('check'),
    next,
    checklist: z.array(text).min(1),
    /** What the outcomes are called where no documents are looked at: “correct the entry” instead of “documents complete”. */
    outcomes: z.strictObject({ complete: text, incomplete: text }).exactOptional(),
    change: change.exactOptional(),
  }),
  z.strictObject({ ...decision, does: z.literal('review'), next }),
  z.strictObject({
    ...common,
    does: z.literal('agree'),
    next,
    as: id,
    bodies: expression.exactOptional(),
    question: text,
  }),
  z.strictObject({
    ...decision,
    does: z.literal('convene'),
    next,
    as: id,
    quorum: z.int().positive(),
    question: text,
  }),
  z.strictObject({
    ...decision,
    does: z.literal('draft'),
    next,
    as: id,
  }),
  z.strictObject({ ...decision, does: z.literal('approve'), next }),
  z.strictObject({
    ...common,
    does: z.literal('appoint'),
    next,
    as: id,
    /** A calendar of classifiers/registry-calendars.yaml, and the code of the office that keeps it. */
    calendar: z.string(),
    of: expression,
    /** `YYYY-MM-DDTHH:MM` by the office's clock; null: the first that is free. */
    wished: expression,
  }),
  z.strictObject({
    ...common,
    does: z.literal('issue'),
    next,
    document: id,
    /** Number of the document that this one replaces; null: none. */
    replaces: expression.exactOptional(),
  }),
  z.strictObject({
    ...decision,
    does: z.literal('hand-over'),
    next,
    /** Keeps receivedBy, identity and handedOn, as the official entered them. */
    as: id.exactOptional(),
    /** Where and when the applicant fetches it, {kk, ru, en} or a text: told on the request and by a notification. */
    tells: expression.exactOptional(),
  }),
  z.strictObject({
    ...decision,
    does: z.literal('refuse'),
    ground: id.exactOptional(),
    grounds: z.array(id).min(1).exactOptional(),
    document: id.exactOptional(),
    /** What was found, {kk, ru, en} or a text; an official writes it, a system tells it by this. */
    remark: expression.exactOptional(),
    /** `acceptance`: the papers are not accepted (a receipt), which is no refusal of the service. */
    of: z.enum(['service', 'acceptance']).exactOptional(),
  }),
  /** The request is at its end because a term passed; it may be made again. */
  z.strictObject({ ...common, does: z.literal('expire'), text, document: id.exactOptional() }),
  z.strictObject({ ...common, does: z.literal('finish'), result: id }),
])

export type ActionData = z.infer<typeof action>
