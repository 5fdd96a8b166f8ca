import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { callBacksIn } from './call-back-message.ts'
import { AMOUNT, type PaymentWorld, paymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await paymentWorld()
})
afterAll(() => world?.close())

const { paid, callBack, answerTo } = callBacksIn(() => world)

describe('a call-back', () => {
  it.each<[string, string, (order: string) => Promise<Buffer>]>([
    ['of another sum', 'PAYMENT_WRONG_AMOUNT', (order) => callBack(paid(order, { amount: 1 }))],
    [
      'for an order that was never placed',
      'PAYMENT_WRONG_ORDER',
      () => callBack(paid(randomUUID())),
    ],
    [
      'signed with the key of another system',
      'ENVELOPE_WRONG_SYSTEM',
      (order) => callBack(paid(order), {}, 'realty'),
    ],
    [
      'that is old',
      'PAYMENT_STALE',
      (order) => callBack(paid(order), { sentAt: addSeconds(world.now, -601) }),
    ],
    [
      'from the future',
      'ENVELOPE_FROM_FUTURE',
      (order) => callBack(paid(order), { sentAt: addSeconds(world.now, 301) }),
    ],
    [
      'for another receiver',
      'ENVELOPE_WRONG_RECEIVER',
      (order) => callBack(paid(order), { to: 'realty' }),
    ],
    ['that cannot be read', 'PAYMENT_MALFORMED', () => callBack({ outcome: 'paid' })],
    ['that is no envelope', 'ENVELOPE_MALFORMED', () => Promise.resolve(Buffer.from('{}'))],
  ])('%s is refused with %s and pays nothing', async (_, code, message) => {
    const order = await world.offer()
    expect(await answerTo(await message(order.order))).toBe(code)
    expect((await world.order(order.caseId)).state).toBe('offered')
  })

  it('that is played again is refused, and changes nothing', async () => {
    const order = await world.offer()
    const bytes = await callBack(paid(order.order))
    expect(await answerTo(bytes)).toMatchObject({ taken: 'paid' })
    expect(await answerTo(bytes)).toBe('PAYMENT_REPLAYED')
  })

  it('whose text was changed on the way is refused', async () => {
    const order = await world.offer()
    const bytes = await callBack(paid(order.order, { amount: 1 }))
    const forged = Buffer.from(
      bytes.toString('utf8').replace('\\"amount\\":1,', `\\"amount\\":${AMOUNT},`),
    )
    expect(forged.equals(bytes)).toBe(false)
    expect(await answerTo(forged)).toBe('ENVELOPE_BAD_SIGNATURE')
  })
})
