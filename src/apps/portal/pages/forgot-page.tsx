import { SigningDialogue } from '#apps/ui'
import { createHash } from 'node:crypto'
import { PASSWORD_MIN } from '#capabilities/identity'
import { type Party, partyNumber } from '#core/kernel'
import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  PasswordInput,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { Proof } from '../proof-text.ts'
import type { View } from '../view.ts'
import { NumberFields } from './number-fields.tsx'

interface Props {
  readonly view: View
  readonly form: FormState
}

/** First the number: the key must be of its owner. */
export function ForgotPage({ view, form }: Props) {
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('forgot.title')}</h1>
      <p class="govuk-body">{t('forgot.key')}</p>
      <Form action={paths.forgot} csrf={view.csrf}>
        <NumberFields view={view} form={form} />
        <Button>{t('word.continue')}</Button>
      </Form>
      <InsetText>{t('forgot.centre')}</InsetText>
    </>
  )
}

export interface ProvenProps extends Props {
  readonly party: Party
  readonly headIin: string
  readonly proof: Proof
}

/** Then the new password and the signature, in one form. */
export function ForgotProofPage({ view, form, party, headIin, proof }: ProvenProps) {
  const { t } = view
  const number = partyNumber(party)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 class="govuk-heading-l">{t('forgot.title')}</h1>
      <p class="govuk-body">{t('forgot.key')}</p>
      <pre class="q-exact" tabIndex={0} role="region" aria-label={t('sign.exact')}>
        {proof.content.toString('utf8')}
      </pre>
      <SigningDialogue
        view={view}
        action={`${paths.forgot}/sign`}
        content={proof.content}
        sha256={createHash('sha256').update(proof.content).digest('hex')}
        iin={party.kind === 'person' ? party.iin : headIin}
        bin={party.kind === 'entity' ? party.bin : undefined}
        hidden={{ number, headIin, ticket: proof.ticket }}
      >
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
      </SigningDialogue>
    </>
  )
}
