import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  PasswordInput,
  TextInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export function SignInPage(props: {
  readonly view: View
  readonly form: FormState
  /** Where the reader wanted to go. */
  readonly to: string
  /** What was typed when the session ended; it is put back after signing in. */
  readonly kept?: string | undefined
}) {
  const { view, form, to, kept } = props
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('sign-in.title')}</h1>
      {to === '' ? null : (
        <InsetText>{t(kept === undefined ? 'sign-in.needed' : 'sign-in.kept')}</InsetText>
      )}
      <Form action={paths.signIn} csrf={view.csrf}>
        <input type="hidden" name="to" value={to} />
        {kept === undefined ? null : <input type="hidden" name="kept" value={kept} />}
        <TextInput
          {...bind(form, 'number')}
          label={t('register.number')}
          inputMode="numeric"
          autocomplete="username"
          width={20}
          maxLength={20}
        />
        <PasswordInput
          name="password"
          label={t('register.password')}
          autocomplete="current-password"
        />
        <Button>{t('sign-in.submit')}</Button>
      </Form>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.forgot}>
            {t('sign-in.forgot')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.register}>
            {t('sign-in.new')}
          </a>
        </li>
      </ul>
      <p class="q-hint">{t('sign-in.help')}</p>
    </>
  )
}
