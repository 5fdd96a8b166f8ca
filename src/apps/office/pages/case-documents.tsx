import { askedChange } from '#capabilities/cases'
import { SummaryList } from '#platform/views'
import { paths } from '../paths.ts'
import { valueText } from './answer.tsx'
import type { PartProps } from './case-parts.tsx'

function titleOf({ view, request }: PartProps, number: string): string {
  const title = request.titles.get(number)
  return title === undefined
    ? view.t('case.document', { number })
    : `${view.text(title)}, № ${number}`
}

/** What was issued in the case. */
export function DocumentsPart(props: PartProps) {
  const { view, request } = props
  const { t } = view
  if (request.documents.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t('case.documents')}</h2>
      <ul class="govuk-list">
        {request.documents.map((number) => (
          <li>
            <a class="govuk-link" href={paths.document(request.state.number, number)}>
              {titleOf(props, number)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the register says, and what it is asked to say. */
function Change({ view, request, nameOf }: PartProps) {
  const { t, f } = view
  const change = askedChange(request.edition, request.state, nameOf)
  if (change === undefined) return null
  return (
    <>
      <h3 class="govuk-heading-s">{t('case.change')}</h3>
      <SummaryList
        rows={[
          { key: t('case.change-of'), value: view.text(change.of) },
          {
            key: t('case.change-now', { at: f.dateTime(change.asOf) }),
            value: valueText({ view, value: change.now }),
          },
          { key: t('case.change-to'), value: valueText({ view, value: change.to }) },
        ]}
      />
    </>
  )
}

/** The document that is to be corrected, and the change that is asked for. */
export function AboutPart(props: PartProps) {
  const { view, request } = props
  const { about, number: caseNumber } = request.state
  if (about === undefined) return null
  const { t, f } = view
  const { number, issuedOn } = about
  const title = view.lang === 'kk' ? about.title.kk : about.title.ru
  return (
    <section>
      <h2 class="govuk-heading-m">{t('case.about')}</h2>
      <p class="govuk-body">
        {t('case.about-note', { title, date: f.date(issuedOn) })}{' '}
        <a class="govuk-link" href={paths.document(caseNumber, number)}>
          {t('case.document', { number })}
        </a>
      </p>
      <Change {...props} />
    </section>
  )
}
