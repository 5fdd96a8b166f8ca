import { CHOOSABLE_GROUPS, groupTexts, type MailSettings } from '#capabilities/notifications'
import {
  bind,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Panel,
  SummaryList,
  TextInput,
  WarningText,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface MailSettingsProps {
  readonly view: View
  /** None where the portal sends no e-mails. */
  readonly settings: MailSettings | undefined
  readonly form: FormState
}

type Shown = MailSettingsProps & { readonly settings: MailSettings }

function Address({ view, settings, form }: Shown) {
  const { t, f } = view
  const { email, pending, refusedAt } = settings
  return (
    <>
      <SummaryList rows={[{ key: t('mail.address'), value: email ?? t('mail.none') }]} />
      {refusedAt === undefined ? null : <WarningText>{t('mail.refused')}</WarningText>}
      {pending === undefined ? null : (
        <InsetText>
          {t('mail.pending', { email: pending.email, until: f.until(pending.until) })}
        </InsetText>
      )}
      <Form action={paths.notificationSettings} csrf={view.csrf}>
        <input type="hidden" name="do" value="ask" />
        <TextInput
          {...bind(form, 'email')}
          label={t('mail.address')}
          hint={t('mail.address-hint')}
          type="email"
          autocomplete="email"
          maxLength={254}
        />
        <Button>{t('mail.send-link')}</Button>
      </Form>
    </>
  )
}

function Choice({ view, settings }: Shown) {
  const { t, text } = view
  return (
    <>
      <Form action={paths.notificationSettings} csrf={view.csrf}>
        <input type="hidden" name="do" value="choose" />
        <Checkboxes
          name="on"
          label={t('mail.which')}
          hint={t('mail.security-note')}
          values={settings.on}
          choices={CHOOSABLE_GROUPS.map((group) => ({
            value: group,
            text: text(groupTexts[group]),
          }))}
        />
        <Button>{t('word.save')}</Button>
      </Form>
      <Form action={paths.notificationSettings} csrf={view.csrf}>
        <input type="hidden" name="do" value="remove" />
        <Button look="secondary">{t('mail.remove')}</Button>
      </Form>
    </>
  )
}

/** Which notifications come by e-mail, and where to. */
export function MailSettingsPage(props: MailSettingsProps) {
  const { view, settings, form } = props
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('mail.title')}</h1>
      <p class="govuk-body">{t('mail.intro')}</p>
      {settings === undefined ? (
        <InsetText>{t('mail.not-here')}</InsetText>
      ) : (
        <>
          <Address {...props} settings={settings} />
          {settings.email === undefined ? null : <Choice {...props} settings={settings} />}
        </>
      )}
    </>
  )
}

/** A mail program that looks at links follows this one too: only the button confirms. */
export function ConfirmMailPage(props: {
  readonly view: View
  readonly email: string
  readonly token: string
}) {
  const { view, email, token } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('mail.confirm-title')}</h1>
      <p class="govuk-body">{t('mail.confirm-body', { email })}</p>
      <Form action={paths.confirmMail(token)} csrf={view.csrf}>
        <Button>{t('mail.confirm')}</Button>
      </Form>
    </>
  )
}

export function StopMailPage({ view, wayOut }: { readonly view: View; readonly wayOut: string }) {
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('mail.stop-title')}</h1>
      <p class="govuk-body">{t('mail.stop-body')}</p>
      <Form action={paths.stopMail(wayOut)} csrf={view.csrf}>
        <Button>{t('mail.stop')}</Button>
      </Form>
    </>
  )
}

/** What came of a link in a letter, for somebody who may not be signed in. */
export function MailDonePage({ view, said }: { readonly view: View; readonly said: string }) {
  return (
    <>
      <Panel title={said} />
      <ButtonLink href={paths.notificationSettings} look="secondary">
        {view.t('mail.title')}
      </ButtonLink>
    </>
  )
}
