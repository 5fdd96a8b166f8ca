import { storeName } from '#core/engine'
import { Details, Table } from '#platform/views'
import { type OfficeTextKey, officeTexts } from '../texts/office-texts.ts'
import type { View } from '../view.ts'
import { actionName, type PartProps } from './case-parts.tsx'
import { KeptFields } from './kept-fields.tsx'

/** What officials decided before: remarks, minutes, conclusions. */
export function EarlierPart(props: PartProps) {
  const { view, request } = props
  const { state, edition } = request
  const kinds = new Set(['official', 'commission', 'bodies'])
  const said = [...new Set(state.done.map(({ action }) => action))].flatMap((action) => {
    const data = edition.actions[action]
    const by = edition.actors[data?.by ?? '']
    const value = state.data[storeName(edition, action)]
    const worth = data !== undefined && !['fill', 'register', 'issue'].includes(data.does)
    if (!worth || by === undefined || !kinds.has(by.kind) || value === undefined) return []
    return [{ key: `${view.text(data.name)} – ${view.text(by.name)}`, value }]
  })
  if (said.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t('case.earlier')}</h2>
      {said.map(({ key, value }) => (
        <>
          <h3 class="govuk-heading-s">{key}</h3>
          <KeptFields view={view} edition={edition} value={value} />
        </>
      ))}
    </section>
  )
}

const SAID_BY = ['applicant', 'system', 'official'] as const

const whoOf = (view: View, actor: Readonly<Record<string, unknown>>): string => {
  const kind = SAID_BY.find((one) => one === actor['kind'])
  if (kind === undefined) return '—'
  const who = view.t(`case.who.${kind}`)
  return kind === 'official' && typeof actor['id'] === 'string' ? `${who} ${actor['id']}` : who
}

type EventKey = Extract<OfficeTextKey, `event.${string}`>

const isEvent = (key: string): key is EventKey => Object.hasOwn(officeTexts, key)

/** What an event was, in words. */
function eventText(view: View, type: string): string {
  const key = `event.${type}`
  return view.t(isEvent(key) ? key : 'event.other')
}

/** That an action began tells no more than that the one before it was done. */
const TOLD_ALREADY: ReadonlySet<string> = new Set(['entered', 'saved'])

/** What has happened in the case, the last first, and who did it. */
export function HistoryPart(props: PartProps) {
  const { view, request } = props
  const { t, f } = view
  return (
    <Details summary={t('case.history')}>
      <Table
        caption={t('case.history')}
        captionHidden
        columns={[
          {
            head: t('case.history-when'),
            cell: ({ at }) => `${f.dateShort(at)}, ${f.time(at)}`,
          },
          {
            head: t('case.history-what'),
            rowHead: true,
            cell: ({ type, action }) => {
              const what = eventText(view, type)
              return action === null ? what : `${actionName(props, action)}: ${what}`
            },
          },
          { head: t('case.history-who'), cell: ({ actor }) => whoOf(view, actor) },
        ]}
        rows={request.history.filter(({ type }) => !TOLD_ALREADY.has(type)).toReversed()}
      />
    </Details>
  )
}
