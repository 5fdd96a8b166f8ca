import { randomUUID } from 'node:crypto'
import { bankContracts, type StatementEntry } from '#core/contracts'
import {
  addDays,
  type CodedError,
  type Instant,
  instant,
  instantAt,
  ok,
  plainDate,
  refuse,
  type Result,
} from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService, type Outcome, type RegistryService } from '#registries/kit'
import { bankErrors } from './errors.ts'
import { statusOf } from './order-status.ts'

/** Whose money is taken; a bank of many merchants would know them by the sender of the message. */
const MERCHANT = 'portal'

interface NewOrder {
  readonly order: string
  readonly amount: number
  readonly purpose: { readonly kk: string; readonly ru: string; readonly en: string }
  readonly until: string
  readonly returnTo: string
}

const ADD_ORDER = `
  with added as (
    insert into bank.pay_order (id, merchant, amount, purpose, until, return_to, made_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (id) do nothing returning id)
  select exists (select from added) or exists (
    select from bank.pay_order where id = $1 and merchant = $2 and amount = $3) as same`

async function addOrder(sql: Sql, order: NewOrder, now: Instant): Promise<boolean> {
  const { rows } = await sql.query<{ same: boolean }>(ADD_ORDER, [
    order.order,
    MERCHANT,
    order.amount,
    JSON.stringify(order.purpose),
    order.until,
    order.returnTo,
    now,
  ])
  return rows[0]?.same === true
}

const REFUSALS: Readonly<Record<string, () => CodedError>> = {
  'no-payment': bankErrors.NO_PAYMENT,
  'too-much': bankErrors.REFUND_TOO_MUCH,
}

async function giveBack(
  sql: Sql,
  wanted: { readonly refund: string; readonly payment: string; readonly amount: number },
  now: Instant,
): Promise<Result<{ readonly reference: string; readonly at: Instant }>> {
  const { rows } = await sql.query<{ given: string }>(
    'select bank.give_back($1, $2, $3, $4, $5) as given',
    [wanted.refund, wanted.payment, wanted.amount, `R-${randomUUID()}`, now],
  )
  const given = rows[0]?.given ?? ''
  const refusal = REFUSALS[given]
  if (refusal !== undefined) return refuse(refusal())
  const booked = await sql.query<{ at: Date }>('select at from bank.posting where id = $1', [given])
  return ok({ reference: given, at: instant(booked.rows[0]?.at ?? new Date(now)) })
}

const PAGE = 500

async function statement(sql: Sql, day: string, after: number): Promise<StatementEntry[]> {
  const date = plainDate(day)
  const { rows } = await sql.query<StatementEntry & { seq: string; amount: string; at: Date }>(
    `select seq, kind, id, order_id as "order", payment, amount, at from bank.posting
     where kind <> 'opening' and at >= $1 and at < $2 and seq > $3 order by seq limit $4`,
    [instantAt(date), instantAt(addDays(date, 1)), after, PAGE + 1],
  )
  return rows.map((row) => ({
    ...row,
    seq: Number(row.seq),
    amount: Number(row.amount),
    at: instant(row.at),
  }))
}

const found = <A>(body: A): Outcome<A> => ({ status: 'found', body })
const noData = { status: 'no-data', body: null } as const
const nobody = () => undefined

/** What the bank does for the portal. Refusals: BANK_ORDER_DIFFERS, BANK_NO_PAYMENT, BANK_REFUND_TOO_MUCH. */
export function bankServices(pageOf: (order: string) => string): readonly RegistryService[] {
  return [
    defineService(bankContracts.createOrder, {
      subject: nobody,
      answer: async (sql, order, now) =>
        (await addOrder(sql, order, now))
          ? ok(found({ order: order.order, page: pageOf(order.order) }))
          : refuse(bankErrors.ORDER_DIFFERS()),
    }),
    defineService(bankContracts.status, {
      subject: nobody,
      answer: async (sql, { order }) => {
        const status = await statusOf(sql, order)
        return status === undefined ? noData : found({ order, ...status })
      },
    }),
    defineService(bankContracts.refund, {
      subject: nobody,
      answer: async (sql, wanted, now) => {
        const given = await giveBack(sql, wanted, now)
        return given.ok ? ok(found({ refund: wanted.refund, ...given.value })) : given
      },
    }),
    defineService(bankContracts.statement, {
      subject: nobody,
      answer: async (sql, { day, after }) => {
        const entries = await statement(sql, day, after)
        return found({ day, entries: entries.slice(0, PAGE), more: entries.length > PAGE })
      },
    }),
  ]
}
