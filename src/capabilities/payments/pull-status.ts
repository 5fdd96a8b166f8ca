import { addSeconds, type CodedError, type Instant, jsonText, ok, type Result } from '#core/kernel'
import { inTransaction } from '#platform/db'
import type { Job, JobContext, JobLater } from '#platform/jobs'
import type { BankOrderState } from './bank.ts'
import type { PaymentsDeps } from './deps.ts'
import { noteDecline, notePayment, type Telling } from './note-result.ts'
import { findOrder, type PaymentView } from './order-store.ts'
import { payableUntil } from './payable-until.ts'

/** A payment that the bank tells and we cannot take is for people to look at. */
function alarm(deps: PaymentsDeps, error: CodedError): void {
  deps.log.error({ alarm: 'payment-differs', code: error.code }, 'the bank tells another payment')
}

const note = (deps: PaymentsDeps, order: string, told: BankOrderState): Promise<void> =>
  inTransaction(deps.pool, async (tx) => {
    const telling: Telling = { order, teller: 'status', at: deps.clock() }
    for (const [n, decline] of told.declines.entries()) {
      const last = told.closed && n === told.declines.length - 1
      await noteDecline(tx, decline, { ...telling, last })
    }
    if (told.payment === null) return
    const taken = await notePayment(tx, told.payment, telling)
    if (typeof taken !== 'string') alarm(deps, taken)
  })

/** Asks the bank where an order stands, and takes what it says. Refusals: PAYMENT_BANK_DOWN, PAYMENT_BANK_REFUSED. */
export async function pullStatus(deps: PaymentsDeps, order: string): Promise<Result<undefined>> {
  const told = await deps.bank.status(order)
  if (!told.ok) return told
  if (told.value !== undefined) await note(deps, order, told.value)
  return ok(undefined)
}

const SHORTEST = 30
const LONGEST = 1800
/** The bank's last word, once it takes no more money for the order. */
const LAST_WORD_SECONDS = 30

/** When to ask again: after as long again as the payer has been away, and surely once the bank has closed the order. */
export function nextPull(order: PaymentView, now: Instant): Instant | undefined {
  const last = addSeconds(payableUntil(order), LAST_WORD_SECONDS)
  if (now > last) return undefined
  const away = (Date.parse(now) - Date.parse(order.sentAt ?? now)) / 1000
  const next = addSeconds(now, Math.min(LONGEST, Math.max(SHORTEST, away / 2)))
  return next < last ? next : addSeconds(last, 1)
}

/**
 * The job `payments.pull`: asks for the call-back that never comes, until the order is paid or the bank has answered after closing
 * it. A case that ends meanwhile does not end the asking: what was paid for it still has to be known, and goes back.
 */
export async function pullOrder(
  deps: PaymentsDeps,
  job: Job,
  context: JobContext,
): Promise<JobLater | undefined> {
  const id = jsonText(job.payload['order'])
  const now = deps.clock()
  const asked = await pullStatus(deps, id)
  const order = await findOrder(deps.pool, id)
  if (order === undefined) return undefined
  const next = nextPull(order, now)
  if (!asked.ok) return context.later(next ?? addSeconds(now, SHORTEST), asked.error.code)
  if (order.payment !== null) return undefined
  return next && context.later(next, 'not paid yet')
}
