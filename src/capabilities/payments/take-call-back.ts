import { randomUUID } from 'node:crypto'
import { type PaymentResult, paymentResult } from '#core/contracts'
import {
  type AnswerEnvelope,
  envelopeErrors,
  envelopeText,
  fromWire,
  NO_MESSAGE,
  type RequestEnvelope,
  toWire,
} from '#core/envelope'
import {
  addSeconds,
  type CodedError,
  type Json,
  ok,
  refuse,
  type Result,
  type Text,
} from '#core/kernel'
import { inTransaction } from '#platform/db'
import { renderError } from '#platform/i18n'
import type { PaymentsDeps } from './deps.ts'
import { paymentErrors } from './errors.ts'
import { noteDecline, notePayment, type Taken } from './note-result.ts'

/** How old a call-back may be: the bank signs each delivery anew, so an old one is a copy. */
const FRESH_SECONDS = 600
/** How far the bank's clock may run ahead of ours. */
const SKEW_SECONDS = 300

export interface CallBackAnswer {
  readonly status: number
  readonly bytes: Buffer
}

interface Asked {
  readonly request: RequestEnvelope
  readonly result: PaymentResult
}

const untimely = ({ clock }: PaymentsDeps, { sentAt }: RequestEnvelope): CodedError | undefined => {
  const now = clock()
  if (sentAt > addSeconds(now, SKEW_SECONDS)) return envelopeErrors.FROM_FUTURE()
  return sentAt < addSeconds(now, -FRESH_SECONDS) ? paymentErrors.STALE() : undefined
}

function resultIn(request: RequestEnvelope): Result<Asked> {
  if (request.from !== 'bank' || request.service !== paymentResult.id)
    return refuse(paymentErrors.MALFORMED({ at: 'service' }))
  const result = paymentResult.request.safeParse(request.body)
  if (result.success) return ok({ request, result: result.data })
  return refuse(paymentErrors.MALFORMED({ at: result.error.issues[0]?.path.join('.') ?? 'body' }))
}

async function authenticate(
  deps: PaymentsDeps,
  bytes: Uint8Array,
): Promise<{ readonly request?: RequestEnvelope; readonly asked: Result<Asked> }> {
  const read = fromWire(bytes)
  if (!read.ok) return { asked: read }
  const { envelope: request, signed } = read.value
  if (request.kind !== 'request') return { asked: refuse(paymentErrors.MALFORMED({ at: 'kind' })) }
  if (request.to !== 'portal') return { request, asked: refuse(envelopeErrors.WRONG_RECEIVER()) }
  const verified = await deps.seal.verify('bank', signed)
  if (!verified.ok) return { request, asked: verified }
  const late = untimely(deps, request)
  return { request, asked: late === undefined ? resultIn(request) : refuse(late) }
}

/** The id of the message and what it says are kept together, so a replay is known by its id and changes nothing. */
const take = (deps: PaymentsDeps, { request, result }: Asked): Promise<Taken | CodedError> =>
  inTransaction(deps.pool, async (tx) => {
    const at = deps.clock()
    const { rowCount } = await tx.query({
      name: 'payments-call-back',
      text: 'insert into payments.call_back (id, taken_at) values ($1, $2) on conflict do nothing',
      values: [request.id, at],
    })
    if (rowCount === 0) return paymentErrors.REPLAYED()
    const telling = { order: result.order, teller: 'call-back', at } as const
    return result.outcome === 'paid'
      ? notePayment(tx, result.payment, telling)
      : noteDecline(tx, result.decline, { ...telling, last: result.closed })
  })

const textOf = (error: CodedError): Text => ({
  kk: renderError(error, 'kk'),
  ru: renderError(error, 'ru'),
  en: renderError(error, 'en'),
})

async function answer(
  deps: PaymentsDeps,
  request: RequestEnvelope | undefined,
  reply: { readonly body: Json; readonly error?: CodedError },
): Promise<CallBackAnswer> {
  const { error } = reply
  const envelope: AnswerEnvelope = {
    kind: 'answer',
    id: randomUUID(),
    inReplyTo: request?.id ?? NO_MESSAGE,
    from: 'portal',
    to: 'bank',
    service: paymentResult.id,
    body: reply.body,
    status: error === undefined ? 'found' : 'refused',
    ...(error === undefined ? {} : { error: { code: error.code, text: textOf(error) } }),
    sentAt: deps.clock(),
  }
  const signed = await deps.seal.sign('portal', envelopeText(envelope))
  return { status: error?.status ?? 200, bytes: toWire(signed) }
}

/**
 * Takes a call-back of the bank and answers it, signed. Refusals: ENVELOPE_* while the sender is not proven to be the bank;
 * PAYMENT_STALE, PAYMENT_REPLAYED, PAYMENT_MALFORMED, PAYMENT_WRONG_ORDER, PAYMENT_WRONG_AMOUNT, PAYMENT_OTHER_PAYMENT.
 */
export async function takeCallBack(deps: PaymentsDeps, bytes: Uint8Array): Promise<CallBackAnswer> {
  const { request, asked } = await authenticate(deps, bytes)
  const refused = (error: CodedError) => {
    deps.log.warn({ code: error.code }, 'a call-back of the bank was refused')
    return answer(deps, request, { body: null, error })
  }
  if (!asked.ok) return refused(asked.error)
  const taken = await take(deps, asked.value)
  if (typeof taken !== 'string') return refused(taken)
  return answer(deps, request, { body: { order: asked.value.result.order, taken } })
}
