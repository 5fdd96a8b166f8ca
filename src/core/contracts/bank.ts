import { z } from 'zod'
import { day, instant } from './shapes.ts'

const sum = z.int().positive()
const order = z.uuid()
const text = z.object({ kk: z.string(), ru: z.string(), en: z.string() })
/** Name of a payment, an attempt or a refund in the bank's own books. */
const reference = z.string().regex(/^[A-Za-z0-9-]{6,64}$/)

/** Why a bank refuses a payment. What a bank says beyond this list is taken as `declined`. */
export const DECLINE_REASONS = [
  'insufficient-funds',
  'expired-card',
  'limit',
  'three-d-secure',
  'blocked',
  'wrong-card',
  'declined',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]
const reason = z.enum(DECLINE_REASONS)

const payment = z.object({ id: reference, at: instant, amount: sum, card: z.string().max(25) })
const decline = z.object({ id: reference, at: instant, reason })
/** The bank takes no further attempt for the order, whatever time is left; a bank that does not say so has no such limit. */
const closed = z.boolean().default(false)
const entry = z.object({
  /** Its place in the bank's book; a page of the statement begins after one of these. */
  seq: z.int().positive(),
  kind: z.enum(['payment', 'refund']),
  id: reference,
  order,
  payment: reference,
  amount: sum,
  at: instant,
})
export type StatementEntry = z.output<typeof entry>
export type BankPayment = z.output<typeof payment>
export type BankDecline = z.output<typeof decline>

/**
 * What a bank that takes duties offers the portal, by signed envelopes over HTTP; amounts are tiyn. docs/payments.md tells how
 * a real acquirer is put in its place.
 */
export const bankContracts = {
  /** Opens a page for an order; asked again with the same content, it gives the same page. */
  createOrder: {
    id: 'bank.create-order',
    request: z.object({ order, amount: sum, purpose: text, until: instant, returnTo: z.url() }),
    answer: z.object({ order, page: z.url() }),
  },
  /** Where an order stands. `no-data`: the bank has no such order. */
  status: {
    id: 'bank.status',
    request: z.object({ order }),
    answer: z.object({ order, payment: payment.nullable(), declines: z.array(decline), closed }),
  },
  /** Gives a payment back; once, however often it is asked under one id. */
  refund: {
    id: 'bank.refund',
    request: z.object({ refund: z.uuid(), payment: reference, amount: sum }),
    answer: z.object({ refund: z.uuid(), reference, at: instant }),
  },
  /** The money that moved on a legal day, by pages. */
  statement: {
    id: 'bank.statement',
    request: z.object({ day, after: z.int().nonnegative() }),
    answer: z.object({ day, entries: z.array(entry), more: z.boolean() }),
  },
} as const

/** What the bank tells the portal of its own accord: the call-back. */
export const paymentResult = {
  id: 'portal.payment-result',
  request: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('paid'), order, payment }),
    z.object({ outcome: z.literal('declined'), order, decline, closed }),
  ]),
  /** `known`: told before; `unwanted`: taken, and the money goes back. */
  answer: z.object({ order, taken: z.enum(['paid', 'known', 'unwanted', 'noted']) }),
} as const
export type PaymentResult = z.output<typeof paymentResult.request>
