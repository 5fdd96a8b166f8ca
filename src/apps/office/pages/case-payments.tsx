import type { OfficialView } from '#capabilities/cases'
import type { PaymentState, PaymentView } from '#capabilities/payments'
import type { JsonObject, Text } from '#core/kernel'
import { SummaryList, type SummaryRow, Tag, type TagLook } from '#platform/views'
import type { View } from '../view.ts'

const LOOKS: Readonly<Record<PaymentState, TagLook>> = {
  offered: 'yellow',
  paid: 'green',
  expired: 'grey',
  closed: 'grey',
  returning: 'blue',
  returned: 'blue',
}

function rowsOf(view: View, payment: PaymentView): SummaryRow[] {
  const { t, f } = view
  const { state, amount, until, payment: paid, returnedAt } = payment
  return [
    { key: t('payment.amount'), value: f.money(amount) },
    {
      key: t('payment.state'),
      value: <Tag look={LOOKS[state]}>{t(`payment.state.${state}`)}</Tag>,
    },
    ...(state === 'offered' ? [{ key: t('payment.until'), value: f.dateTime(until) }] : []),
    ...(paid === null
      ? []
      : [
          { key: t('payment.paid-at'), value: f.dateTime(paid.at) },
          { key: t('payment.receipt'), value: paid.receipt === '' ? '—' : paid.receipt },
        ]),
    ...(returnedAt === null
      ? []
      : [{ key: t('payment.returned-at'), value: f.dateTime(returnedAt) }]),
  ]
}

/** Why nothing is to be paid, where an exemption holds. */
function exemptionIn({ edition, state }: OfficialView): Text | undefined {
  const { fee } = edition
  if (!('duty' in fee)) return undefined
  const kept = Object.values(edition.actions).flatMap((action) =>
    action.does === 'pay' ? [state.data[action.as] as JsonObject | undefined] : [],
  )
  return fee.duty.exemptions.find(({ id }) => kept.some((one) => one?.['exempt'] === id))?.text
}

/** The duty: how much, whether it was paid, its receipt, and whether it was given back. */
export function PaymentsPart(props: {
  readonly view: View
  readonly request: OfficialView
  readonly payments: readonly PaymentView[]
}) {
  const { view, request, payments } = props
  const exemption = exemptionIn(request)
  if (payments.length === 0 && exemption === undefined) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t('payment.title')}</h2>
      {exemption === undefined ? null : (
        <SummaryList rows={[{ key: view.t('payment.exempt'), value: view.text(exemption) }]} />
      )}
      {payments.map((payment) => (
        <SummaryList rows={rowsOf(view, payment)} />
      ))}
    </section>
  )
}
