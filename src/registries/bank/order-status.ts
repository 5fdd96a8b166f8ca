import type { BankDecline, BankPayment, DeclineReason } from '#core/contracts'
import { instant, type Text } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface OrderStatus {
  readonly payment: BankPayment | null
  readonly declines: BankDecline[]
  /** No attempt is taken any more, though nothing was paid. */
  readonly closed: boolean
}

interface AttemptRow {
  id: string | null
  amount: string
  card: string
  reason: DeclineReason | null
  at: Date
  closed: boolean
}

/** How an order was tried to be paid; undefined when there is no such order. */
export async function statusOf(sql: Sql, order: string): Promise<OrderStatus | undefined> {
  const { rows } = await sql.query<AttemptRow>(
    `select a.id, o.amount, a.card, a.reason, a.at, bank.exhausted(o.id) as closed
     from bank.pay_order o left join bank.attempt a on a.order_id = o.id
     where o.id = $1 order by a.at`,
    [order],
  )
  const [first] = rows
  if (first === undefined) return undefined
  const payments: BankPayment[] = []
  const declines: BankDecline[] = []
  for (const { id, amount, card, reason, at } of rows) {
    if (id === null) continue
    if (reason === null) payments.push({ id, at: instant(at), amount: Number(amount), card })
    else declines.push({ id, at: instant(at), reason })
  }
  return { payment: payments[0] ?? null, declines, closed: first.closed }
}

/** An order as its page shows it. */
export interface PayOrder {
  readonly id: string
  readonly amount: number
  readonly purpose: Text
  readonly until: Date
  readonly return_to: string
}

export async function findPayOrder(sql: Sql, id: string): Promise<PayOrder | undefined> {
  const { rows } = await sql.query<PayOrder & { amount: string }>(
    'select id, amount, purpose, until, return_to from bank.pay_order where id::text = $1',
    [id],
  )
  const [row] = rows
  return row && { ...row, amount: Number(row.amount) }
}
