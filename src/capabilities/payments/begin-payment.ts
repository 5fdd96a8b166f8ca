import {
  addSeconds,
  ok,
  type Party,
  partyNumber,
  refuse,
  type Result,
  type Text,
} from '#core/kernel'
import { inTransaction } from '#platform/db'
import { enqueue } from '#platform/jobs'
import type { PaymentsDeps } from './deps.ts'
import { paymentErrors } from './errors.ts'
import { findOrder, type PaymentView } from './order-store.ts'
import { payableUntil } from './payable-until.ts'

const FIRST_PULL_SECONDS = 30

const purposeOf = ({ name, service, request }: PaymentView): Text => ({
  kk: `${name.kk}: ${service.kk}, № ${request}`,
  ru: `${name.ru}: ${service.ru}, № ${request}`,
  en: `${name.en}: ${service.en}, No ${request}`,
})

/** The payer leaves for the bank: from now on we ask how it went, whether the bank calls back or not. */
const noteLeaving = (deps: PaymentsDeps, order: string) =>
  inTransaction(deps.pool, async (tx) => {
    const at = deps.clock()
    await tx.query(
      'update payments.payment_order set sent_at = $2 where id = $1 and sent_at is null',
      [order, at],
    )
    await enqueue(tx, [
      {
        kind: 'payments.pull',
        key: order,
        payload: { order },
        runAt: addSeconds(at, FIRST_PULL_SECONDS),
      },
    ])
  })

function refusalOf(order: PaymentView, deps: PaymentsDeps) {
  if (order.state === 'paid') return paymentErrors.ALREADY_PAID()
  const open = order.state === 'offered' && deps.clock() < payableUntil(order)
  return open ? undefined : paymentErrors.CLOSED()
}

/**
 * Opens the order at the bank and gives the page where it is paid; pressed twice, it is the same order and the same page.
 * PAYMENT_NOT_FOUND (also for somebody else's), PAYMENT_ALREADY_PAID, PAYMENT_CLOSED, PAYMENT_BANK_DOWN, PAYMENT_BANK_REFUSED.
 */
export async function beginPayment(
  deps: PaymentsDeps,
  wanted: { readonly order: string; readonly party: Party },
): Promise<Result<{ readonly page: string }>> {
  const order = await findOrder(deps.pool, wanted.order)
  if (order === undefined || partyNumber(order.party) !== partyNumber(wanted.party))
    return refuse(paymentErrors.NOT_FOUND())
  const refusal = refusalOf(order, deps)
  if (refusal !== undefined) return refuse(refusal)
  const opened = await deps.bank.createOrder({
    order: order.order,
    amount: order.amount,
    purpose: purposeOf(order),
    until: payableUntil(order),
    returnTo: deps.returnTo(order.request),
  })
  if (!opened.ok) return opened
  await noteLeaving(deps, order.order)
  return ok({ page: opened.value.page })
}
