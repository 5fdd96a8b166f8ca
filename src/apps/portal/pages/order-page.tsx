import type { Account } from '#capabilities/identity'
import type { Mandate } from '#capabilities/representation'
import { partyNumber } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { Button, Form, InsetText, Radios, SummaryList } from '#platform/views'
import { inTwo } from '../acting.tsx'
import { paths } from '../paths.ts'
import { stepsOf } from '../request-status.ts'
import type { View } from '../view.ts'
import { type Fee, feeLines } from './fee-text.ts'
import { OrderSteps } from './order-pages.tsx'

/** For whom else the reader may order; `complete` is false when a register did not answer. */
export interface OtherParties {
  readonly mandates: readonly Mandate[]
  readonly complete: boolean
}

function hintOf({ t, f }: View, { basis, until }: Mandate): string | undefined {
  if (basis === 'head') return t('representation.head-hint')
  return until === null ? undefined : t('representation.until', { date: f.date(until) })
}

/** The choice between oneself and those for whom one may act; nothing where there is nobody to choose. */
function ForWhom(props: {
  readonly view: View
  readonly others: OtherParties
  readonly forSelf: boolean
}) {
  const { view, others, forSelf } = props
  const { t } = view
  const unsure = others.complete ? null : <InsetText>{t('representation.incomplete')}</InsetText>
  if (others.mandates.length === 0) return unsure
  const choices = others.mandates.map((mandate) => ({
    value: mandate.key,
    text: t(`representation.${mandate.basis}`, { name: inTwo(view, mandate.principal.name) }),
    hint: hintOf(view, mandate),
  }))
  const self = { value: '', text: t('representation.myself') }
  return (
    <>
      <Radios
        name="onBehalf"
        label={t('representation.for-whom')}
        value={forSelf ? '' : undefined}
        choices={forSelf ? [self, ...choices] : choices}
      />
      {unsure}
    </>
  )
}

/** That a duty is to be paid after the signature, how much it is today, and how that is counted. */
function Payment(props: Pick<OrderPageProps, 'view' | 'edition' | 'fee'>) {
  const { view, edition, fee } = props
  if (!stepsOf(edition).includes('pay')) return null
  return (
    <InsetText>
      <p>{view.t('order.pays', { amount: view.f.money(fee.amount) })}</p>
      <ul class="govuk-list">
        {feeLines(view, edition, fee).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </InsetText>
  )
}

export interface OrderPageProps {
  readonly view: View
  readonly edition: Edition
  /** Of today. */
  readonly fee: Fee
  readonly account: Account
  readonly others: OtherParties
}

/** Before the order: what will happen, what it costs, and in whose name. */
export function OrderPage(props: OrderPageProps) {
  const { view, edition, fee, account, others } = props
  const { about } = edition
  const { t } = view
  const forSelf = about.recipients.includes(account.party.kind)
  const allowed = forSelf || others.mandates.length > 0
  return (
    <>
      <span class="govuk-caption-l">{t('order.title')}</span>
      <h1 class="govuk-heading-l">{view.text(about.name)}</h1>
      <OrderSteps view={view} edition={edition} current="fill" />
      <p class="govuk-body">{t('order.what')}</p>
      <Payment view={view} edition={edition} fee={fee} />
      <SummaryList
        rows={[{ key: t('order.as'), value: `${account.name}, ${partyNumber(account.party)}` }]}
      />
      {allowed ? (
        <Form action={paths.order(about.id)} csrf={view.csrf}>
          <ForWhom view={view} others={others} forSelf={forSelf} />
          <Button>{t('order.begin')}</Button>
        </Form>
      ) : (
        <InsetText>{t('order.not-for-you', { who: view.text(about.recipientsText) })}</InsetText>
      )}
    </>
  )
}
