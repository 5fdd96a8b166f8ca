import { createHash } from 'node:crypto'
import {
  type AnswerEnvelope,
  envelopeErrors,
  fromWire,
  MAX_MESSAGE_BYTES,
  NO_MESSAGE,
  type RequestEnvelope,
  type Seal,
  type ServiceId,
  type SystemId,
  toWire,
  envelopeText,
} from '#core/envelope'
import { addSeconds, type CodedError, type Instant, ok, type Result, refuse } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { RegistryService } from './define-service.ts'
import { registryErrors } from './errors.ts'
import { createMessageStore, type MessageStore } from './message-store.ts'
import { type Reply, refusal, replyTo } from './reply.ts'

/** Who may ask what. Nobody else may: a registry does not lean on the gateway's rights. */
export interface AccessRule {
  readonly from: SystemId
  readonly service: ServiceId
}

export interface RegistryOptions {
  readonly system: SystemId
  /** The registry's schema, such as `reg_persons`; its first migration is `kitMigration`. */
  readonly schema: string
  readonly sql: Sql
  readonly seal: Seal
  readonly rights: readonly AccessRule[]
  readonly services: readonly RegistryService[]
  readonly clock: () => Instant
}

/** Takes the bytes of a signed request and gives the bytes of the signed answer. Throws {@link RegistryUnavailable}. */
export type Endpoint = (bytes: Buffer) => Promise<Buffer>

export interface Registry {
  readonly endpoint: Endpoint
  /** Switches maintenance on or off, for every process of this registry and over restarts. */
  setAvailable(available: boolean): Promise<void>
}

/** The registry does not answer now; the message is to be sent again later. */
export class RegistryUnavailable extends Error {
  readonly code = 'REGISTRY_UNAVAILABLE'
}

/** How far the clock of another system may run ahead of ours. */
const SKEW_SECONDS = 300

async function authenticate(
  options: RegistryOptions,
  bytes: Buffer,
): Promise<{ request?: RequestEnvelope; text: string; checked: Result<undefined> }> {
  const read = fromWire(bytes)
  if (!read.ok) return { text: '', checked: read }
  const { envelope, signed } = read.value
  const text = signed.envelope
  if (envelope.kind !== 'request')
    return { text, checked: refuse(envelopeErrors.MALFORMED({ at: 'kind' })) }
  const refused = (error: CodedError) => ({ request: envelope, text, checked: refuse(error) })
  if (envelope.to !== options.system) return refused(envelopeErrors.WRONG_RECEIVER())
  const verified = await options.seal.verify(envelope.from, signed)
  if (!verified.ok) return refused(verified.error)
  if (envelope.sentAt > addSeconds(options.clock(), SKEW_SECONDS))
    return refused(envelopeErrors.FROM_FUTURE())
  return { request: envelope, text, checked: ok(undefined) }
}

async function decide(options: RegistryOptions, request: RequestEnvelope): Promise<Reply> {
  const allowed = options.rights.some(
    (rule) => rule.from === request.from && rule.service === request.service,
  )
  if (!allowed) return refusal(registryErrors.NOT_ALLOWED())
  const service = options.services.find(({ id }) => id === request.service)
  if (service === undefined) return refusal(registryErrors.UNKNOWN_SERVICE())
  const { subject, alsoAbout, body } = request
  const question = { subject, alsoAbout, body }
  const outcome = await service.answer(options.sql, question, options.clock())
  return outcome.ok ? outcome.value : refusal(outcome.error)
}

async function seal(options: RegistryOptions, answer: AnswerEnvelope): Promise<Buffer> {
  return toWire(await options.seal.sign(options.system, envelopeText(answer)))
}

/** A refusal of a message whose sender is not proven: signed, but never stored, so a forger cannot spoil an id. */
function refuseStranger(
  options: RegistryOptions,
  claimed: RequestEnvelope | undefined,
  error: CodedError,
) {
  const request = claimed ?? { id: NO_MESSAGE, from: 'unknown', service: 'unknown.unknown' }
  return seal(
    options,
    replyTo(request, refusal(error), { from: options.system, at: options.clock() }),
  )
}

async function answerOnce(
  options: RegistryOptions,
  store: MessageStore,
  received: { request: RequestEnvelope; hash: Buffer },
): Promise<Buffer> {
  const { request, hash } = received
  const meta = { from: options.system, at: options.clock() }
  let answer = replyTo(request, await decide(options, request), meta)
  let bytes = await seal(options, answer)
  if (bytes.byteLength > MAX_MESSAGE_BYTES) {
    answer = replyTo(request, refusal(registryErrors.ANSWER_TOO_LARGE()), meta)
    bytes = await seal(options, answer)
  }
  const kept = await store.keep({ request, hash, answer, wire: bytes.toString('utf8') })
  return kept ? bytes : answerAgain(options, store, received)
}

/** Another delivery of the same message was answered in the meantime: its answer is the answer. */
async function answerAgain(
  options: RegistryOptions,
  store: MessageStore,
  { request, hash }: { request: RequestEnvelope; hash: Buffer },
): Promise<Buffer> {
  const { answered } = await store.find(request.id)
  if (answered === undefined) throw new Error('an answer vanished from the inbox')
  if (answered.hash.equals(hash)) return Buffer.from(answered.wire)
  return refuseStranger(options, request, envelopeErrors.ID_REUSED())
}

/**
 * A registry as others see it: signed requests in, signed answers out. A message id is answered once; a repeated message gets
 * the same bytes. Every question of a proven sender is journalled. Refusals come as signed answers: ENVELOPE_* while the sender
 * is not proven, REGISTRY_* after that.
 */
export function createRegistry(options: RegistryOptions): Registry {
  const store = createMessageStore(options.sql, options.schema)
  return {
    setAvailable: (available) => store.setAvailable(available, options.clock()),

    async endpoint(bytes) {
      const { request, text, checked } = await authenticate(options, bytes)
      const found = await store.find(request?.id ?? NO_MESSAGE)
      if (!found.available) throw new RegistryUnavailable(`${options.system} is under maintenance`)
      if (!checked.ok || request === undefined)
        return refuseStranger(
          options,
          request,
          checked.ok ? envelopeErrors.MALFORMED({ at: 'kind' }) : checked.error,
        )
      const received = { request, hash: createHash('sha256').update(text).digest() }
      return found.answered === undefined
        ? answerOnce(options, store, received)
        : answerAgain(options, store, received)
    },
  }
}
