import type { IssuedDocument } from '#capabilities/documents'
import type { Message } from '#capabilities/notifications'
import type { CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'
import {
  Button,
  ButtonLink,
  type Card,
  CardGrid,
  EmptyState,
  Form,
  NavList,
  Pagination,
  SearchBox,
  Table,
  Tag,
} from '#platform/views'
import type { DataAccess } from '../deps.ts'
import { paths } from '../paths.ts'
import { type RequestStatus, requestStatus, STATUS_LOOKS } from '../request-status.ts'
import type { View } from '../view.ts'

export const STATUSES: readonly RequestStatus[] = [
  'draft',
  'open',
  'finished',
  'refused',
  'withdrawn',
]

export interface Listed {
  readonly state: CaseState
  readonly edition: Edition
}

export function CabinetPage(props: {
  readonly view: View
  readonly unread: number
  readonly recent: readonly Listed[]
}) {
  const { view, unread, recent } = props
  const { t } = view
  const cards: Card[] = [
    { title: t('cabinet.requests'), href: paths.requests, note: t('cabinet.requests-note') },
    { title: t('cabinet.documents'), href: paths.documents, note: t('cabinet.documents-note') },
    {
      title: t('cabinet.notifications'),
      href: paths.notifications,
      note: t('cabinet.unread', { n: unread }),
    },
    { title: t('cabinet.access'), href: paths.access, note: t('cabinet.access-note') },
    { title: t('key.mine'), href: paths.keys, note: t('cabinet.keys-note') },
    { title: t('profile.title'), href: paths.profile, note: t('cabinet.profile-note') },
  ]
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.title')}</h1>
      <CardGrid cards={cards} />
      {recent.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t('cabinet.requests')}</h2>
          <RequestTable view={view} requests={recent} />
        </>
      )}
    </>
  )
}

function RequestTable(props: { readonly view: View; readonly requests: readonly Listed[] }) {
  const { view, requests } = props
  const { t, f } = view
  return (
    <Table
      caption={t('cabinet.requests')}
      captionHidden
      rows={requests}
      columns={[
        {
          head: t('word.number'),
          cell: ({ state }) => (
            <a class="govuk-link" href={paths.request(state.number)}>
              {state.number}
            </a>
          ),
          rowHead: true,
        },
        { head: t('word.service'), cell: ({ edition }) => view.text(edition.about.name) },
        { head: t('requests.opened'), cell: ({ state }) => f.dateShort(state.openedAt) },
        {
          head: t('word.status'),
          cell: ({ state }) => {
            const status = requestStatus(state)
            return <Tag look={STATUS_LOOKS[status]}>{t(`status.${status}`)}</Tag>
          },
        },
      ]}
    />
  )
}

const filterHref = (status: RequestStatus | undefined, page = 1): string => {
  const search = new URLSearchParams()
  if (status !== undefined) search.set('status', status)
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? paths.requests : `${paths.requests}?${search}`
}

export interface RequestsProps {
  readonly view: View
  readonly requests: readonly Listed[]
  readonly status: RequestStatus | undefined
  readonly page: number
  readonly pages: number
  /** What was searched for without finding it. */
  readonly missed?: string | undefined
}

export function RequestsPage({ view, requests, status, page, pages, missed }: RequestsProps) {
  const { t } = view
  const none = t(
    status === undefined && missed === undefined ? 'requests.none' : 'requests.none-here',
  )
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.requests')}</h1>
      <SearchBox
        action={paths.requests}
        name="number"
        label={t('requests.search')}
        value={missed}
        example="10100005622331"
      />
      <nav
        class="q-tabs govuk-!-margin-top-4 govuk-!-margin-bottom-6"
        aria-label={t('filter.label')}
      >
        <NavList
          items={[undefined, ...STATUSES].map((one) => ({
            text: one === undefined ? t('word.all') : t(`status.${one}`),
            href: filterHref(one),
            current: one === status,
          }))}
        />
      </nav>
      {requests.length === 0 ? (
        <EmptyState title={none}>
          <ButtonLink href={paths.services}>{t('requests.none-advice')}</ButtonLink>
        </EmptyState>
      ) : (
        <RequestTable view={view} requests={requests} />
      )}
      <Pagination page={page} pages={pages} href={(n) => filterHref(status, n)} />
    </>
  )
}

const DOCUMENT_LOOKS = { valid: 'green', revoked: 'red', expired: 'grey' } as const

export function DocumentsPage(props: {
  readonly view: View
  readonly documents: readonly IssuedDocument[]
}) {
  const { view, documents } = props
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.documents')}</h1>
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
              cell: (document) => (
                <a class="govuk-link" href={paths.document(document.number)}>
                  {view.text(document.title)}
                </a>
              ),
              rowHead: true,
            },
            { head: t('word.number'), cell: ({ number }) => number },
            { head: t('documents.issued'), cell: ({ issuedAt }) => f.dateShort(issuedAt) },
            {
              head: t('word.status'),
              cell: ({ status }) => (
                <Tag look={DOCUMENT_LOOKS[status]}>{t(`documents.state.${status}`)}</Tag>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

export function NotificationsPage(props: {
  readonly view: View
  readonly messages: readonly Message[]
}) {
  const { view, messages } = props
  const { t, f, now } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.notifications')}</h1>
      {messages.length === 0 ? <EmptyState title={t('notifications.none')} /> : null}
      {messages.some(({ read }) => !read) ? (
        <Form action={paths.notifications} csrf={view.csrf}>
          <Button look="secondary">{t('notifications.read-all')}</Button>
        </Form>
      ) : null}
      <ul class="govuk-list q-messages">
        {messages.map(({ title, body, at, read, request }) => (
          <li>
            <h2 class="govuk-heading-s">
              {title} {read ? null : <Tag look="yellow">{t('notifications.new')}</Tag>}
            </h2>
            <p class="govuk-body">{body}</p>
            <p class="q-hint">
              <time dateTime={at}>{f.relative(at, now)}</time>
              {request === undefined ? null : (
                <>
                  {' · '}
                  <a class="govuk-link" href={paths.request(request)}>
                    {t('notifications.to-request')}
                    <span class="govuk-visually-hidden"> {request}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

export function DataAccessPage(props: {
  readonly view: View
  readonly records: readonly DataAccess[]
}) {
  const { view, records } = props
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.access')}</h1>
      <p class="govuk-body">{t('access.intro')}</p>
      {records.length === 0 ? (
        <EmptyState title={t('access.none')} />
      ) : (
        <Table
          caption={t('cabinet.access')}
          captionHidden
          rows={records}
          columns={[
            { head: t('access.when'), cell: ({ at }) => f.dateTime(at), rowHead: true },
            { head: t('access.who'), cell: ({ from }) => view.text(from) },
            { head: t('access.where'), cell: ({ to }) => view.text(to) },
            { head: t('access.why'), cell: ({ purpose }) => view.text(purpose) },
          ]}
        />
      )}
    </>
  )
}
