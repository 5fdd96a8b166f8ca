import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeOfferCall, refundCall } from '#capabilities/payments'
import { addSeconds } from '#core/kernel'
import { callBacksIn } from './call-back-message.ts'
import {
  AMOUNT,
  asel,
  balanceOf,
  cardThat,
  type PaymentWorld,
  paymentWorld,
} from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await paymentWorld()
})
afterAll(() => world?.close())

const GOOD = cardThat('The payment goes through')

const app = () => world.test.database.pool('app')

const { paid, callBack, answerTo } = callBacksIn(() => world)

describe('a duty', () => {
  it('is paid at the bank, told to the case once, and receipted', async () => {
    const order = await world.offer()
    const before = await balanceOf(world, 'portal')
    expect((await world.pay(order, GOOD)).status).toBe(303)
    await world.told()
    await world.work()
    const after = await world.order(order.caseId)
    expect(after.state).toBe('paid')
    expect(await balanceOf(world, 'portal')).toBe(before + AMOUNT)
    const told = world.settled.filter(({ caseId }) => caseId === order.caseId)
    expect(told).toMatchObject([
      { action: 'pay', visit: 1, amount: AMOUNT, receipt: after.payment?.receipt },
    ])
    expect(told[0]?.['paidAt']).toBe(after.payment?.at)
    const receipt = await world.documents.documents.find(after.payment?.receipt ?? '')
    expect(receipt?.status).toBe('valid')
    const [message] = await world.notifications.listOf(asel, 'en')
    expect(message?.title).toContain('the payment is taken')
    expect(message?.body).toContain('4,325\u00a0₸')
  })

  it('is not taken twice: neither by a second click nor by three tabs at once', async () => {
    const order = await world.offer()
    const before = await balanceOf(world, 'portal')
    const pressed = await Promise.all(
      [1, 2, 3].map(() =>
        world.pay(order, GOOD).then(
          ({ status }) => status,
          (error: Error) => error.message,
        ),
      ),
    )
    for (const one of pressed) expect([303, 'PAYMENT_ALREADY_PAID']).toContain(one)
    await world.told()
    await world.work()
    expect(await balanceOf(world, 'portal')).toBe(before + AMOUNT)
    expect(world.settled.filter(({ caseId }) => caseId === order.caseId)).toHaveLength(1)
    const again = await world.payments.begin({ order: order.order, party: asel })
    expect(again).toMatchObject({ error: { code: 'PAYMENT_ALREADY_PAID' } })
  })

  it('of a call-back that comes twice is paid once', async () => {
    const order = await world.offer()
    await world.pay(order, cardThat('told twice'))
    await world.told()
    await world.work()
    expect((await world.order(order.caseId)).state).toBe('paid')
    expect(world.settled.filter(({ caseId }) => caseId === order.caseId)).toHaveLength(1)
    const { rowCount } = await app().query(
      'select from payments.refund r join payments.payment p on p.id = r.payment where p.order_id = $1',
      [order.order],
    )
    expect(rowCount).toBe(0)
  })

  it('whose call-back never comes is asked for', async () => {
    const order = await world.offer()
    await world.pay(order, cardThat('never tells'))
    await world.work()
    expect((await world.order(order.caseId)).state).toBe('offered')
    world.now = addSeconds(world.now, 31)
    await world.work()
    expect((await world.order(order.caseId)).state).toBe('paid')
  })

  it.each([
    ['not enough money', 'insufficient-funds'],
    ['has expired', 'expired-card'],
    ['over the limit', 'limit'],
    ['3-D Secure', 'three-d-secure'],
    ['is blocked', 'blocked'],
  ])(
    'that the bank declines (%s) is told with the reason, and can be paid with another card',
    async (shows, reason) => {
      const order = await world.offer()
      const { status, page } = await world.pay(order, cardThat(shows))
      expect(status).toBe(402)
      expect(page).toContain(`data-declined="${reason}"`)
      await world.told()
      const declined = await world.order(order.caseId)
      expect(declined).toMatchObject({ state: 'offered', decline: { reason } })
      const { rows } = await app().query(
        'select params from notifications.notification where request = $1',
        [order.request],
      )
      expect(JSON.stringify(rows)).toContain('reason')
      expect((await world.pay(order, GOOD)).status).toBe(303)
      await world.told()
      expect((await world.order(order.caseId)).state).toBe('paid')
    },
  )

  it.each([
    ['told by call-backs', undefined],
    ['learned by asking, while call-backs do not come through', 503],
  ])('that the bank declined ten times is closed here as well: %s', async (_, refuse) => {
    world.refuseCallBacks = refuse
    const order = await world.offer()
    const blocked = cardThat('is blocked')
    const { value } = (await world.payments.begin({ order: order.order, party: asel })) as {
      value: { page: string }
    }
    for (let n = 0; n < 10; n += 1) {
      expect((await world.order(order.caseId)).closedByBank).toBe(false)
      await world.pay(order, blocked)
    }
    if (refuse === undefined) await world.told()
    else await world.payments.refresh(order.order)
    await world.payments.refresh(order.order)
    world.refuseCallBacks = undefined
    // Long enough for every call-back to come again.
    world.now = addSeconds(world.now, 700)
    await world.told()
    const closed = await world.order(order.caseId)
    expect(closed).toMatchObject({ state: 'closed', closedByBank: true, payment: null })
    const again = await world.payments.begin({ order: order.order, party: asel })
    expect(again).toMatchObject({ error: { code: 'PAYMENT_CLOSED' } })
    const page = await fetch(value.page)
    expect([page.status, (await page.text()).includes('BANK_ORDER_CLOSED')]).toEqual([409, true])
    const { rows } = await app().query<{ kind: string }>(
      'select kind from notifications.notification where request = $1',
      [order.request],
    )
    expect(rows.filter(({ kind }) => kind === 'paymentClosed')).toHaveLength(1)
    // The case lapses later, or asks anew: nothing more is to be closed or given back.
    await world.call(closeOfferCall(`${order.caseId}/pay/1`, world.now))
    expect((await world.order(order.caseId)).closedByBank).toBe(true)
  })

  it('is not asked for by anybody but its payer', async () => {
    const order = await world.offer()
    const other = { kind: 'person', iin: '900115300102' } as typeof asel
    expect(await world.payments.begin({ order: order.order, party: other })).toMatchObject({
      error: { code: 'PAYMENT_NOT_FOUND' },
    })
  })
})

describe('money that nobody asked for', () => {
  it('is not taken once the offer has ended', async () => {
    const order = await world.offer()
    await world.call(closeOfferCall(`${order.caseId}/pay/1`, order.until))
    expect((await world.order(order.caseId)).state).toBe('expired')
    expect(await world.payments.begin({ order: order.order, party: asel })).toMatchObject({
      error: { code: 'PAYMENT_CLOSED' },
    })
  })

  it('goes back by itself: paid at the bank while the case gave the offer up', async () => {
    const order = await world.offer()
    const before = await balanceOf(world, 'portal')
    world.refuseCallBacks = 503
    await world.pay(order, GOOD)
    await world.call(closeOfferCall(`${order.caseId}/pay/1`, world.now))
    expect((await world.order(order.caseId)).state).toBe('closed')
    world.refuseCallBacks = undefined
    world.now = addSeconds(world.now, 700)
    await world.told()
    await world.work()
    expect(await balanceOf(world, 'portal')).toBe(before)
    expect(world.settled.filter(({ caseId }) => caseId === order.caseId)).toEqual([])
    const messages = await world.notifications.listOf(asel, 'en')
    const about = messages.find(({ request }) => request === order.request)
    expect(about?.title).toContain('the money was given back')
  })

  it('goes back though the bank gave no answer until the case had ended', async () => {
    const order = await world.offer({ until: addSeconds(world.now, 600) })
    const before = await balanceOf(world, 'portal')
    await world.pay(order, cardThat('never tells'))
    await world.bank.registry.setAvailable(false)
    await world.call(closeOfferCall(`${order.caseId}/pay/1`, order.until))
    world.now = addSeconds(order.until, 60)
    await world.work()
    await world.bank.registry.setAvailable(true)
    expect(await balanceOf(world, 'portal')).toBeGreaterThan(before)
    world.now = addSeconds(world.now, 31)
    await world.work()
    expect(await balanceOf(world, 'portal')).toBe(before)
  })

  it('goes back when the service was refused; its receipt loses its force', async () => {
    const order = await world.offer()
    await world.pay(order, GOOD)
    await world.told()
    await world.work()
    const key = `${order.caseId}/pay/1`
    await world.call(refundCall(key, 'refused', world.now), refundCall(key, 'refused', world.now))
    expect((await world.order(order.caseId)).state).toBe('returning')
    await world.work()
    const after = await world.order(order.caseId)
    expect(after.state).toBe('returned')
    const receipt = after.payment?.receipt ?? ''
    expect((await world.documents.documents.find(receipt))?.status).toBe('revoked')
    expect(
      await world.payments.checkReceipt({ kind: 'number', number: receipt, amount: AMOUNT }),
    ).toMatchObject({ ok: true, value: { returnedAt: expect.any(String) } })
  })

  it('is not told as taken when it went back while its receipt was made', async () => {
    const order = await world.offer()
    world.onIssued = () => world.call(refundCall(`${order.caseId}/pay/1`, 'refused', world.now))
    await world.pay(order, GOOD)
    await world.told()
    await world.work()
    world.onIssued = undefined
    const receipt = (await world.order(order.caseId)).payment?.receipt ?? ''
    expect((await world.documents.documents.find(receipt))?.status).toBe('revoked')
    const { rows } = await app().query<{ kind: string }>(
      'select kind from notifications.notification where request = $1',
      [order.request],
    )
    expect(rows.map(({ kind }) => kind)).not.toContain('paymentTaken')
  })

  it('goes back when a second payment of one order is told', async () => {
    const order = await world.offer()
    expect(await answerTo(await callBack(paid(order.order)))).toMatchObject({ taken: 'paid' })
    expect(await answerTo(await callBack(paid(order.order)))).toMatchObject({ taken: 'unwanted' })
    const { rows } = await app().query<{ reason: string }>(
      'select r.reason from payments.refund r join payments.payment p on p.id = r.payment where p.order_id = $1',
      [order.order],
    )
    expect(rows).toEqual([{ reason: 'surplus' }])
    expect((await world.order(order.caseId)).unwanted).toMatchObject({
      amount: AMOUNT,
      returnedAt: null,
    })
    await app().query("delete from jobs.job where kind = 'payments.refund'")
  })

  it('is settled once by twenty call-backs at the same time', async () => {
    const order = await world.offer()
    const id = `P-${randomUUID()}`
    const messages = await Promise.all(
      Array.from({ length: 20 }, () => callBack(paid(order.order, { id }))),
    )
    const answers = await Promise.all(messages.map(answerTo))
    expect(answers.filter((one) => JSON.stringify(one).includes('"paid"'))).toHaveLength(1)
    expect(answers.filter((one) => JSON.stringify(one).includes('"known"'))).toHaveLength(19)
  })
})
