import { SigningDialogue } from '#apps/ui'
import type { RequestDocument } from '#capabilities/cases'
import { nameOfApplicant } from '#capabilities/cases'
import type { Account } from '#capabilities/identity'
import type { CaseState } from '#core/engine'
import { type Lang, partyNumber, type PlainDate } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { formatsOf } from '#platform/i18n'
import {
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  LangProvider,
  SummaryList,
} from '#platform/views'
import { actingLines } from '../acting.tsx'
import { paths } from '../paths.ts'
import { portalTranslators } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'
import { OrderSteps, RequestHeading } from './order-pages.tsx'

export interface SignProps {
  readonly view: View
  readonly state: CaseState
  readonly edition: Edition
  readonly document: RequestDocument
  readonly account: Account
  readonly form: FormState
  /** Set for who was asked to consent: whether the regulation lets them decline. */
  readonly consent?: { readonly mayDecline: boolean } | undefined
}

/** The request as it reads in one language; what is signed holds the same in all of them. */
function Readable(props: SignProps & { readonly lang: Lang }) {
  const { view, lang, state, edition, document } = props
  const t = portalTranslators[lang]
  const entity = state.party.kind === 'entity'
  const applicant = `${nameOfApplicant(edition, state)[lang]}, ${t(entity ? 'word.bin' : 'word.iin')} ${partyNumber(state.party)}`
  // A representative stands in the document itself; the head is the entity's own organ.
  const head = state.representative === undefined ? actingLines(view, state) : []
  const date = formatsOf(lang).date(edition.edition as PlainDate)
  return (
    <LangProvider lang={lang}>
      <article class="q-document" lang={lang}>
        <h3 class="govuk-heading-s">
          {edition.about.name[lang]} · {t('request.caption', { number: state.number })}
        </h3>
        <SummaryList
          rows={[
            { key: t('sign.applicant'), value: applicant },
            { key: t('sign.edition'), value: date },
            ...[...head, ...document.lines].map(({ label, value }) => ({
              key: label[lang],
              value: value[lang],
            })),
          ]}
        />
      </article>
    </LangProvider>
  )
}

/** Step 2: read what will be signed, in both languages, then sign it. */
export function SignPage(props: SignProps) {
  const { view, state, edition, document, account, form, consent } = props
  const { t } = view
  const { party, headIin } = account
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {consent === undefined ? <OrderSteps view={view} edition={edition} current="sign" /> : null}
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{t('sign.title')}</h1>
      <h2 class="govuk-heading-m">{t('sign.document')}</h2>
      <div class="q-two-languages">
        <Readable {...props} lang="kk" />
        <Readable {...props} lang="ru" />
      </div>
      <p class="govuk-body">
        {t('sign.hash')}: <code class="q-hash">{document.sha256}</code>
      </p>
      <Details summary={t('sign.exact')}>
        <pre class="q-exact" tabIndex={0} role="region" aria-label={t('sign.exact')}>
          {document.bytes.toString('utf8')}
        </pre>
        <a class="govuk-link" href={paths.signText(state.number)}>
          {t('sign.download')}
        </a>
      </Details>
      <SigningDialogue
        view={view}
        action={paths.sign(state.number)}
        content={document.bytes}
        sha256={document.sha256}
        iin={party.kind === 'person' ? party.iin : (headIin ?? '')}
        bin={party.kind === 'entity' ? party.bin : undefined}
      />
      {consent === undefined ? (
        <Form action={paths.revise(state.number)} csrf={view.csrf}>
          <Button look="secondary">{t('sign.revise')}</Button>
        </Form>
      ) : null}
      {consent?.mayDecline === true ? (
        <ButtonLink href={paths.decline(state.number)} look="secondary">
          {t('consent.decline')}
        </ButtonLink>
      ) : null}
    </>
  )
}
