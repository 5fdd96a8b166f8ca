import { z } from 'zod'
import {
  canonicalJson,
  type Instant,
  type Json,
  ok,
  parseBin,
  parseIin,
  type Result,
  refuse,
} from '#core/kernel'
import { envelopeErrors } from './errors.ts'

/** The longest message on the wire, in bytes. Files never travel inline: they go by number and hash. */
export const MAX_MESSAGE_BYTES = 1024 * 1024
/** Stands for "no message could be read" in the answer to an unreadable one. */
export const NO_MESSAGE = '00000000-0000-0000-0000-000000000000'
const MAX_DEPTH = 32

/** An information system of the state as the gateway knows it, such as `portal` or `realty`. */
export const systemId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
/** A service of a system, such as `persons.identify`. */
export const serviceId = z.string().regex(/^[a-z][a-z0-9-]{1,39}\.[a-z][a-z0-9-]{1,59}$/)

const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value))
const subject = z
  .string()
  .refine((text) => parseIin(text) !== undefined || parseBin(text) !== undefined)
const text = z.strictObject({
  kk: z.string().min(1).max(1000),
  ru: z.string().min(1).max(1000),
  en: z.string().min(1).max(1000),
})
/** Whether it is JSON is settled by the comparison with its canonical text. */
const json = z.custom<Json>((value) => value !== undefined)
const common = {
  id: z.uuid(),
  from: systemId,
  to: systemId,
  service: serviceId,
  case: z.uuid().optional(),
  subject: subject.optional(),
  body: json,
  sentAt: instant,
}

const requestSchema = z.strictObject({
  kind: z.literal('request'),
  ...common,
  /** Whom the request asks about beside its subject. */
  alsoAbout: z.array(subject).min(1).max(20).optional(),
  purpose: text,
})
const errorSchema = z.strictObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{2,59}$/), text })
const answerSchema = z.strictObject({
  kind: z.literal('answer'),
  ...common,
  inReplyTo: z.guid(),
  status: z.enum(['found', 'absent', 'no-data', 'refused']),
  error: errorSchema.optional(),
})
const envelopeSchema = z.discriminatedUnion('kind', [requestSchema, answerSchema])

/** One system asks another, for a stated purpose, about a person (IIN) or a legal entity (BIN). */
export type RequestEnvelope = z.output<typeof requestSchema>
/**
 * The answer to one request. `found` and `absent` are both answers of substance; `no-data`: what was named is not in the
 * register, so nothing can be certified; `refused`: not answered, `error` says why in the three languages.
 */
export type AnswerEnvelope = z.output<typeof answerSchema>
export type Envelope = RequestEnvelope | AnswerEnvelope
export type AnswerStatus = AnswerEnvelope['status']
export type AnswerError = z.output<typeof errorSchema>
export type SystemId = string
export type ServiceId = string

function isInstant(value: string): boolean {
  const date = new Date(value)
  return !Number.isNaN(date.getTime()) && date.toISOString() === value
}

/** The exact text that is signed: canonical JSON (RFC 8785). */
export const envelopeText = (envelope: Envelope): string => canonicalJson(envelope)

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair in JSON, and no name needs them. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** Nesting of a JSON text without building it: a deep bomb must not reach a recursive function. */
function depthWithin(source: string, limit: number): boolean {
  let depth = 0
  for (const [token] of source.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth > limit) return false
  }
  return true
}

/** JSON text to a value, or undefined for what is not JSON or is nested too deep. */
export function parseJson(source: string): unknown {
  if (!depthWithin(source, MAX_DEPTH)) return undefined
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function isCanonical(value: unknown, source: string): boolean {
  try {
    return canonicalJson(value) === source && !UNSTORABLE.test(source)
  } catch {
    return false
  }
}

/**
 * The envelope that a signed text holds. Only the canonical text is accepted, so one envelope has one text and one hash.
 * Refusals: ENVELOPE_MALFORMED, ENVELOPE_NOT_CANONICAL.
 */
export function parseEnvelope(source: string): Result<Envelope> {
  const value = parseJson(source)
  if (value === undefined) return refuse(envelopeErrors.MALFORMED({ at: 'json' }))
  if (!isCanonical(value, source)) return refuse(envelopeErrors.NOT_CANONICAL())
  const parsed = envelopeSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const at = parsed.error.issues[0]?.path.join('.') ?? ''
  return refuse(envelopeErrors.MALFORMED({ at: at === '' ? 'envelope' : at.slice(0, 80) }))
}
