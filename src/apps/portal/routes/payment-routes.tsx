import type { FastifyInstance, FastifyReply } from 'fastify'
import { pageNumber } from '#apps/ui'
import type { CaseView } from '#capabilities/cases'
import type { PaymentView, ReceiptSubject } from '#capabilities/payments'
import { type CodedError, ok, refuse, type Result } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { forOthersOf, openOf } from '../for-others.ts'
import { handedFile } from '../handed-file.ts'
import { PaymentPage } from '../pages/payment-page.tsx'
import { PaymentsPage } from '../pages/payments-page.tsx'
import { CheckedReceiptPage, CheckReceiptPage } from '../pages/receipt-pages.tsx'
import { RequestsBack } from '../pages/request-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { Exchange, SignedExchange } from '../view.ts'
import { type OnCase, onOwnCase } from './on-case.ts'

interface Found {
  readonly request: CaseView
  readonly payment: PaymentView
}

/** The last offer of a request; undefined when nothing was ever to be paid. */
async function find(deps: PortalDeps, request: CaseView): Promise<Found | undefined> {
  const [payment] = await deps.payments.ofCase(request.state.id)
  return payment && { request, payment }
}

async function show(
  deps: PortalDeps,
  exchange: SignedExchange,
  { request, payment }: Found,
  error?: CodedError,
): Promise<FastifyReply> {
  const receipt = payment.payment?.receipt
  const document = receipt === undefined ? undefined : await deps.documents.find(receipt)
  return exchange.page({
    title: exchange.t('pay.title'),
    section: 'cabinet',
    before: <RequestsBack view={exchange} />,
    failed: error !== undefined,
    status: error?.status ?? 200,
    content: (
      <PaymentPage
        view={exchange}
        payment={payment}
        edition={request.edition}
        mrp={deps.mrp}
        receiptReady={document !== undefined}
        error={error}
      />
    ),
  })
}

/** Who comes back from the bank is told what the bank says now, whether it has called back or not. */
const paymentPage =
  (deps: PortalDeps): OnCase =>
  async (exchange, request) => {
    const found = await find(deps, request)
    if (found === undefined) return exchange.refuse(portalErrors.NO_DUTY())
    const { payment } = found
    if (payment.state !== 'offered' || payment.sentAt === null) return show(deps, exchange, found)
    const asked = await deps.payments.refresh(payment.order)
    const again = await find(deps, request)
    return show(deps, exchange, again ?? found, asked.ok ? undefined : asked.error)
  }

const pay =
  (deps: PortalDeps): OnCase =>
  async (exchange, request) => {
    const found = await find(deps, request)
    if (found === undefined) return exchange.refuse(portalErrors.NO_DUTY())
    const { party } = exchange
    const begun = await deps.payments.begin({ order: found.payment.order, party })
    if (begun.ok) return exchange.redirect(`${begun.value.page}?lang=${exchange.lang}`)
    const { code } = begun.error
    // Paid or closed meanwhile: the page itself tells how it stands.
    if (code === 'PAYMENT_ALREADY_PAID' || code === 'PAYMENT_CLOSED')
      return exchange.redirect(paths.payment(found.payment.request))
    return show(deps, exchange, found, begun.error)
  }

const PER_PAGE = 20

async function history(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const page = pageNumber(exchange.query('page'))
  const others = await forOthersOf(deps, exchange.party)
  const ordered = await deps.cases.numbered(openOf(others))
  const listed = await deps.payments.ofParty(exchange.party, {
    forOthers: ordered.map(({ id }) => id),
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  })
  return exchange.page({
    title: exchange.t('payments.title'),
    section: 'cabinet',
    content: (
      <PaymentsPage
        view={exchange}
        payments={listed.payments}
        others={others}
        page={page}
        pages={Math.ceil(listed.total / PER_PAGE)}
      />
    ),
  })
}

/** Tenge as people write them: `4 325`, `612,60`. */
function tiynOf(typed: string): number | undefined {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(typed.replaceAll(/[\s\u00a0₸]/g, ''))
  if (match === null) return undefined
  const [, tenge = '', tiyn = ''] = match
  return Number(tenge) * 100 + Number(tiyn.padEnd(2, '0'))
}

function subjectOf(exchange: Exchange): Result<ReceiptSubject> {
  const file = handedFile(exchange)
  if (file !== undefined) return file.ok ? ok({ kind: 'file', bytes: file.value.bytes }) : file
  const { number, amount } = exchange.fields
  if (number === undefined) return refuse(portalErrors.CHECK_NO_FILE({}, 'file'))
  const tiyn = tiynOf(amount ?? '')
  if (tiyn === undefined) return refuse(portalErrors.NO_SUM({}, 'amount'))
  return ok({ kind: 'number', number: number.replaceAll(/\s/g, '').slice(0, 20), amount: tiyn })
}

function checkPage(exchange: Exchange, errors: readonly CodedError[]): FastifyReply {
  return exchange.page({
    title: exchange.t('receipt.title'),
    section: 'check',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <CheckReceiptPage view={exchange} form={formState(exchange.fields, errors, exchange.lang)} />
    ),
    indexed: true,
  })
}

async function check(deps: PortalDeps, exchange: Exchange): Promise<FastifyReply> {
  const handed = subjectOf(exchange)
  if (!handed.ok) return checkPage(exchange, [handed.error])
  const subject = handed.value
  const checked = await deps.payments.checkReceipt(subject)
  if (!checked.ok)
    return checkPage(exchange, [
      { ...checked.error, field: subject.kind === 'number' ? 'number' : 'file' },
    ])
  return exchange.page({
    title: exchange.t('receipt.title'),
    section: 'check',
    content: <CheckedReceiptPage view={exchange} receipt={checked.value} />,
  })
}

/** Paying, the history of payments, and the check of receipts that is open to everyone. */
export function paymentRoutes({ deps, get, postFile, getSigned, postSigned }: Routing): void {
  // The form of this page leads on to the bank.
  getSigned('/requests/:number/payment', onOwnCase(deps, paymentPage(deps)), ['pay'])
  postSigned('/requests/:number/payment', onOwnCase(deps, pay(deps)), ['pay'])
  getSigned(paths.payments, (exchange) => history(deps, exchange))
  get(paths.checkReceipt, async (exchange) => checkPage(exchange, []))
  postFile(paths.checkReceipt, (exchange) => check(deps, exchange))
}

const CALLS_A_MINUTE = { max: 6000, timeWindow: 60_000 }

/** Where the bank tells how a payment went: a signed envelope in, a signed answer out. */
export async function callBackRoute(
  app: FastifyInstance,
  { payments }: Pick<PortalDeps, 'payments'>,
): Promise<void> {
  await app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer' },
      (_request, body, parsed) => parsed(null, body),
    )
    const config = { machine: true, rateLimit: CALLS_A_MINUTE }
    scope.post('/payments/call-back', { config }, async (request, reply) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const answer = await payments.takeCallBack(bytes)
      return reply
        .code(answer.status)
        .type('application/octet-stream')
        .header('cache-control', 'no-store')
        .send(answer.bytes)
    })
    done()
  })
}
