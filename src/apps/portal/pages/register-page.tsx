import { PASSWORD_MIN } from '#capabilities/identity'
import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  PasswordInput,
  SummaryList,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { NumberFields } from './number-fields.tsx'

interface Props {
  readonly view: View
  readonly form: FormState
}

/** Who registers: the number, and for an organisation the IIN of its head. */
export function RegisterPage({ view, form }: Props) {
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('register.title')}</h1>
      <p class="govuk-body">{t('register.intro')}</p>
      <Form action={paths.register} csrf={view.csrf}>
        <NumberFields view={view} form={form} hint={t('register.number-hint')} />
        <Button>{t('word.continue')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.signIn}>
          {t('register.have')}
        </a>
      </p>
    </>
  )
}

/** The password, once the register has confirmed the number. */
export function RegisterPasswordPage(props: Props & { readonly found: string }) {
  const { view, form, found } = props
  const { t } = view
  const number = form.values['number']?.[0] ?? ''
  const headIin = form.values['headIin']?.[0] ?? ''
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('register.password-title')}</h1>
      <SummaryList
        rows={[
          { key: t('register.number'), value: number },
          { key: t('register.found'), value: found },
        ]}
      />
      <Form action={paths.registerPassword} csrf={view.csrf}>
        <input type="hidden" name="number" value={number} autocomplete="username" />
        <input type="hidden" name="headIin" value={headIin} />
        <PasswordInput
          {...bind(form, 'password')}
          label={t('register.password')}
          hint={t('register.password-hint', { min: PASSWORD_MIN })}
          autocomplete="new-password"
        />
        <PasswordInput
          {...bind(form, 'repeat')}
          label={t('register.repeat')}
          autocomplete="new-password"
        />
        <Button>{t('register.submit')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.register}>
          {t('register.other')}
        </a>
      </p>
    </>
  )
}
