import type { JournalEntry, SessionSummary, SignedIn } from '#capabilities/identity'
import { Button, Form, Table } from '#platform/views'
import { deviceName } from '../device-name.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface SessionsProps {
  readonly view: View
  readonly signedIn: SignedIn
  readonly sessions: readonly SessionSummary[]
  readonly journal: readonly JournalEntry[]
}

function Session(props: SessionsProps & { readonly session: SessionSummary }) {
  const { view, session, signedIn } = props
  const { t, f, now } = view
  const here = session.id === signedIn.session
  const device = deviceName(session.device) ?? t('sessions.unknown-device')
  return (
    <li class="q-session">
      <p class="govuk-body">
        <strong>{device}</strong>
        {here ? ` (${t('profile.session-here')})` : null}
        <br />
        {t('profile.session-since', {
          since: f.dateTime(session.createdAt),
          seen: f.relative(session.lastSeenAt, now),
        })}
        <br />
        <span class="q-hint">{session.address}</span>
      </p>
      {here ? null : (
        <Form action={paths.sessions} csrf={view.csrf}>
          <input type="hidden" name="session" value={session.id} />
          <Button look="link">
            {t('profile.end')}
            <span class="govuk-visually-hidden">: {device}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

/** Where the account is signed in, and what happened to it. */
export function SessionsPage(props: SessionsProps) {
  const { view, sessions, journal } = props
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('sessions.title')}</h1>
      <p class="govuk-body">{t('sessions.intro')}</p>
      <ul class="govuk-list">
        {sessions.map((session) => (
          <Session {...props} session={session} />
        ))}
      </ul>
      <Form action={paths.sessions} csrf={view.csrf}>
        <input type="hidden" name="everywhere" value="yes" />
        <Button look="warning">{t('profile.everywhere')}</Button>
      </Form>
      <Table
        caption={t('profile.journal')}
        rows={journal}
        columns={[
          { head: t('word.date'), cell: ({ at }) => f.dateTime(at), rowHead: true },
          { head: t('profile.event'), cell: ({ kind }) => t(`journal.${kind}`) },
          { head: t('profile.session-address'), cell: ({ address }) => address },
        ]}
      />
    </>
  )
}
