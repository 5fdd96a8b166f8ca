import type { ComponentChildren } from 'preact'
import { SigningDialogue } from '#apps/ui'
import type { OfficialView } from '#capabilities/cases'
import { Details, ErrorSummary, type FormState, LangProvider, SummaryList } from '#platform/views'
import type { View } from '../view.ts'

export interface ToSignProps {
  readonly view: View
  readonly request: OfficialView
  readonly title: string
  /** What is signed, as it reads in one language; what is signed holds the same in all of them. */
  readonly rowsIn: (
    lang: 'kk' | 'ru',
  ) => readonly { readonly key: string; readonly value: string }[]
  readonly document: { readonly bytes: Buffer; readonly sha256: string }
  readonly iin: string
  readonly form: FormState
  /** Where the signature goes, and what goes with it. */
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly children?: ComponentChildren
}

/** What will be signed, in both languages, its hash, and the one signing dialogue. */
export function ToSign(props: ToSignProps) {
  const { view, request, title, rowsIn, document, iin, form, action, hidden, children } = props
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <span class="govuk-caption-l">{t('case.caption', { number: request.state.number })}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('to-sign.read')}</p>
      <div class="q-two-languages">
        {(['kk', 'ru'] as const).map((lang) => (
          <LangProvider key={lang} lang={lang}>
            <article class="q-document" lang={lang}>
              <SummaryList rows={rowsIn(lang)} />
            </article>
          </LangProvider>
        ))}
      </div>
      <p class="govuk-body">
        {t('to-sign.hash')}: <code class="q-hash">{document.sha256}</code>
      </p>
      <Details summary={t('to-sign.exact')}>
        <pre class="q-exact" tabIndex={0} role="region" aria-label={t('to-sign.exact')}>
          {document.bytes.toString('utf8')}
        </pre>
      </Details>
      <SigningDialogue
        view={view}
        action={action}
        content={document.bytes}
        sha256={document.sha256}
        iin={iin}
        hidden={hidden}
      />
      {children}
    </>
  )
}
