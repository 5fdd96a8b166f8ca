import { type AppointedHour, appointedHour, type CaseView } from '#capabilities/cases'
import type { Text } from '#core/kernel'
import type { Formats, Translator } from '#platform/i18n'
import { SummaryList } from '#platform/views'
import type { appointedTexts } from './texts/appointed-texts.ts'

interface View {
  readonly t: Translator<keyof typeof appointedTexts>
  readonly f: Formats
  readonly text: (text: Text) => string
}

const rowsOf = ({ t, f, text }: View, { at, office }: AppointedHour) => [
  { key: t('appointed.when'), value: `${f.weekday(at)}, ${f.dateTime(at)}` },
  { key: t('appointed.office'), value: text(office.name) },
  { key: t('appointed.address'), value: text(office.address) },
]

/** Day, hour and place of an appointment, and that it is another than the one chosen, where it is. */
export function AppointedPart(props: {
  readonly view: View
  readonly request: Pick<CaseView, 'edition' | 'state'>
}) {
  const { view, request } = props
  const hour = appointedHour(request.edition, request.state)
  if (hour === undefined) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t('appointed.title')}</h2>
      <SummaryList rows={rowsOf(view, hour)} />
      {hour.asWished ? null : <p class="govuk-body">{view.t('appointed.other')}</p>}
    </section>
  )
}
