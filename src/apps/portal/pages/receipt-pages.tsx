import type { CheckedReceipt } from '#capabilities/payments'
import {
  bind,
  Button,
  ButtonLink,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  NotificationBanner,
  SummaryList,
  TextInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export function CheckReceiptPage({
  view,
  form,
}: {
  readonly view: View
  readonly form: FormState
}) {
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('receipt.title')}</h1>
      <p class="govuk-body">{t('receipt.intro')}</p>
      <h2 class="govuk-heading-m">{t('receipt.by-number')}</h2>
      <Form action={paths.checkReceipt} csrf={view.csrf}>
        <TextInput
          {...bind(form, 'number')}
          label={t('receipt.number')}
          hint={t('receipt.number-hint')}
          inputMode="numeric"
          width={20}
          maxLength={20}
        />
        <TextInput
          {...bind(form, 'amount')}
          label={t('receipt.amount')}
          hint={t('receipt.amount-hint')}
          inputMode="decimal"
          width={10}
          maxLength={20}
        />
        <Button>{t('check.submit')}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t('receipt.by-file')}</h2>
      <Form action={paths.checkReceipt} csrf={view.csrf} multipart>
        <FileUpload
          {...bind(form, 'file')}
          label={t('check.file')}
          hint={t('check.file-hint')}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        />
        <Button>{t('check.submit')}</Button>
      </Form>
    </>
  )
}

export function CheckedReceiptPage(props: {
  readonly view: View
  readonly receipt: CheckedReceipt
}) {
  const { view, receipt } = props
  const { t, f } = view
  const { returnedAt } = receipt
  return (
    <>
      <h1 class="govuk-heading-l">{t('receipt.title')}</h1>
      <NotificationBanner kind={returnedAt === null ? 'success' : 'warning'} id="verdict">
        <p data-receipt={returnedAt === null ? 'paid' : 'returned'}>
          {t(returnedAt === null ? 'receipt.genuine' : 'receipt.returned')}
        </p>
      </NotificationBanner>
      <SummaryList
        rows={[
          { key: t('receipt.number'), value: receipt.number },
          {
            key: t('pay.what'),
            value: `${view.text(receipt.name)}: ${view.text(receipt.service)}`,
          },
          { key: t('pay.amount'), value: f.money(receipt.amount) },
          { key: t('receipt.paid-at'), value: f.dateTime(receipt.paidAt) },
          ...(returnedAt === null
            ? []
            : [{ key: t('pay.returned'), value: f.dateTime(returnedAt) }]),
        ]}
      />
      <ButtonLink href={paths.checkReceipt} look="secondary">
        {t('receipt.another')}
      </ButtonLink>
    </>
  )
}
