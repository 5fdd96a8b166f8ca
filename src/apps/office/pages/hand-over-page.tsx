import type { WorkItem } from '#capabilities/cases'
import type { Appointment } from '#capabilities/officials'
import { EmptyState, Table } from '#platform/views'
import type { View } from '../view.ts'
import { PartyName } from './party.tsx'
import { CaseLink, KeysHelp } from './worklist-page.tsx'

/** One line a document, with room for the signature of who receives it. */
function Ready({ view, items }: { readonly view: View; readonly items: readonly WorkItem[] }) {
  const { t, f, now } = view
  return (
    <Table
      caption={t('hand.title')}
      captionHidden
      columns={[
        {
          head: t('desk.number'),
          rowHead: true,
          cell: ({ state }: WorkItem) => <CaseLink number={state.number} />,
        },
        {
          head: t('desk.service'),
          cell: ({ edition }: WorkItem) => view.text(edition.about.name),
        },
        {
          head: t('desk.applicant'),
          cell: ({ state, nameOfApplicant }: WorkItem) => (
            <PartyName view={view} party={state.party} name={nameOfApplicant} />
          ),
        },
        {
          head: t('hand.since'),
          cell: ({ state }: WorkItem) => f.dateShort(state.current?.since ?? now),
        },
        {
          head: t('hand.until'),
          cell: ({ state }: WorkItem) =>
            state.current?.due === undefined ? '—' : f.dateShort(state.current.due),
        },
        { head: t('hand.received'), cell: () => <span class="q-to-sign" /> },
      ]}
      rows={items}
    />
  )
}

/** What is to be handed over on paper; prints as the list on which recipients sign. */
export function HandOverPage(props: {
  readonly view: View
  readonly seat: Appointment
  readonly items: readonly WorkItem[]
}) {
  const { view, seat, items } = props
  const { t, f, now } = view
  return (
    <div data-module="q-desk">
      <h1 class="govuk-heading-m">
        {t('hand.title')} – {view.text(seat.unitName)}
      </h1>
      <p class="govuk-body">{t('hand.what')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('hand.empty')} />
      ) : (
        <>
          <Ready view={view} items={items} />
          <p class="q-hint">{t('hand.printed', { at: f.dateTime(now) })}</p>
          <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>
            {t('desk.print')}
          </button>
        </>
      )}
      <KeysHelp view={view} />
    </div>
  )
}
