import { randomUUID } from 'node:crypto'
import { paymentResult } from '#core/contracts'
import { envelopeText, fromWire, type RequestEnvelope, toWire } from '#core/envelope'
import type { Json } from '#core/kernel'
import { AMOUNT, type PaymentWorld } from './payment-world.ts'

/** Call-backs as the bank would sign them, with whatever is changed, and what the portal answers. */
export function callBacksIn(world: () => PaymentWorld) {
  const paid = (order: string, change: Record<string, Json> = {}): Json => ({
    outcome: 'paid',
    order,
    payment: {
      id: `P-${randomUUID()}`,
      at: world().now,
      amount: AMOUNT,
      card: '4400 43** **** 0015',
      ...change,
    },
  })
  async function callBack(body: Json, change: Partial<RequestEnvelope> = {}, signer = 'bank') {
    const envelope: RequestEnvelope = {
      kind: 'request',
      id: randomUUID(),
      from: 'bank',
      to: 'portal',
      service: paymentResult.id,
      purpose: { kk: 'a', ru: 'a', en: 'a' },
      body,
      sentAt: world().now,
      ...change,
    }
    return toWire(await world().seal.sign(signer, envelopeText(envelope)))
  }
  /** The code of a refusal, or what was answered. */
  async function answerTo(bytes: Buffer): Promise<Json> {
    const answered = await world().payments.takeCallBack(bytes)
    const read = fromWire(answered.bytes)
    if (!read.ok || read.value.envelope.kind !== 'answer') throw new Error('no answer')
    const { error, body } = read.value.envelope
    return error?.code ?? body
  }
  return { paid, callBack, answerTo }
}
