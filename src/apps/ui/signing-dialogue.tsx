import type { ComponentChildren } from 'preact'
import type { Translator } from '#platform/i18n'
import { SummaryList } from '#platform/views'
import { PATHS } from './paths.ts'
import type { signingTexts } from './texts/signing-texts.ts'

type SigningTextKey = keyof typeof signingTexts
export type SigningTranslator = Translator<SigningTextKey>

const FAILURES = [
  'no-file',
  'too-big',
  'not-pkcs12',
  'legacy',
  'wrong-password',
  'no-key',
  'no-certificate',
  'not-yet-valid',
  'expired',
  'wrong-usage',
  'wrong-person',
  'wrong-organisation',
  'content-changed',
  'unsupported',
  'unexpected',
] as const

/** What the scripts say, by reason, in the language of the page. */
export const failureTexts = (t: SigningTranslator): Record<string, string> =>
  Object.fromEntries(FAILURES.map((reason) => [reason, t(`sign.fail.${reason}`)]))

export interface Signing {
  readonly view: { readonly t: SigningTranslator; readonly csrf: string }
  /** Where the signature goes. */
  readonly action: string
  /** The exact bytes that are signed. */
  readonly content: Buffer
  readonly sha256: string
  readonly iin: string
  readonly bin?: string | undefined
  /** Further fields that go with the signature. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly children?: ComponentChildren
}

const FACTS = [
  ['owner', 'sign.owner'],
  ['number', 'sign.number'],
  ['organisation', 'sign.organisation'],
  ['validity', 'key.validity'],
  ['usage', 'key.usage'],
  ['serial', 'key.serial'],
] as const satisfies readonly (readonly [string, SigningTextKey])[]

function Certificate({ t }: { readonly t: SigningTranslator }) {
  return (
    <div data-part="certificate" hidden aria-live="polite">
      <h3 class="govuk-heading-s">{t('sign.certificate')}</h3>
      <SummaryList
        rows={FACTS.map(([fact, key]) => ({ key: t(key), value: <span data-fact={fact} /> }))}
      />
    </div>
  )
}

function KeyFields({ t }: { readonly t: SigningTranslator }) {
  return (
    <>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="key-file">
          {t('sign.file')}
        </label>
        <div class="govuk-hint" id="key-file-hint">
          {t('sign.file-hint')}
        </div>
        <input
          class="govuk-file-upload"
          id="key-file"
          type="file"
          accept=".p12,.pfx,application/x-pkcs12"
          aria-describedby="key-file-hint"
          data-part="file"
        />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="key-password">
          {t('sign.password')}
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="key-password"
          type="password"
          autocomplete="off"
          data-part="password"
        />
      </div>
    </>
  )
}

/** The one dialogue for every signature. The inputs have no name: whatever happens, neither file nor password is sent. */
export function SigningDialogue(props: Signing) {
  const { view, content, sha256, iin, bin, hidden = {} } = props
  const { t } = view
  const texts = {
    ...failureTexts(t),
    'usage-sign': t('sign.usage-sign'),
    'usage-other': t('sign.usage-other'),
  }
  return (
    <section
      data-module="q-sign"
      data-content={content.toString('base64')}
      data-sha256={sha256}
      data-iin={iin}
      data-bin={bin}
      data-texts={JSON.stringify(texts)}
    >
      <noscript>
        <p class="govuk-body">{t('key.no-script')}</p>
      </noscript>
      <div data-part="dialogue" hidden>
        <h2 class="govuk-heading-m">{t('sign.open-title')}</h2>
        <p class="govuk-error-message" data-part="failure" role="alert" hidden />
        <KeyFields t={t} />
        <button type="button" class="govuk-button govuk-button--secondary" data-part="open">
          {t('sign.open')}
        </button>
        <Certificate t={t} />
        <form method="post" action={props.action} data-part="form">
          <input type="hidden" name="_csrf" value={view.csrf} />
          <input type="hidden" name="sha256" value={sha256} />
          <input type="hidden" name="cms" data-part="cms" />
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {props.children}
          <button type="button" class="govuk-button" data-part="sign" hidden>
            {t('sign.submit')}
          </button>
        </form>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={PATHS.getKey}>
          {t('sign.get-key')}
        </a>
      </p>
    </section>
  )
}
