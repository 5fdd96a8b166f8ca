import {
  type AnswerEnvelope,
  type Envelope,
  fromWire,
  matchAnswer,
  parseEnvelope,
  type RequestEnvelope,
  type Seal,
  toWire,
} from '#core/envelope'
import type { QueuedMessage } from './outbox.ts'
import type { Transport } from './transport.ts'

/** What came of one attempt. */
export type Delivery =
  /** A proven answer to this request, also a refusal of substance. */
  | {
      readonly outcome: 'answered'
      readonly request: RequestEnvelope
      readonly answer: AnswerEnvelope
      readonly wires: Wires
    }
  /** The receiver, proven, refuses the message as such (ENVELOPE_*). */
  | {
      readonly outcome: 'rejected'
      readonly request: RequestEnvelope
      readonly answer: AnswerEnvelope
      readonly wires: Wires
      readonly code: string
    }
  /** No answer that can be believed; the system is as good as down. */
  | { readonly outcome: 'failed'; readonly code: string }
  /** The queued text is not what its columns say: it is never signed. */
  | { readonly outcome: 'altered' }

interface Wires {
  readonly request: string
  readonly answer: string
}
export interface DeliveryMeans {
  readonly seal: Seal
  readonly transport: Transport
  /** Whether an answer `found` or `absent` is what the service has promised to answer. */
  readonly asPromised: (service: string, answer: Pick<AnswerEnvelope, 'status' | 'body'>) => boolean
}

/** The request in the queue, if its columns (which rights were checked on) say the same as its text. */
export function readQueued(message: QueuedMessage): RequestEnvelope | undefined {
  const parsed = parseEnvelope(message.envelope)
  if (!parsed.ok || parsed.value.kind !== 'request') return undefined
  const { id, from, to, service, case: caseId } = parsed.value
  const same =
    id === message.id && from === message.from && to === message.to && service === message.service
  return same && (caseId ?? null) === message.case ? parsed.value : undefined
}

const CODE = /^[A-Z][A-Z0-9_]{2,59}$/

/** A code for the status page; the text of an exception is never shown, it could hold anything. */
function failureCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && CODE.test(code) ? code : 'GATEWAY_UNREACHABLE'
}

async function exchange(
  transport: Transport,
  request: RequestEnvelope,
  wire: Buffer,
): Promise<Buffer | { readonly code: string }> {
  try {
    return await transport(request.to, wire)
  } catch (error) {
    return { code: failureCode(error) }
  }
}

const OF_SUBSTANCE: readonly AnswerEnvelope['status'][] = ['found', 'absent']

async function judge(
  means: DeliveryMeans,
  request: RequestEnvelope,
  wires: { request: Buffer; answer: Buffer },
): Promise<Delivery> {
  const read = fromWire(wires.answer)
  if (!read.ok) return { outcome: 'failed', code: 'GATEWAY_BAD_ANSWER' }
  const { signed, envelope } = read.value
  const verified = await means.seal.verify(request.to, signed)
  if (!verified.ok) return { outcome: 'failed', code: verified.error.code }
  const texts = { request: wires.request.toString('utf8'), answer: wires.answer.toString('utf8') }
  return proven(means, request, { envelope, texts })
}

/** What the receiver itself says: nobody else could have signed it. */
function proven(
  { asPromised }: DeliveryMeans,
  request: RequestEnvelope,
  { envelope, texts }: { readonly envelope: Envelope; readonly texts: Wires },
): Delivery {
  const refusal = envelope.kind === 'answer' ? envelope.error?.code : undefined
  if (
    envelope.kind === 'answer' &&
    refusal?.startsWith('ENVELOPE_') === true &&
    envelope.from === request.to
  ) {
    return { outcome: 'rejected', request, answer: envelope, wires: texts, code: refusal }
  }
  const answer = matchAnswer(request, envelope)
  if (!answer.ok) return { outcome: 'failed', code: answer.error.code }
  if (OF_SUBSTANCE.includes(answer.value.status) && !asPromised(request.service, answer.value))
    return { outcome: 'failed', code: 'GATEWAY_WRONG_SHAPE' }
  return { outcome: 'answered', request, answer: answer.value, wires: texts }
}

/** Signs a message, brings it to its receiver and judges what comes back. Never throws for what the receiver does. */
export async function deliver(means: DeliveryMeans, message: QueuedMessage): Promise<Delivery> {
  const request = readQueued(message)
  if (request === undefined) return { outcome: 'altered' }
  const wire = toWire(await means.seal.sign(request.from, message.envelope))
  const answer = await exchange(means.transport, request, wire)
  return Buffer.isBuffer(answer)
    ? judge(means, request, { request: wire, answer })
    : { outcome: 'failed', code: answer.code }
}
