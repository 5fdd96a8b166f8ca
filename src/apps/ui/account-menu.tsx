import type { Translator } from '#platform/i18n'
import { Button, Form } from '#platform/views'
import { PATHS } from './paths.ts'
import type { uiTexts } from './texts/ui-texts.ts'
import type { Visit } from './visit.ts'

export type UiTranslator = Translator<keyof typeof uiTexts>

/** Sign in and register; or who is signed in, and the way out (a form: leaving changes something). */
export function AccountMenu(props: { readonly visit: Visit; readonly t: UiTranslator }) {
  const { visit, t } = props
  if (visit.account === undefined)
    return (
      <div class="q-account">
        <a href={PATHS.signIn}>{t('ui.sign-in')}</a>
        <a href={PATHS.register}>{t('ui.register')}</a>
      </div>
    )
  return (
    <div class="q-account">
      <a href={PATHS.profile} aria-label={t('ui.account-of', { name: visit.account })}>
        {visit.account}
      </a>
      <Form action={PATHS.signOut} csrf={visit.csrf}>
        <Button look="link">{t('ui.sign-out')}</Button>
      </Form>
    </div>
  )
}
