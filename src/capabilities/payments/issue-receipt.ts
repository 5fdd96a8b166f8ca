import type { DocumentRequest } from '#capabilities/documents'
import { jsonText, type Lang, partyNumber, type Text, wallClock } from '#core/kernel'
import { formatsOf } from '#platform/i18n'
import { type Job, type JobContext, type JobLater, retryAt } from '#platform/jobs'
import type { PaymentsDeps } from './deps.ts'
import { orderOfPayment, type PaymentView } from './order-store.ts'
import { tellPaying } from './paying-people.ts'

/** What a receipt is called in the register of documents. */
const RECEIPT = 'payments.receipt'

const TITLE: Text = {
  kk: 'Мемлекеттік баждың төленгені туралы чек',
  ru: 'Чек об оплате государственной пошлины',
  en: 'Receipt for a state duty',
}

const GIVEN_BACK: Text = {
  kk: 'Төлем қайтарылды.',
  ru: 'Платёж возвращён.',
  en: 'The payment was given back.',
}

type Paid = PaymentView & { readonly payment: NonNullable<PaymentView['payment']> }

const money = (lang: Lang, amount: number): string => formatsOf(lang).money(amount)

const withNumber = ({ kk, ru }: PaymentView['people']['party'], party: PaymentView['party']) => ({
  kk: `${kk}, ${partyNumber(party)}`,
  ru: `${ru}, ${partyNumber(party)}`,
})
const bilingual = ({ kk, ru }: Text) => ({ kk, ru })

function requestOf({ issuer }: PaymentsDeps, order: Paid): DocumentRequest {
  const { payment, amount, name, service, request, party, people } = order
  const { by } = people
  const { date, time } = wallClock(payment.at)
  return {
    key: `receipt/${payment.id}`,
    // The order, not the case: a receipt is no result of the service and outlives it.
    caseId: order.order,
    service: RECEIPT,
    edition: RECEIPT,
    document: 'receipt',
    templateDir: '_shared',
    template: 'receipt.typ',
    title: TITLE,
    body: issuer.body,
    data: {
      duty: bilingual(name),
      service: bilingual(service),
      request,
      payer: { ...(by?.name ?? people.party) },
      payerNumber: by?.iin ?? partyNumber(party),
      paidFor: by === undefined ? null : withNumber(people.party, party),
      amount: money('ru', amount),
      paidOn: date,
      paidAt: time.slice(0, 5),
      card: payment.card,
      payment: payment.id,
    },
    phrases: {},
    barcode: { amount, payment: payment.id, paidAt: payment.at },
    owner: party,
    ownerName: people.party.kk,
    seal: issuer.seal,
    language: 'kk',
  }
}

class NotIssued extends Error {}

const isPaid = (order: PaymentView | undefined): order is Paid =>
  order?.payment !== null && order?.payment !== undefined

async function tellPayer(deps: PaymentsDeps, { payment, ...order }: Paid): Promise<void> {
  const { request, service, amount } = order
  const sum = { kk: money('kk', amount), ru: money('ru', amount), en: money('en', amount) }
  await tellPaying(deps.pool, order, {
    key: `receipt/${payment.id}`,
    kind: 'paymentTaken',
    params: { number: request, service, amount: sum, receipt: payment.receipt },
    at: deps.clock(),
  })
}

/** Tells the payer; a receipt of money that went back while it was being made loses its force at once, and is told to nobody. */
async function handOut(deps: PaymentsDeps, order: Paid): Promise<undefined> {
  const after = await orderOfPayment(deps.pool, order.payment.id)
  if (after?.state === 'returning' || after?.state === 'returned')
    await deps.documents.revoke({ number: order.payment.receipt, reason: GIVEN_BACK })
  else await tellPayer(deps, order)
}

/** The job `payments.receipt`: one receipt a payment, whatever is retried; none for money that went back meanwhile. */
export async function issueReceipt(
  deps: PaymentsDeps,
  job: Job,
  context: JobContext,
): Promise<JobLater | undefined> {
  const payment = jsonText(job.payload['payment'])
  const order = await orderOfPayment(deps.pool, payment)
  if (!isPaid(order) || order.state !== 'paid') return undefined
  const issued = await deps.documents.issue(requestOf(deps, order))
  if (issued.ok) return handOut(deps, order)
  if (issued.error.code === 'DOCUMENT_TEMPLATE_FAILED')
    throw Object.assign(new NotIssued(), { code: issued.error.code })
  return context.later(retryAt(order.payment.at, deps.clock()), issued.error.code)
}
