import type { Party, PlainDate, Result } from '#core/kernel'
import { enqueue, type JobHandler } from '#platform/jobs'
import { beginPayment } from './begin-payment.ts'
import { type CheckedReceipt, checkReceipt, type ReceiptSubject } from './check-receipt.ts'
import type { PaymentsDeps } from './deps.ts'
import { giveBack } from './give-back.ts'
import { issueReceipt } from './issue-receipt.ts'
import { ordersOfCase, ordersOfParty, type PaymentPage, type PaymentView } from './order-store.ts'
import { pullOrder, pullStatus } from './pull-status.ts'
import { firstReconciliation, reconcile, reconcileDaily, type Reconciliation } from './reconcile.ts'
import { type CallBackAnswer, takeCallBack } from './take-call-back.ts'

/** Takes duties by a bank, issues receipts, gives money back, and keeps books that agree with the bank's. */
export interface Payments {
  /** The page of the bank for an offer of this party. See {@link beginPayment}. */
  begin(wanted: {
    readonly order: string
    readonly party: Party
  }): Promise<Result<{ readonly page: string }>>
  /** The offers of a case, newest first. Who may see the case is for the caller to know. */
  ofCase(caseId: string): Promise<readonly PaymentView[]>
  ofParty(
    party: Party,
    page: PaymentPage,
  ): Promise<{ readonly total: number; readonly payments: readonly PaymentView[] }>
  /** Asks the bank at once how an order stands, for a payer who waits at the screen. */
  refresh(order: string): Promise<Result<undefined>>
  takeCallBack(bytes: Uint8Array): Promise<CallBackAnswer>
  checkReceipt(subject: ReceiptSubject): Promise<Result<CheckedReceipt>>
  reconcile(day: PlainDate): Promise<Result<Reconciliation>>
  /** Sees to it that books are compared each morning. */
  start(): Promise<void>
  readonly handlers: Readonly<Record<string, JobHandler>>
}

export function createPayments(deps: PaymentsDeps): Payments {
  return {
    begin: (wanted) => beginPayment(deps, wanted),
    ofCase: (caseId) => ordersOfCase(deps.pool, caseId),
    ofParty: (party, page) => ordersOfParty(deps.pool, party, page),
    refresh: (order) => pullStatus(deps, order),
    takeCallBack: (bytes) => takeCallBack(deps, bytes),
    checkReceipt: (subject) => checkReceipt(deps, subject),
    reconcile: (day) => reconcile(deps, day),
    start: () => enqueue(deps.pool, [firstReconciliation(deps.clock())]),
    handlers: {
      'payments.pull': (job, context) => pullOrder(deps, job, context),
      'payments.receipt': (job, context) => issueReceipt(deps, job, context),
      'payments.refund': (job, context) => giveBack(deps, job, context),
      'payments.reconcile': (job, context) => reconcileDaily(deps, job, context),
    },
  }
}
