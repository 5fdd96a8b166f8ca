import {
  type JournalEntry,
  PASSWORD_MIN,
  type SessionSummary,
  type SignedIn,
} from '#capabilities/identity'
import { LANGS, partyNumber } from '#core/kernel'
import {
  bind,
  Button,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  PasswordInput,
  Radios,
  SummaryList,
  Table,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface ProfileProps {
  readonly view: View
  readonly signedIn: SignedIn
  readonly sessions: readonly SessionSummary[]
  readonly journal: readonly JournalEntry[]
  readonly form: FormState
}

const NAMES = { kk: 'Қазақша', ru: 'Русский', en: 'English' } as const

function AccountData({ view, signedIn }: ProfileProps) {
  const { account } = signedIn
  const { t } = view
  const entity = account.party.kind === 'entity'
  return (
    <>
      <SummaryList
        rows={[
          { key: t('profile.name'), value: account.name },
          { key: t(entity ? 'word.bin' : 'word.iin'), value: partyNumber(account.party) },
          ...(account.headIin === undefined
            ? []
            : [{ key: t('profile.head'), value: account.headIin }]),
        ]}
      />
      <InsetText>{t('profile.source')}</InsetText>
    </>
  )
}

function LanguageForm({ view, signedIn }: ProfileProps) {
  return (
    <Form action={paths.profile} csrf={view.csrf}>
      <input type="hidden" name="do" value="language" />
      <Radios
        name="language"
        label={view.t('profile.language')}
        value={signedIn.account.language}
        choices={LANGS.map((lang) => ({ value: lang, text: NAMES[lang] }))}
        inline
      />
      <Button look="secondary">{view.t('word.save')}</Button>
    </Form>
  )
}

function PasswordForm({ view, form }: ProfileProps) {
  const { t } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t('profile.password')}</h2>
      <Form action={paths.profile} csrf={view.csrf}>
        <input type="hidden" name="do" value="password" />
        <PasswordInput
          {...bind(form, 'current')}
          label={t('profile.current')}
          autocomplete="current-password"
        />
        <PasswordInput
          {...bind(form, 'next')}
          label={t('profile.next')}
          hint={t('register.password-hint', { min: PASSWORD_MIN })}
          autocomplete="new-password"
        />
        <PasswordInput
          {...bind(form, 'repeat')}
          label={t('register.repeat')}
          autocomplete="new-password"
        />
        <p class="q-hint">{t('profile.password-note')}</p>
        <Button>{t('profile.password')}</Button>
      </Form>
    </>
  )
}

function Session(props: ProfileProps & { readonly session: SessionSummary }) {
  const { view, session, signedIn } = props
  const { t, f, now } = view
  const here = session.id === signedIn.session
  return (
    <li class="q-session">
      <p class="govuk-body">
        {t('profile.session-since', {
          since: f.dateTime(session.createdAt),
          seen: f.relative(session.lastSeenAt, now),
        })}
        {here ? <strong> ({t('profile.session-here')})</strong> : null}
        <br />
        <span class="q-hint">
          {session.address} · {session.device}
        </span>
      </p>
      {here ? null : (
        <Form action={paths.profile} csrf={view.csrf}>
          <input type="hidden" name="do" value="end-session" />
          <input type="hidden" name="session" value={session.id} />
          <Button look="link">
            {t('profile.end')}
            <span class="govuk-visually-hidden">: {f.dateTime(session.createdAt)}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

function Sessions(props: ProfileProps) {
  const { view, sessions } = props
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('profile.sessions')}</h2>
      <ul class="govuk-list">
        {sessions.map((session) => (
          <Session {...props} session={session} />
        ))}
      </ul>
      <Form action={paths.profile} csrf={view.csrf}>
        <input type="hidden" name="do" value="everywhere" />
        <Button look="warning">{view.t('profile.everywhere')}</Button>
      </Form>
    </>
  )
}

export function ProfilePage(props: ProfileProps) {
  const { view, form, journal } = props
  const { t, f } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('profile.title')}</h1>
      <AccountData {...props} />
      <LanguageForm {...props} />
      <PasswordForm {...props} />
      <Sessions {...props} />
      <Details summary={t('profile.journal')}>
        <Table
          caption={t('profile.journal')}
          captionHidden
          rows={journal}
          columns={[
            { head: t('word.date'), cell: ({ at }) => f.dateTime(at) },
            { head: t('profile.event'), cell: ({ kind }) => t(`journal.${kind}`) },
            { head: t('profile.session-address'), cell: ({ address }) => address },
          ]}
        />
      </Details>
    </>
  )
}
