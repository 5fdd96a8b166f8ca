import { declineTexts, payableUntil, type PaymentView } from '#capabilities/payments'
import { type CodedError, dayOf, type PlainDate } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { renderError } from '#platform/i18n'
import {
  Button,
  ButtonLink,
  Form,
  InsetText,
  NotificationBanner,
  SummaryList,
  type SummaryRow,
} from '#platform/views'
import { placeOf } from '../document-place.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface PaymentProps {
  readonly view: View
  readonly payment: PaymentView
  readonly edition: Edition
  /** The MRP of a day, in tiyn. */
  readonly mrp: (day: PlainDate) => number
  /** The receipt can be opened. */
  readonly receiptReady: boolean
  /** The bank could not be asked, or did not open the order. */
  readonly error?: CodedError | undefined
}

/** How the sum follows from the law: the share and the MRP of the day on which the duty was offered. */
function countOf({ view, payment, edition, mrp }: PaymentProps): SummaryRow[] {
  if (!('duty' in edition.fee)) return []
  const { amount, reference } = edition.fee.duty
  const { t, f } = view
  const day = dayOf(payment.offeredAt)
  const params = { day: f.date(day), mrp: f.money(mrp(day)) }
  const how =
    'mrp' in amount
      ? t('pay.how-mrp', { ...params, share: f.number(amount.mrp) })
      : t('pay.how-percent', { ...params, share: f.number(amount.percentOfMrp) })
  return [
    { key: t('pay.how'), value: how },
    { key: t('pay.basis'), value: view.text(reference) },
  ]
}

function Particulars(props: PaymentProps) {
  const { view, payment } = props
  const { t, f } = view
  const open = payment.state === 'offered'
  return (
    <SummaryList
      rows={[
        { key: t('pay.amount'), value: <strong>{f.money(payment.amount)}</strong> },
        { key: t('pay.what'), value: `${view.text(payment.name)}: ${view.text(payment.service)}` },
        ...countOf(props),
        ...(open ? [{ key: t('pay.until'), value: f.dateTime(payableUntil(payment)) }] : []),
        { key: t('word.number'), value: payment.request },
      ]}
    />
  )
}

function PayForm({ view, payment }: Pick<PaymentProps, 'view' | 'payment'>) {
  const { t } = view
  const tried = payment.decline !== null
  return (
    <Form action={paths.payment(payment.request)} csrf={view.csrf}>
      <Button>{t(tried ? 'pay.again' : 'pay.to-bank')}</Button>
      <p class="q-hint">{t('pay.leads')}</p>
    </Form>
  )
}

/** The bank's refusal counts until the payer tries again. */
const isDeclined = ({ decline }: PaymentView): boolean => decline !== null

function Offered(props: PaymentProps) {
  const { view, payment, error } = props
  const { t, f } = view
  const { decline, sentAt } = payment
  const until = f.dateTime(payableUntil(payment))
  return (
    <>
      {error === undefined ? null : (
        <NotificationBanner kind="warning" id="bank-down">
          <p class="govuk-notification-banner__heading">{renderError(error, view.lang)}</p>
          <p>{t('pay.bank-down-note', { until })}</p>
        </NotificationBanner>
      )}
      {decline === null ? null : (
        <NotificationBanner kind="warning" id="declined" title={t('pay.declined')}>
          <p class="govuk-notification-banner__heading" data-declined={decline.reason}>
            {view.text(declineTexts[decline.reason])}
          </p>
          <p>{t('pay.declined-at', { at: f.dateTime(decline.at) })}</p>
        </NotificationBanner>
      )}
      {sentAt === null || isDeclined(payment) || error !== undefined ? null : (
        <NotificationBanner id="waiting" title={t('pay.waiting')}>
          <p data-waiting>{t('pay.waiting-note')}</p>
        </NotificationBanner>
      )}
      <Particulars {...props} />
      <PayForm view={view} payment={payment} />
      <ButtonLink href={paths.payment(payment.request)} look="secondary">
        {t('word.refresh')}
      </ButtonLink>
    </>
  )
}

function Receipt({ view, payment, receiptReady }: PaymentProps) {
  const { t } = view
  const number = payment.payment?.receipt
  if (number === undefined || !receiptReady)
    return <p class="govuk-body">{t('pay.receipt-soon')}</p>
  return (
    <ButtonLink
      href={placeOf(number, view.acting === undefined ? undefined : payment.request).file}
      look="secondary"
    >
      {t('pay.receipt')}
    </ButtonLink>
  )
}

function Settled(props: PaymentProps) {
  const { view, payment } = props
  const { t } = view
  return (
    <>
      <NotificationBanner kind="success" id="paid" title={t('pay.paid')}>
        <p data-paid>{t('pay.paid-note', { receipt: payment.payment?.receipt ?? '' })}</p>
      </NotificationBanner>
      <Particulars {...props} />
      <div class="govuk-button-group">
        <ButtonLink href={paths.request(payment.request)}>{t('pay.to-request')}</ButtonLink>
        <Receipt {...props} />
      </div>
    </>
  )
}

/** Money that came too late or once more: that it goes back is told, whatever became of the order. */
function Unwanted({ view, payment: { unwanted } }: PaymentProps) {
  const { t, f } = view
  if (unwanted === null) return null
  const params = { paidAt: f.dateTime(unwanted.paidAt), amount: f.money(unwanted.amount) }
  return (
    <InsetText>
      <p data-unwanted>
        {unwanted.returnedAt === null
          ? t('pay.unwanted', params)
          : t('pay.unwanted-returned', { ...params, at: f.dateTime(unwanted.returnedAt) })}
      </p>
    </InsetText>
  )
}

/** The request went on, or was withdrawn, before anything was paid. */
function Closed(props: PaymentProps) {
  const { view, payment } = props
  const { t } = view
  return (
    <>
      <NotificationBanner id="closed" title={t('pay.closed')}>
        <p data-closed>{t('pay.closed-note')}</p>
      </NotificationBanner>
      <Particulars {...props} />
      <ButtonLink href={paths.request(payment.request)}>{t('pay.to-request')}</ButtonLink>
    </>
  )
}

function Over(props: PaymentProps) {
  const { view, payment } = props
  const { t } = view
  return (
    <>
      <NotificationBanner kind="warning" id="over" title={t('pay.over')}>
        <p data-over>{t('pay.over-note')}</p>
      </NotificationBanner>
      <Particulars {...props} />
      <Form action={paths.again(payment.request)} csrf={view.csrf}>
        <Button>{t('pay.begin-again')}</Button>
      </Form>
    </>
  )
}

/** The bank has closed the order: nothing can be paid for it, so a new request may be begun without fear of paying twice. */
function ClosedAtBank(props: PaymentProps) {
  const { view, payment } = props
  const { t, f } = view
  const { decline, request, until } = payment
  const waits = view.now < until
  return (
    <>
      <NotificationBanner kind="warning" id="bank-closed" title={t('pay.bank-closed')}>
        <p data-bank-closed>{t('pay.bank-closed-note')}</p>
        {decline === null ? null : (
          <p data-declined={decline.reason}>{view.text(declineTexts[decline.reason])}</p>
        )}
        <p>
          {waits ? t('pay.bank-closed-next', { until: f.dateTime(until) }) : t('pay.over-note')}
        </p>
      </NotificationBanner>
      <Particulars {...props} />
      <Form action={paths.again(request)} csrf={view.csrf}>
        <Button>{t('pay.begin-again')}</Button>
      </Form>
      {waits ? (
        <ButtonLink href={paths.withdraw(request)} look="secondary">
          {t('withdraw.title')}
        </ButtonLink>
      ) : null}
    </>
  )
}

function GoingBack(props: PaymentProps) {
  const { view, payment } = props
  const { t, f } = view
  const { returnedAt } = payment
  return (
    <>
      <NotificationBanner
        id="returned"
        title={t(returnedAt === null ? 'pay.returning' : 'pay.returned')}
      >
        <p data-returned={String(returnedAt !== null)}>
          {returnedAt === null
            ? t('pay.returning-note')
            : t('pay.returned-note', { at: f.dateTime(returnedAt) })}
        </p>
      </NotificationBanner>
      <Particulars {...props} />
      <ButtonLink href={paths.request(payment.request)}>{t('pay.to-request')}</ButtonLink>
    </>
  )
}

const BY_STATE = {
  offered: Offered,
  paid: Settled,
  expired: Over,
  closed: Closed,
  returning: GoingBack,
  returned: GoingBack,
} as const

/** The truth about one payment, and what its payer can do now. */
export function PaymentPage(props: PaymentProps) {
  const { view, payment } = props
  const Part = payment.closedByBank ? ClosedAtBank : BY_STATE[payment.state]
  return (
    <>
      <span class="govuk-caption-l">{view.t('request.caption', { number: payment.request })}</span>
      <h1 class="govuk-heading-l">{view.t('pay.title')}</h1>
      <Unwanted {...props} />
      <Part {...props} />
    </>
  )
}
