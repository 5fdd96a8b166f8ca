import type { DocumentStatus, IssuedDocument } from '#capabilities/documents'
import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  InsetText,
  NavList,
  SummaryList,
  type SummaryRow,
  Table,
  Tag,
} from '#platform/views'
import { type DocumentPlace, placeOf } from '../document-place.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export const DOCUMENT_STATUSES = ['valid', 'revoked', 'expired'] as const
const LOOKS = { valid: 'green', revoked: 'red', expired: 'grey' } as const

const StatusTag = (props: { readonly view: View; readonly document: IssuedDocument }) => (
  <Tag look={LOOKS[props.document.status]}>{props.view.t(stateKey(props.document))}</Tag>
)

/** A document that another took the place of is not merely revoked. */
const stateKey = ({ status, revocation }: IssuedDocument) =>
  status === 'revoked' && revocation?.replacedBy
    ? ('documents.state.replaced' as const)
    : (`documents.state.${status}` as const)

/** A document in the reader's list. */
export interface ListedDocument {
  readonly document: IssuedDocument
  /** Number of the request that it is opened under, where it is somebody else's. */
  readonly request?: string
  /** Whose it is then. */
  readonly whose?: string
}

export interface DocumentsProps {
  readonly view: View
  readonly documents: readonly ListedDocument[]
  readonly status: DocumentStatus | undefined
}

export function DocumentsPage({ view, documents, status }: DocumentsProps) {
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.documents')}</h1>
      <nav class="q-tabs govuk-!-margin-bottom-6" aria-label={t('filter.label')}>
        <NavList
          items={[undefined, ...DOCUMENT_STATUSES].map((one) => ({
            text: t(one === undefined ? 'word.all' : `documents.tab.${one}`),
            href: one === undefined ? paths.documents : `${paths.documents}?status=${one}`,
            current: one === status,
          }))}
        />
      </nav>
      {documents.length === 0 ? (
        <EmptyState title={t('documents.none')}>
          <p class="govuk-body">{t('documents.none-advice')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('cabinet.documents')}
          captionHidden
          rows={documents}
          columns={[
            {
              head: t('documents.title'),
              cell: ({ document: { number, title }, request, whose }) => (
                <>
                  <a class="govuk-link" href={placeOf(number, request).page}>
                    {view.text(title)}
                  </a>
                  {whose === undefined ? null : <span class="q-hint"> {whose}</span>}
                </>
              ),
              rowHead: true,
            },
            { head: t('word.number'), cell: ({ document }) => document.number },
            { head: t('documents.issued'), cell: ({ document }) => f.dateShort(document.issuedAt) },
            {
              head: t('word.status'),
              cell: ({ document }) => <StatusTag view={view} document={document} />,
            },
          ]}
        />
      )}
    </>
  )
}

function rowsOf(view: View, document: IssuedDocument): SummaryRow[] {
  const { t, f } = view
  const { number, body, issuedAt, validUntil, revocation } = document
  return [
    { key: t('word.number'), value: number },
    { key: t('check.issuer'), value: view.text(body) },
    { key: t('documents.issued'), value: f.dateTime(issuedAt) },
    { key: t('word.status'), value: <StatusTag view={view} document={document} /> },
    ...(validUntil === null
      ? []
      : [{ key: t('documents.valid-until'), value: f.date(validUntil) }]),
    ...(revocation === null
      ? []
      : [
          {
            key: t('documents.revoked-at'),
            value: `${f.dateTime(revocation.at)}: ${view.text(revocation.reason)}`,
          },
        ]),
  ]
}

export interface DocumentProps {
  readonly view: View
  readonly document: IssuedDocument
  readonly place: DocumentPlace
  /** The service has a way to correct what is wrong in it, and the reader owns it. */
  readonly correctable: boolean
}

/** The document that took the place of this one is of another request: its owner alone is led there. */
const Replaced = (props: { view: View; number: string; owned: boolean }) => (
  <InsetText>
    {props.view.t('documents.replaced-by')}{' '}
    {props.owned ? (
      <a class="govuk-link" href={paths.documentPage(props.number)}>
        {props.number}
      </a>
    ) : (
      props.number
    )}
  </InsetText>
)

/** One document: what it is, whether it still holds, what can be done with it. */
export function DocumentPage({ view, document, place, correctable }: DocumentProps) {
  const { t } = view
  const { number, title, revocation } = document
  const { file, page } = place
  const owned = page === placeOf(number, undefined).page
  return (
    <>
      <h1 class="govuk-heading-l">{view.text(title)}</h1>
      {revocation?.replacedBy ? (
        <Replaced view={view} number={revocation.replacedBy} owned={owned} />
      ) : null}
      <SummaryList rows={rowsOf(view, document)} />
      <div class="govuk-button-group">
        <ButtonLink href={file}>{t('status.result-open')}</ButtonLink>
        <ButtonLink href={`${file}?save=1`} look="secondary">
          {t('status.result-save')}
        </ButtonLink>
        <ButtonLink href={`${paths.checkDocument}?number=${number}`} look="secondary">
          {t('check.page-title')}
        </ButtonLink>
      </div>
      <p class="q-hint">{t('documents.print-note')}</p>
      {correctable ? (
        <>
          <h2 class="govuk-heading-m">{t('correct.title')}</h2>
          <p class="govuk-body">{t('correct.text')}</p>
          <Form action={paths.correct(number)} csrf={view.csrf}>
            <Button look="secondary">{t('correct.begin')}</Button>
          </Form>
        </>
      ) : null}
    </>
  )
}
