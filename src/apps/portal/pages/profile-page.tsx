import { PASSWORD_MIN, type SignedIn } from '#capabilities/identity'
import { LANGS, partyNumber } from '#core/kernel'
import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  PasswordInput,
  Radios,
  SummaryList,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface ProfileProps {
  readonly view: View
  readonly signedIn: SignedIn
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

export function ProfilePage(props: ProfileProps) {
  const { view, form } = props
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('profile.title')}</h1>
      <AccountData {...props} />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.notificationSettings}>
            {t('mail.title')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.sessions}>
            {t('sessions.title')}
          </a>
        </li>
      </ul>
      <LanguageForm {...props} />
      <PasswordForm {...props} />
    </>
  )
}
