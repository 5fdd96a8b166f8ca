import { failureTexts } from '#apps/ui'
import type { CertificateSummary } from '#capabilities/authority'
import { PASSWORD_MIN, type SignedIn } from '#capabilities/identity'
import { partyNumber } from '#core/kernel'
import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Radios,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from '#platform/views'
import { REVOCATION_REASONS } from '../deps.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

interface Props {
  readonly view: View
  readonly signedIn: SignedIn
}

/** "Получить ЭЦП": all is done by the script; without it the page says why it cannot be. */
export function GetKeyPage({ view, signedIn }: Props) {
  const { t } = view
  const { account } = signedIn
  const texts = {
    ...failureTexts(t),
    'password-short': t('key.password-hint', { min: PASSWORD_MIN }),
    'passwords-differ': t('key.repeat'),
  }
  return (
    <div
      data-module="q-get-key"
      data-password-min={PASSWORD_MIN}
      data-texts={JSON.stringify(texts)}
    >
      <h1 class="govuk-heading-l">{t('key.title')}</h1>
      <p class="govuk-body">{t('key.intro')}</p>
      <SummaryList
        rows={[
          { key: t('key.owner'), value: account.name },
          { key: t('sign.number'), value: partyNumber(account.party) },
        ]}
      />
      <noscript>
        <p class="govuk-body">{t('key.no-script')}</p>
      </noscript>
      <div data-part="dialogue" hidden>
        <p class="govuk-error-message" data-part="failure" role="alert" hidden />
        <form method="post" action={paths.getKey} data-part="form" noValidate>
          <input type="hidden" name="_csrf" value={view.csrf} />
          <KeyPasswords view={view} />
          <button type="submit" class="govuk-button" data-part="make">
            {t('key.make')}
          </button>
        </form>
      </div>
      <KeyReady view={view} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.keys}>
          {t('key.mine')}
        </a>
      </p>
    </div>
  )
}

/** Shown by the script once the file was saved. */
function KeyReady({ view }: { readonly view: View }) {
  const { t } = view
  return (
    <div data-part="done" hidden>
      <h2 class="govuk-heading-m">{t('key.done-title')}</h2>
      <p class="govuk-body">{t('key.done')}</p>
      <p class="govuk-body">
        <a class="govuk-link" data-part="download" href={paths.getKey}>
          {t('key.download')}
        </a>
      </p>
      <ButtonLink href={paths.services}>{t('catalogue.all')}</ButtonLink>
    </div>
  )
}

/** Without names, so that the password of the file is never sent. */
function KeyPasswords({ view }: { readonly view: View }) {
  const { t } = view
  const fields = [
    ['password', t('key.password'), t('key.password-hint', { min: PASSWORD_MIN })],
    ['repeat', t('key.repeat'), undefined],
  ] as const
  return (
    <>
      {fields.map(([part, label, hint]) => (
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for={`key-${part}`}>
            {label}
          </label>
          {hint === undefined ? null : (
            <div class="govuk-hint" id={`key-${part}-hint`}>
              {hint}
            </div>
          )}
          <input
            class="govuk-input govuk-input--width-20"
            id={`key-${part}`}
            type="password"
            autocomplete="new-password"
            aria-describedby={hint === undefined ? undefined : `key-${part}-hint`}
            data-part={part}
          />
        </div>
      ))}
    </>
  )
}

const LOOKS = { valid: 'green', expired: 'grey', revoked: 'red' } as const

export function KeysPage(props: {
  readonly view: View
  readonly keys: readonly CertificateSummary[]
}) {
  const { view, keys } = props
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('key.mine')}</h1>
      {keys.length === 0 ? (
        <EmptyState title={t('key.none')} />
      ) : (
        <Table
          caption={t('key.mine')}
          captionHidden
          rows={keys}
          columns={[
            {
              head: t('key.serial'),
              cell: (key) => <span class="q-hash">{key.serialHex}</span>,
              rowHead: true,
            },
            { head: t('word.bin'), cell: (key) => key.bin ?? '—' },
            {
              head: t('key.validity'),
              cell: (key) => `${f.dateShort(key.notBefore)} – ${f.dateShort(key.notAfter)}`,
            },
            {
              head: t('word.status'),
              cell: (key) => <Tag look={LOOKS[key.status]}>{t(`key.state.${key.status}`)}</Tag>,
            },
            {
              head: t('key.revoke'),
              cell: (key) =>
                key.status === 'valid' ? (
                  <a class="govuk-link" href={paths.revoke(key.serialHex)}>
                    {t('key.revoke')}
                    <span class="govuk-visually-hidden"> {key.serialHex}</span>
                  </a>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
      <ButtonLink href={paths.getKey}>{t('key.title')}</ButtonLink>
    </>
  )
}

export function RevokePage(props: { readonly view: View; readonly serial: string }) {
  const { view, serial } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('key.revoke-title')}</h1>
      <SummaryList rows={[{ key: t('key.serial'), value: <span class="q-hash">{serial}</span> }]} />
      <WarningText>{t('key.revoke-warning')}</WarningText>
      <Form action={paths.revoke(serial)} csrf={view.csrf}>
        <Radios
          name="reason"
          label={t('key.reason')}
          value="superseded"
          choices={REVOCATION_REASONS.map((reason) => ({
            value: reason,
            text: t(`key.reason.${reason}`),
          }))}
        />
        <Button look="warning">{t('key.revoke')}</Button>
      </Form>
      <a class="govuk-link" href={paths.keys}>
        {t('word.cancel')}
      </a>
    </>
  )
}
