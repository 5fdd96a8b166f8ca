import type { Message } from '#capabilities/notifications'
import { Button, EmptyState, Form, NavList, Pagination, Tag } from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface NotificationsProps {
  readonly view: View
  readonly messages: readonly Message[]
  readonly unreadOnly: boolean
  readonly page: number
  readonly pages: number
}

const hrefOf = (unread: boolean, page = 1): string => {
  const search = new URLSearchParams()
  if (unread) search.set('show', 'unread')
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? paths.notifications : `${paths.notifications}?${search}`
}

function MessageItem({ view, message }: { readonly view: View; readonly message: Message }) {
  const { t, f, now } = view
  const { id, title, body, at, read, request } = message
  return (
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
      {read ? null : (
        <Form action={paths.notifications} csrf={view.csrf}>
          <input type="hidden" name="id" value={id} />
          <Button look="link">
            {t('notifications.read-one')}
            <span class="govuk-visually-hidden">: {title}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

export function NotificationsPage(props: NotificationsProps) {
  const { view, messages, unreadOnly, page, pages } = props
  const { t } = view
  const none = t(unreadOnly ? 'notifications.none-unread' : 'notifications.none')
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.notifications')}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.notificationSettings}>
          {t('mail.title')}
        </a>
      </p>
      <nav class="q-tabs govuk-!-margin-bottom-6" aria-label={t('cabinet.notifications')}>
        <NavList
          items={[false, true].map((unread) => ({
            text: t(unread ? 'notifications.unread' : 'notifications.all'),
            href: hrefOf(unread),
            current: unread === unreadOnly,
          }))}
        />
      </nav>
      {messages.length === 0 ? <EmptyState title={none} /> : null}
      {messages.some(({ read }) => !read) ? (
        <Form action={paths.notifications} csrf={view.csrf}>
          <Button look="secondary">{t('notifications.read-all')}</Button>
        </Form>
      ) : null}
      <ul class="govuk-list q-messages">
        {messages.map((message) => (
          <MessageItem view={view} message={message} />
        ))}
      </ul>
      <Pagination page={page} pages={pages} href={(n) => hrefOf(unreadOnly, n)} />
    </>
  )
}
