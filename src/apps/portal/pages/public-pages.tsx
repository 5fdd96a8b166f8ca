import type { CheckReport } from '#capabilities/documents'
import type { Text } from '#core/kernel'
import { renderError } from '#platform/i18n'
import {
  bind,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  NotificationBanner,
  SummaryList,
  type SummaryRow,
  TextInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export function CheckDocumentPage(props: { readonly view: View; readonly form: FormState }) {
  const { view, form } = props
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('check.page-title')}</h1>
      <p class="govuk-body">{t('check.intro')}</p>
      <h2 class="govuk-heading-m">{t('check.by-number')}</h2>
      <Form action={paths.checkDocument} csrf={view.csrf}>
        <TextInput
          {...bind(form, 'number')}
          label={t('check.number')}
          hint={t('check.number-hint')}
          inputMode="numeric"
          width={20}
          maxLength={20}
        />
        <Button>{t('check.submit')}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t('check.by-file')}</h2>
      <Form action={paths.checkDocument} csrf={view.csrf} multipart>
        <FileUpload
          {...bind(form, 'file')}
          label={t('check.file')}
          hint={t('check.file-hint')}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        />
        <Button>{t('check.submit')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.checkReceipt}>
          {t('receipt.title')}
        </a>
      </p>
    </>
  )
}

const VERDICTS = {
  valid: ['success', 'check.genuine'],
  revoked: ['warning', 'check.revoked'],
  expired: ['warning', 'check.expired'],
  changed: ['warning', 'check.bad'],
  unknown: ['warning', 'check.bad'],
} as const

function documentRows(view: View, report: CheckReport): SummaryRow[] {
  const { t, f } = view
  const { document } = report
  if (document === undefined) return []
  const signer = report.checks.find((check) => check.signer !== undefined)?.signer
  const { owner, revocation } = document
  return [
    { key: t('documents.title'), value: view.text(document.title) },
    { key: t('word.number'), value: document.number },
    { key: t('check.issuer'), value: view.text(document.body) },
    { key: t('documents.issued'), value: f.dateTime(document.issuedAt) },
    { key: t('sign.owner'), value: `${owner.name}, ${owner.number}` },
    ...(signer === undefined ? [] : [{ key: t('check.signer'), value: signer }]),
    ...(revocation === undefined
      ? []
      : [{ key: t('documents.state.revoked'), value: view.text(revocation.reason) }]),
    ...(revocation?.replacedBy
      ? [
          {
            key: t('check.replaced-by'),
            value: (
              <a
                class="govuk-link"
                href={`${paths.checkDocument}?number=${revocation.replacedBy}`}
                data-replaced-by={revocation.replacedBy}
              >
                {revocation.replacedBy}
              </a>
            ),
          },
        ]
      : []),
  ]
}

/** The verdict in words, what it rests on, and what the document says. */
export function CheckedPage(props: {
  readonly view: View
  readonly report: CheckReport
  readonly byNumber: boolean
}) {
  const { view, report, byNumber } = props
  const { t, lang } = view
  const [kind, key] = VERDICTS[report.verdict]
  const failures = report.checks.flatMap(({ error }) => (error === undefined ? [] : [error]))
  const rows = documentRows(view, report)
  return (
    <>
      <h1 class="govuk-heading-l">{t('check.page-title')}</h1>
      <NotificationBanner kind={kind} id="verdict">
        <p data-verdict={report.verdict}>{t(key)}</p>
      </NotificationBanner>
      {failures.map((error) => (
        <p class="govuk-body">{renderError(error, lang)}</p>
      ))}
      {rows.length === 0 ? null : <SummaryList rows={rows} />}
      {byNumber && rows.length > 0 ? <InsetText>{t('check.number-note')}</InsetText> : null}
      <ButtonLink href={paths.checkDocument} look="secondary">
        {t('check.another')}
      </ButtonLink>
    </>
  )
}

/** A phone of a service's regulation, with the services that name it. */
export interface HelpPhone {
  readonly number: string
  readonly who: Text
  readonly services: readonly Text[]
}

function Phones({ view, phones }: { readonly view: View; readonly phones: readonly HelpPhone[] }) {
  if (phones.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('help.phones')}</h2>
      <SummaryList
        rows={phones.map(({ number, who, services }) => ({
          key: number,
          value: (
            <>
              {view.text(who)}
              <br />
              <span class="q-hint">{services.map(view.text).join('; ')}</span>
            </>
          ),
        }))}
      />
    </>
  )
}

export function HelpPage(props: { readonly view: View; readonly phones: readonly HelpPhone[] }) {
  const { view, phones } = props
  const { t } = view
  const questions = [1, 2, 3, 4, 5] as const
  return (
    <>
      <h1 class="govuk-heading-l">{t('help.title')}</h1>
      <InsetText>{t('help.phone')}</InsetText>
      {questions.map((n) => (
        <Details summary={t(`help.q${n}`)}>{t(`help.a${n}`)}</Details>
      ))}
      <Phones view={view} phones={phones} />
      <h2 class="govuk-heading-m">{t('help.by-number')}</h2>
      <p class="govuk-body">{t('help.by-number-note')}</p>
      <ButtonLink href={paths.requests} look="secondary">
        {t('help.by-number')}
      </ButtonLink>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.systems}>
            {t('systems.title')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.checkDocument}>
            {t('check.page-title')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.checkReceipt}>
            {t('receipt.title')}
          </a>
        </li>
      </ul>
    </>
  )
}
