import type { Deed } from '#capabilities/cases'
import { EmptyState, Table } from '#platform/views'
import type { View } from '../view.ts'
import { outcomeText } from './outcome-text.ts'
import { CaseLink, KeysHelp } from './worklist-page.tsx'

function Deeds(props: {
  readonly view: View
  readonly title: string
  readonly deeds: readonly Deed[]
  /** Today’s deeds tell the time, earlier ones the day too. */
  readonly today: boolean
}) {
  const { view, title, deeds, today } = props
  const { t, f } = view
  if (deeds.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-s">{title}</h2>
        <EmptyState title={t('done.none')} />
      </section>
    )
  return (
    <Table
      caption={`${title}: ${f.number(deeds.length)}`}
      columns={[
        {
          head: t('done.when'),
          cell: ({ at }: Deed) => (today ? f.time(at) : `${f.dateShort(at)}, ${f.time(at)}`),
        },
        {
          head: t('desk.number'),
          rowHead: true,
          cell: ({ state }: Deed) => <CaseLink number={state.number} />,
        },
        { head: t('desk.service'), cell: ({ edition }: Deed) => view.text(edition.about.name) },
        {
          head: t('done.what'),
          cell: ({ edition, action }: Deed) => {
            const name = edition.actions[action ?? '']?.name
            return name === undefined ? '' : view.text(name)
          },
        },
        {
          head: t('done.outcome'),
          cell: ({ edition, action, outcome }: Deed) =>
            outcomeText(view, edition.actions[action ?? ''], outcome),
        },
      ]}
      rows={deeds}
    />
  )
}

/** What one has done today and in the six days before. */
export function DonePage(props: {
  readonly view: View
  readonly today: readonly Deed[]
  readonly earlier: readonly Deed[]
}) {
  const { view, today, earlier } = props
  const { t } = view
  return (
    <div data-module="q-desk">
      <h1 class="govuk-heading-m">{t('done.title')}</h1>
      <Deeds view={view} title={t('done.today')} deeds={today} today />
      <Deeds view={view} title={t('done.week')} deeds={earlier} today={false} />
      <KeysHelp view={view} />
    </div>
  )
}
