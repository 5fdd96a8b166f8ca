import { answersOf, nameOfParticipant, type OfficialView } from '#capabilities/cases'
import type { Iin, Text } from '#core/kernel'
import { LangProvider, SummaryList, type SummaryRow } from '#platform/views'
import type { PartProps } from './case-parts.tsx'
import { PartyName } from './party.tsx'

/** The answers as they read in one language of what was signed. */
function Answers(props: PartProps & { readonly lang: 'kk' | 'ru' }) {
  const { request, nameOf, lang } = props
  const lines = answersOf(request.edition, request.state, nameOf)
  return (
    <LangProvider lang={lang}>
      <article class="q-document" lang={lang}>
        <h3 class="govuk-heading-s">{request.edition.about.name[lang]}</h3>
        <SummaryList
          rows={lines.map(({ label, value }) => ({ key: label[lang], value: value[lang] }))}
        />
      </article>
    </LangProvider>
  )
}

const everywhere = (value: string): Text => ({ kk: value, ru: value, en: value })

/** The people of the case, by name and number. */
function People({ view, request, nameOfApplicant }: PartProps) {
  const { t } = view
  const { state, participants } = request
  const rows: SummaryRow[] = [
    {
      key: t('case.applicant'),
      value: <PartyName view={view} party={state.party} name={nameOfApplicant} />,
    },
  ]
  if (state.representative !== undefined) {
    const { name, iin } = state.representative
    const own = view.lang === 'kk' ? name.kk : name.ru
    rows.push({ key: t('case.representative'), value: `${own}, ${iin}` })
  }
  for (const { number } of participants) {
    const party = { kind: 'person', iin: number as Iin } as const
    const name = nameOfParticipant(request.edition, state, number)
    rows.push({
      key: t('case.participant'),
      value: <PartyName view={view} party={party} name={name ?? everywhere(number)} />,
    })
  }
  return <SummaryList rows={rows} />
}

const isApplicants = ({ edition }: OfficialView, action: string): boolean =>
  edition.actors[edition.actions[action]?.by ?? '']?.kind === 'applicant'

/** Who asks, and for what. */
export function RequestPart(props: PartProps) {
  const { view, request, nameOf } = props
  const { t } = view
  const none = answersOf(request.edition, request.state, nameOf).length === 0
  const signed = request.signatures.some(({ action }) => isApplicants(request, action))
  return (
    <section>
      <h2 class="govuk-heading-m">{t('case.request')}</h2>
      <People {...props} />
      {none ? (
        <p class="govuk-body">{t('case.request-empty')}</p>
      ) : (
        <>
          {signed ? <p class="govuk-body">{t('case.request-signed')}</p> : null}
          <div class="q-two-languages">
            <Answers {...props} lang="kk" />
            <Answers {...props} lang="ru" />
          </div>
        </>
      )}
    </section>
  )
}
