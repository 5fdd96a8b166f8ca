import type { Appointment, AtDesk } from '#capabilities/officials'
import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  PasswordInput,
  Radios,
  TextInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

/** Number and password of the personal account, and why this is not the portal. */
export function SignInPage({ view, form }: { readonly view: View; readonly form: FormState }) {
  const { t } = view
  return (
    <div class="q-narrow">
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('sign-in.title')}</h1>
      <p class="govuk-body">{t('sign-in.who')}</p>
      <Form action={paths.signIn} csrf={view.csrf}>
        <TextInput
          {...bind(form, 'number')}
          label={t('sign-in.number')}
          inputMode="numeric"
          autocomplete="username"
          width={20}
          maxLength={20}
        />
        <PasswordInput
          name="password"
          label={t('sign-in.password')}
          hint={t('sign-in.password-hint')}
          autocomplete="current-password"
        />
        <Button>{t('sign-in.submit')}</Button>
      </Form>
      <p class="q-hint">{t('sign-in.noted')}</p>
    </div>
  )
}

const orderOf = ({ t, f }: View, { from, order }: Appointment): string =>
  t('seat.order', { date: f.dateShort(from), order })

/** Which of one's appointments one sits at now. */
export function SeatPage(props: {
  readonly view: View
  readonly desk: AtDesk
  readonly form: FormState
}) {
  const { view, desk, form } = props
  const { t } = view
  return (
    <div class="q-narrow">
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('seat.title')}</h1>
      <Form action={paths.seat} csrf={view.csrf}>
        <Radios
          {...bind(form, 'appointment')}
          label={t('seat.choose')}
          choices={desk.appointments.map((one) => ({
            value: one.id,
            text: `${view.text(one.roleName)} – ${view.text(one.unitName)}`,
            hint: orderOf(view, one),
          }))}
        />
        <Button>{t('seat.submit')}</Button>
      </Form>
    </div>
  )
}
