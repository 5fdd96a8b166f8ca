import type { PaymentView } from '#capabilities/payments'
import { EmptyState, Pagination, Table, Tag, type TagLook } from '#platform/views'
import { placeOf } from '../document-place.ts'
import type { ForOthers } from '../for-others.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { forWhom } from './request-table.tsx'

type ShownState = PaymentView['state'] | 'declined'

const LOOKS: Readonly<Record<ShownState, TagLook>> = {
  offered: 'yellow',
  declined: 'red',
  paid: 'green',
  expired: 'grey',
  closed: 'grey',
  returning: 'blue',
  returned: 'blue',
}

const shownState = ({ state, decline }: PaymentView): ShownState =>
  state === 'offered' && decline !== null ? 'declined' : state

type Shown = Pick<PaymentsProps, 'view' | 'others'>

function Receipt({ view, payment, others }: Shown & { readonly payment: PaymentView }) {
  const { t } = view
  const { state } = payment
  if (state === 'offered')
    return (
      <a class="govuk-link" href={paths.payment(payment.request)}>
        {t('pay.go')}
        <span class="govuk-visually-hidden"> {payment.request}</span>
      </a>
    )
  const receipt = payment.payment?.receipt
  if (receipt === undefined) return <>{payment.unwanted === null ? '—' : t('payments.unwanted')}</>
  return (
    <a
      class="govuk-link"
      href={placeOf(receipt, others.has(payment.request) ? payment.request : undefined).file}
    >
      {receipt}
    </a>
  )
}

export interface PaymentsProps {
  readonly view: View
  readonly payments: readonly PaymentView[]
  /** Requests that the reader ordered for somebody else. */
  readonly others: ForOthers
  readonly page: number
  readonly pages: number
}

function PaymentTable({ view, payments, others }: Shown & Pick<PaymentsProps, 'payments'>) {
  const { t, f } = view
  return (
    <Table
      caption={t('payments.title')}
      captionHidden
      rows={payments}
      columns={[
        {
          head: t('word.number'),
          cell: ({ request }) => (
            <a class="govuk-link" href={paths.payment(request)}>
              {request}
            </a>
          ),
          rowHead: true,
        },
        {
          head: t('word.service'),
          cell: ({ service, request }) => {
            const note = forWhom(view, { ordered: others.get(request) })
            return (
              <>
                {view.text(service)}
                {note === undefined ? null : <span class="q-hint"> {note}</span>}
              </>
            )
          },
        },
        { head: t('pay.amount'), cell: ({ amount }) => f.money(amount) },
        {
          head: t('payments.when'),
          cell: ({ payment, offeredAt }) => f.dateShort(payment?.at ?? offeredAt),
        },
        {
          head: t('word.status'),
          cell: (one) => {
            const state = shownState(one)
            return <Tag look={LOOKS[state]}>{t(`payments.state.${state}`)}</Tag>
          },
        },
        {
          head: t('receipt.number'),
          cell: (payment) => <Receipt view={view} payment={payment} others={others} />,
        },
      ]}
    />
  )
}

/** The history of payments and receipts, newest first. */
export function PaymentsPage({ view, payments, others, page, pages }: PaymentsProps) {
  const { t } = view
  if (payments.length === 0)
    return (
      <>
        <h1 class="govuk-heading-l">{t('payments.title')}</h1>
        <EmptyState title={t('payments.none')}>
          <p class="govuk-body">{t('payments.none-note')}</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <h1 class="govuk-heading-l">{t('payments.title')}</h1>
      <PaymentTable view={view} payments={payments} others={others} />
      <Pagination page={page} pages={pages} href={(n) => `${paths.payments}?page=${n}`} />
    </>
  )
}
