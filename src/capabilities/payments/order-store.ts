import type { DeclineReason } from '#core/contracts'
import { type Instant, instant, type Party, partyNumber, type Text } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { PayingPeople } from './paying-people.ts'

/** `returning`: paid, and the money is on its way back. */
export type PaymentState = 'offered' | 'paid' | 'expired' | 'closed' | 'returning' | 'returned'

/** A payment as its payer sees it. */
export interface PaymentView {
  /** Our id of the order. */
  readonly order: string
  readonly caseId: string
  /** Number of the request that it is for. */
  readonly request: string
  readonly party: Party
  readonly people: PayingPeople
  readonly service: Text
  readonly name: Text
  /** Tiyn. */
  readonly amount: number
  readonly offeredAt: Instant
  readonly until: Instant
  readonly state: PaymentState
  /** It is `closed` since the bank takes no further attempt for it. */
  readonly closedByBank: boolean
  /** When the payer was first sent to the bank. */
  readonly sentAt: Instant | null
  /** The last refusal of the bank. */
  readonly decline: { readonly reason: DeclineReason; readonly at: Instant } | null
  readonly payment: {
    readonly id: string
    readonly at: Instant
    readonly card: string
    /** Number of the receipt. */
    readonly receipt: string
  } | null
  readonly returnedAt: Instant | null
  /** Money that came when nothing was asked any more, or once more: on its way back, or back at `returnedAt`. */
  readonly unwanted: {
    readonly amount: number
    readonly paidAt: Instant
    readonly returnedAt: Instant | null
  } | null
}

interface Row {
  id: string
  case_id: string
  request: string
  party_kind: 'person' | 'entity'
  party_number: string
  people: PayingPeople
  service: Text
  name: Text
  amount: string
  offered_at: Date
  until: Date
  state: 'offered' | 'paid' | 'expired' | 'closed'
  sent_at: Date | null
  bank_closed_at: Date | null
  reason: DeclineReason | null
  declined_at: Date | null
  payment: string | null
  paid_at: Date | null
  card: string | null
  receipt: string | null
  refund_asked_at: Date | null
  refund_done_at: Date | null
  unwanted_amount: string | null
  unwanted_paid_at: Date | null
  unwanted_done_at: Date | null
}

const SELECT = `
  select o.id, o.case_id, o.request, o.party_kind, o.party_number, o.people, o.service, o.name, o.amount, o.offered_at, o.until, o.state,
    o.sent_at, o.bank_closed_at, d.reason, d.at as declined_at, p.id as payment, p.paid_at, p.card, p.receipt, r.asked_at as refund_asked_at,
    r.done_at as refund_done_at, u.amount as unwanted_amount, u.paid_at as unwanted_paid_at, u.done_at as unwanted_done_at
  from payments.payment_order o
    left join payments.payment p on p.order_id = o.id and p.settles
    left join payments.refund r on r.payment = p.id
    left join lateral (select reason, at from payments.decline where order_id = o.id order by at desc limit 1) d on true
    left join lateral (
      select s.amount, s.paid_at, b.done_at from payments.payment s join payments.refund b on b.payment = s.id
      where s.order_id = o.id and not s.settles order by s.paid_at desc limit 1) u on true`

function stateOf(row: Row): PaymentState {
  if (row.refund_done_at !== null) return 'returned'
  return row.refund_asked_at === null ? row.state : 'returning'
}

const at = (date: Date | null): Instant | null => (date === null ? null : instant(date))

function paymentOf({ payment, paid_at, card, receipt }: Row): PaymentView['payment'] {
  if (payment === null || paid_at === null) return null
  return { id: payment, at: instant(paid_at), card: card ?? '', receipt: receipt ?? '' }
}

function unwantedOf(row: Row): PaymentView['unwanted'] {
  const { unwanted_amount: amount, unwanted_paid_at: paidAt } = row
  if (amount === null || paidAt === null) return null
  return {
    amount: Number(amount),
    paidAt: instant(paidAt),
    returnedAt: at(row.unwanted_done_at),
  }
}

function viewOf(row: Row): PaymentView {
  const { party_kind, party_number, reason, declined_at } = row
  return {
    order: row.id,
    caseId: row.case_id,
    request: row.request,
    party: (party_kind === 'person'
      ? { kind: 'person', iin: party_number }
      : { kind: 'entity', bin: party_number }) as Party,
    people: row.people,
    service: row.service,
    name: row.name,
    amount: Number(row.amount),
    offeredAt: instant(row.offered_at),
    until: instant(row.until),
    state: stateOf(row),
    closedByBank: row.bank_closed_at !== null,
    sentAt: at(row.sent_at),
    decline: reason === null || declined_at === null ? null : { reason, at: instant(declined_at) },
    payment: paymentOf(row),
    returnedAt: at(row.refund_done_at),
    unwanted: unwantedOf(row),
  }
}

export async function findOrder(sql: Sql, id: string): Promise<PaymentView | undefined> {
  const { rows } = await sql.query<Row>({
    name: 'payments-order',
    text: `${SELECT} where o.id = $1`,
    values: [id],
  })
  return rows[0] && viewOf(rows[0])
}

/** The offers of one case, newest first. */
export async function ordersOfCase(sql: Sql, caseId: string): Promise<readonly PaymentView[]> {
  const { rows } = await sql.query<Row>({
    name: 'payments-of-case',
    text: `${SELECT} where o.case_id = $1 order by o.offered_at desc, o.id`,
    values: [caseId],
  })
  return rows.map(viewOf)
}

export async function orderOfPayment(sql: Sql, payment: string): Promise<PaymentView | undefined> {
  const { rows } = await sql.query<Row>({
    name: 'payments-order-of-payment',
    text: `${SELECT} where p.id = $1`,
    values: [payment],
  })
  return rows[0] && viewOf(rows[0])
}

export interface PaymentPage {
  /** Cases that the party ordered for others: their payments are listed too. Who may see them is for the caller to know. */
  readonly forOthers?: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** With no cases of others the list is read in the order of the party's index. */
const LISTED = {
  own: 'o.party_number = $1',
  both: 'o.party_number = $1 or o.case_id = any ($4::uuid[])',
} as const

/** What a party was asked to pay, for itself and for others, newest first, and how many there are. */
export async function ordersOfParty(
  sql: Sql,
  party: Party,
  { forOthers = [], limit, offset }: PaymentPage,
): Promise<{ readonly total: number; readonly payments: readonly PaymentView[] }> {
  const number = partyNumber(party)
  const which = forOthers.length === 0 ? 'own' : 'both'
  const others = which === 'own' ? [] : [forOthers]
  const { rows } = await sql.query<Row>({
    name: `payments-of-party-${which}`,
    text: `${SELECT} where ${LISTED[which]} order by o.offered_at desc, o.id limit $2 offset $3`,
    values: [number, limit, offset, ...others],
  })
  const counted = await sql.query<{ n: number }>({
    name: `payments-count-of-party-${which}`,
    text: `select count(*)::int as n from payments.payment_order o where ${LISTED[which].replace('$4', '$2')}`,
    values: [number, ...others],
  })
  return { total: counted.rows[0]?.n ?? 0, payments: rows.map(viewOf) }
}
