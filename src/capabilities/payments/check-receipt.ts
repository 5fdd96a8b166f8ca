import { type Instant, instant, ok, refuse, type Result, type Text } from '#core/kernel'
import type { PaymentsDeps } from './deps.ts'
import { paymentErrors } from './errors.ts'

/** What anybody may learn of a receipt that they hold: nothing about the payer. */
export interface CheckedReceipt {
  readonly number: string
  readonly name: Text
  readonly service: Text
  /** Tiyn. */
  readonly amount: number
  readonly paidAt: Instant
  readonly returnedAt: Instant | null
}

export type ReceiptSubject =
  | { readonly kind: 'number'; readonly number: string; readonly amount: number }
  | { readonly kind: 'file'; readonly bytes: Buffer }

interface Row {
  receipt: string
  name: Text
  service: Text
  amount: string
  paid_at: Date
  done_at: Date | null
}

async function find(
  { pool }: PaymentsDeps,
  number: string,
  amount: number | undefined,
): Promise<Result<CheckedReceipt>> {
  const { rows } = await pool.query<Row>({
    name: 'payments-receipt',
    text: `select p.receipt, o.name, o.service, p.amount, p.paid_at, r.done_at from payments.payment p
      join payments.payment_order o on o.id = p.order_id left join payments.refund r on r.payment = p.id
      where p.receipt = $1 and ($2::bigint is null or p.amount = $2::bigint)`,
    values: [number, amount ?? null],
  })
  const [row] = rows
  if (row === undefined) return refuse(paymentErrors.RECEIPT_UNKNOWN())
  const { receipt, name, service, paid_at: paidAt, done_at: doneAt } = row
  return ok({
    number: receipt,
    name,
    service,
    amount: Number(row.amount),
    paidAt: instant(paidAt),
    returnedAt: doneAt === null ? null : instant(doneAt),
  })
}

/** A file proves itself by its seal; a receipt whose money went back is genuine and revoked. */
async function numberOf(deps: PaymentsDeps, bytes: Buffer): Promise<string | undefined> {
  const pdf = bytes.subarray(0, 1024).includes('%PDF-')
  const report = await deps.documents.check({ kind: pdf ? 'pdf' : 'image', bytes })
  if (!report.ok) return undefined
  const { verdict, document } = report.value
  const genuine = verdict === 'valid' || verdict === 'revoked'
  return genuine ? document?.number : undefined
}

/** Open to everyone. Refusals: PAYMENT_RECEIPT_UNKNOWN, PAYMENT_RECEIPT_FILE. */
export async function checkReceipt(
  deps: PaymentsDeps,
  subject: ReceiptSubject,
): Promise<Result<CheckedReceipt>> {
  if (subject.kind === 'number') return find(deps, subject.number, subject.amount)
  const number = await numberOf(deps, subject.bytes)
  const found = number === undefined ? undefined : await find(deps, number, undefined)
  return found?.ok === true ? found : refuse(paymentErrors.RECEIPT_FILE())
}
