import { z } from 'zod'
import { ok, type Result, refuse } from '#core/kernel'
import {
  type AnswerEnvelope,
  type Envelope,
  MAX_MESSAGE_BYTES,
  parseEnvelope,
  parseJson,
  type RequestEnvelope,
  type SystemId,
} from './envelope.ts'
import { envelopeErrors } from './errors.ts'

const signedSchema = z.strictObject({
  envelope: z.string().min(2),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  certificate: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * What travels: the exact canonical text, its ES256 signature (IEEE P1363, base64url) by the system in `from`, and the
 * SHA-256 fingerprint (hex) of that system's certificate.
 */
export type SignedEnvelope = z.output<typeof signedSchema>

/** How an envelope is signed and checked; made by `createSeal` of `#platform/seal`. */
export interface Seal {
  /** Signs `text` with the key of `system`. Throws when there is no such key: the wiring is broken then. */
  sign(system: SystemId, text: string): Promise<SignedEnvelope>
  /** Refusals: ENVELOPE_UNKNOWN_CERTIFICATE, _UNTRUSTED_CERTIFICATE, _WRONG_SYSTEM, _BAD_SIGNATURE. */
  verify(system: SystemId, signed: SignedEnvelope): Promise<Result<undefined>>
}

/** A signed envelope whose form was read; its signature is not checked yet. */
export interface ReadEnvelope<E extends Envelope = Envelope> {
  readonly signed: SignedEnvelope
  readonly envelope: E
}

export const toWire = (signed: SignedEnvelope): Buffer =>
  Buffer.from(
    JSON.stringify({
      certificate: signed.certificate,
      envelope: signed.envelope,
      signature: signed.signature,
    }),
  )

/** Bytes of a stranger to an envelope. Refusals: ENVELOPE_TOO_LARGE, ENVELOPE_MALFORMED, ENVELOPE_NOT_CANONICAL. */
export function fromWire(bytes: Uint8Array): Result<ReadEnvelope> {
  if (bytes.byteLength > MAX_MESSAGE_BYTES) {
    return refuse(envelopeErrors.TOO_LARGE({ size: bytes.byteLength, limit: MAX_MESSAGE_BYTES }))
  }
  const parsed = signedSchema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')))
  if (!parsed.success) return refuse(envelopeErrors.MALFORMED({ at: 'wire' }))
  const envelope = parseEnvelope(parsed.data.envelope)
  return envelope.ok ? ok({ signed: parsed.data, envelope: envelope.value }) : envelope
}

/** Whether a well-signed answer answers this very request. Refusal: ENVELOPE_ANSWER_MISMATCH. */
export function matchAnswer(request: RequestEnvelope, answer: Envelope): Result<AnswerEnvelope> {
  const mismatch = refuse(envelopeErrors.ANSWER_MISMATCH())
  if (answer.kind !== 'answer' || answer.inReplyTo !== request.id) return mismatch
  if (answer.from !== request.to || answer.to !== request.from) return mismatch
  return answer.service === request.service ? ok(answer) : mismatch
}
