import { type Instant, jsonText, type Party, type Text } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { JOB_ENDED, type Job, type JobContext, type JobLater, retryAt } from '#platform/jobs'
import type { BankRefund } from './bank.ts'
import type { PaymentsDeps } from './deps.ts'
import { type PayingPeople, tellPaying } from './paying-people.ts'

interface Due {
  readonly refund: string
  readonly payment: string
  readonly amount: number
  readonly receipt: string | null
  readonly request: string
  readonly party: Party
  readonly people: PayingPeople
  readonly service: Text
  readonly askedAt: Instant
}

async function findDue({ pool }: PaymentsDeps, refund: string): Promise<Due | undefined> {
  const { rows } = await pool.query<Due & { amount: string; kind: string; number: string }>(
    `select r.id as refund, p.id as payment, p.amount, p.receipt, o.request, o.service, o.people, o.party_kind as kind,
       o.party_number as number, to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"
     from payments.refund r join payments.payment p on p.id = r.payment join payments.payment_order o on o.id = p.order_id
     where r.id = $1 and r.done_at is null`,
    [refund],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const party = (
    row.kind === 'person'
      ? { kind: 'person', iin: row.number }
      : { kind: 'entity', bin: row.number }
  ) as Party
  return { ...row, amount: Number(row.amount), party }
}

const RETURNED: Text = {
  kk: 'Төлем қайтарылды.',
  ru: 'Платёж возвращён.',
  en: 'The payment was given back.',
}

const enter = (deps: PaymentsDeps, due: Due, given: BankRefund, context: JobContext) =>
  inTransaction(deps.pool, async (tx) => {
    await tx.query('update payments.refund set reference = $2, done_at = $3 where id = $1', [
      due.refund,
      given.reference,
      given.at,
    ])
    await tellPaying(tx, due, {
      key: `refund/${due.refund}`,
      kind: 'paymentReturned',
      params: { number: due.request, service: due.service },
      at: deps.clock(),
    })
    if (!(await context.done(tx))) throw new Error('the lease of a refund was lost')
  })

const LONGEST_SECONDS = 300

class NotGivenBack extends Error {}

/** The job `payments.refund`: the bank gives the money back once, by the refund's id; the receipt loses its force. */
export async function giveBack(
  deps: PaymentsDeps,
  job: Job,
  context: JobContext,
): Promise<JobLater | typeof JOB_ENDED | undefined> {
  const due = await findDue(deps, jsonText(job.payload['refund']))
  if (due === undefined) return undefined
  const { refund, payment, amount, receipt } = due
  const given = await deps.bank.refund({ refund, payment, amount })
  if (!given.ok && given.error.code === 'PAYMENT_BANK_DOWN')
    return context.later(retryAt(due.askedAt, deps.clock(), LONGEST_SECONDS), given.error.code)
  if (!given.ok) throw Object.assign(new NotGivenBack(), { code: given.error.code })
  // A receipt that is not made yet never will be: its job sees the refund.
  if (receipt !== null) await deps.documents.revoke({ number: receipt, reason: RETURNED })
  await enter(deps, due, given.value, context)
  return JOB_ENDED
}
