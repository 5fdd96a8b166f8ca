import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addSeconds, dayOf, instantAt } from '#core/kernel'
import { callBacksIn } from './call-back-message.ts'
import { AMOUNT, asel, cardThat, type PaymentWorld, paymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await paymentWorld()
})
afterAll(() => world?.close())

const GOOD = cardThat('The payment goes through')
const books = () => world.test.database.pool('registry_bank')
const { paid, callBack, answerTo } = callBacksIn(() => world)

describe('the bank', () => {
  it('that does not answer is told as such, and nothing is lost', async () => {
    const order = await world.offer()
    await world.bank.registry.setAvailable(false)
    expect(await world.payments.begin({ order: order.order, party: asel })).toMatchObject({
      error: { code: 'PAYMENT_BANK_DOWN' },
    })
    await world.bank.registry.setAvailable(true)
    expect((await world.pay(order, GOOD)).status).toBe(303)
  })

  it('keeps no number of a card and logs none', async () => {
    await world.pay(await world.offer(), GOOD)
    const { rows } = await books().query(
      `select c.*::text as row from bank.card c union all select a.*::text from bank.attempt a
       union all select o.*::text from bank.pay_order o union all select i.answer from bank.inbox i`,
    )
    expect(JSON.stringify(rows)).not.toContain(GOOD)
    expect(world.lines.join('')).not.toContain(GOOD)
  })

  it('cannot commit a posting that does not balance, nor change its book', async () => {
    const sql = books()
    await expect(
      sql.query(
        `with p as (insert into bank.posting (id, kind, amount, at) values ('x-posting', 'payment', 5, now()) returning seq)
         insert into bank.entry (posting, account, amount) select seq, 'portal', 5 from p`,
      ),
    ).rejects.toThrow('does not balance')
    await expect(sql.query('update bank.posting set amount = 1')).rejects.toThrow(
      'permission denied',
    )
    const { rows } = await sql.query<{ off: string }>(
      'select coalesce(sum(amount), 0) as off from bank.entry',
    )
    expect(Number(rows[0]?.off)).toBe(0)
    const wrong = await sql.query(
      `select a.id from bank.account a left join bank.entry e on e.account = a.id group by a.id, a.balance
       having a.balance <> coalesce(sum(e.amount), 0)`,
    )
    expect(wrong.rows).toEqual([])
  })
})

describe('the books', () => {
  it('agree with the bank, after what never reached us is taken from the statement', async () => {
    const order = await world.offer()
    await world.pay(order, cardThat('never tells'))
    const lost = await world.payments.reconcile(dayOf(world.now))
    expect(lost).toMatchObject({ ok: true })
    expect((await world.order(order.caseId)).state).toBe('paid')
    if (lost.ok) {
      const named = lost.value.differences.map(({ kind }) => kind)
      expect(named).toContain('missing-here')
    }
  })

  it('differ when we have a payment that the bank has not', async () => {
    const order = await world.offer()
    const at = addSeconds(world.now, 10 * 86_400)
    const bytes = await callBack(paid(order.order, { at }))
    expect(await answerTo(bytes)).toMatchObject({ taken: 'paid' })
    const found = await world.payments.reconcile(dayOf(at))
    expect(found).toMatchObject({
      value: { agrees: false, differences: [{ kind: 'missing-at-bank', entry: 'payment' }] },
    })
    expect(world.lines.join('')).toContain('books-differ')
  })
})

describe('a receipt', () => {
  it('is checked by anybody by number and sum, and by its file, without the payer', async () => {
    const order = await world.offer()
    await world.pay(order, GOOD)
    await world.told()
    await world.work()
    const receipt = (await world.order(order.caseId)).payment?.receipt ?? ''
    const byNumber = await world.payments.checkReceipt({
      kind: 'number',
      number: receipt,
      amount: AMOUNT,
    })
    expect(byNumber).toMatchObject({ value: { number: receipt, amount: AMOUNT, returnedAt: null } })
    expect(JSON.stringify(byNumber)).not.toContain('840731400431')
    expect(
      await world.payments.checkReceipt({ kind: 'number', number: receipt, amount: AMOUNT - 1 }),
    ).toMatchObject({ error: { code: 'PAYMENT_RECEIPT_UNKNOWN' } })
    const pdf = await world.documents.documents.content(receipt)
    expect(
      await world.payments.checkReceipt({ kind: 'file', bytes: pdf ?? Buffer.alloc(0) }),
    ).toEqual(byNumber)
    expect(
      await world.payments.checkReceipt({ kind: 'file', bytes: Buffer.from('%PDF-1.7 no') }),
    ).toMatchObject({ error: { code: 'PAYMENT_RECEIPT_FILE' } })
  })
})

it('days that the bank was down for are compared on the morning when it is back, oldest first', async () => {
  const today = dayOf(world.now)
  const morning = (days: number) => instantAt(addDays(today, days), '04:00:00')
  await world.payments.start()
  world.now = morning(1)
  await world.work()
  await world.bank.registry.setAvailable(false)
  world.now = morning(2)
  await world.work()
  await world.bank.registry.setAvailable(true)
  world.now = morning(4)
  await world.work()
  const { rows } = await world.test.database
    .pool('app')
    .query<{ day: string }>(
      'select day::text from payments.reconciliation where made_at >= $1 order by id',
      [morning(1)],
    )
  expect(rows.map(({ day }) => day)).toEqual([0, 1, 2, 3].map((days) => addDays(today, days)))
})

it('a day whose books differed is compared again each morning until they agree', async () => {
  const today = dayOf(world.now)
  const morning = (days: number) => instantAt(addDays(today, days), '04:00:00')
  const lines = async () => {
    const { rows } = await world.test.database
      .pool('app')
      .query<{ agrees: boolean }>(
        'select agrees from payments.reconciliation where day = $1 and made_at >= $2 order by id',
        [addDays(today, 20), morning(21)],
      )
    return rows.map(({ agrees }) => agrees)
  }
  const order = await world.offer()
  const bytes = await callBack(paid(order.order, { at: instantAt(addDays(today, 20), '12:00:00') }))
  expect(await answerTo(bytes)).toMatchObject({ taken: 'paid' })
  for (const day of [21, 22]) {
    world.now = morning(day)
    await world.work()
  }
  expect(await lines()).toEqual([false, false])
})
