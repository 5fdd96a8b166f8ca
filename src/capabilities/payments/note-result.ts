import type { BankDecline, BankPayment } from '#core/contracts'
import { type CodedError, dayOf, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { declineTexts } from './decline-texts.ts'
import { paymentErrors } from './errors.ts'
import { findOrder, type PaymentView } from './order-store.ts'
import { tellPaying } from './paying-people.ts'

export type Teller = 'call-back' | 'status' | 'statement'

/** `unwanted`: the order was paid or ended before, so the money goes back. */
export type Taken = 'paid' | 'known' | 'unwanted' | 'noted'

const REFUSALS: Readonly<Record<string, () => CodedError>> = {
  'no-order': paymentErrors.WRONG_ORDER,
  'wrong-amount': paymentErrors.WRONG_AMOUNT,
  'other-payment': paymentErrors.OTHER_PAYMENT,
}

export interface Telling {
  readonly order: string
  readonly teller: Teller
  readonly at: Instant
}

/** Takes what the bank says was paid. PAYMENT_WRONG_ORDER, _WRONG_AMOUNT, _OTHER_PAYMENT come back as errors. */
export async function notePayment(
  tx: Sql,
  { id, amount, at: paidAt, card }: BankPayment,
  { order, teller, at }: Telling,
): Promise<Taken | CodedError> {
  const { rows } = await tx.query<{ taken: string }>({
    name: 'payments-settle',
    text: 'select payments.settle($1, $2, $3, $4, $5, $6, $7, $8) as taken',
    values: [order, id, amount, paidAt, card, teller, dayOf(at), at],
  })
  const taken = rows[0]?.taken ?? ''
  return REFUSALS[taken]?.() ?? (taken as Taken)
}

/** Notes that the bank takes no further attempt for an order: it is closed here as well, and its payer told once. */
async function closeWithBank(
  tx: Sql,
  found: PaymentView,
  reason: BankDecline['reason'],
  at: Instant,
): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'payments-closed-at-bank',
    text: `update payments.payment_order set state = 'closed', ended_at = $2, bank_closed_at = $2
      where id = $1 and state = 'offered'`,
    values: [found.order, at],
  })
  if (rowCount === 0) return
  await tellPaying(tx, found, {
    key: `bank-closed/${found.order}`,
    kind: 'paymentClosed',
    params: { number: found.request, service: found.service, reason: declineTexts[reason] },
    at,
  })
}

/**
 * Notes a refusal of the bank, once, and tells the payer why and what to do; `last`: the bank takes no further attempt. In the
 * caller's transaction.
 */
export async function noteDecline(
  tx: Sql,
  { id, reason, at: declinedAt }: BankDecline,
  { order, at, last = false }: Telling & { readonly last?: boolean },
): Promise<Taken | CodedError> {
  const found = await findOrder(tx, order)
  if (found === undefined) return paymentErrors.WRONG_ORDER()
  const { rowCount } = await tx.query({
    name: 'payments-decline',
    text: `insert into payments.decline (id, order_id, reason, at) values ($1, $2, $3, $4) on conflict do nothing`,
    values: [id, order, reason, declinedAt],
  })
  if (last) await closeWithBank(tx, found, reason, at)
  if (rowCount === 0) return 'known'
  if (last) return 'noted'
  await tellPaying(tx, found, {
    key: `decline/${id}`,
    kind: 'paymentDeclined',
    params: { number: found.request, service: found.service, reason: declineTexts[reason] },
    at,
  })
  return 'noted'
}
