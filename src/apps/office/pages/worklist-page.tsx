import type { Worklist, WorkItem } from '#capabilities/cases'
import type { Appointment } from '#capabilities/officials'
import { Button, EmptyState, Pagination, Table, Tag } from '#platform/views'
import { paths } from '../paths.ts'
import type { OfficeTextKey } from '../texts/office-texts.ts'
import type { View } from '../view.ts'
import { PartyName } from './party.tsx'
import { TimeLeft } from './time-left.tsx'

export interface WorklistProps {
  readonly view: View
  readonly seat: Appointment
  readonly list: Worklist
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly q: string
  readonly service: string
  readonly page: number
  readonly pages: number
}

/** A number in groups, as people read it out: 10 1000 0000 0012. */
const grouped = (number: string): string =>
  number.replace(/^(\d\d)(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3 $4')

export function CaseLink({ number }: { readonly number: string }) {
  return (
    <a class="govuk-link q-number" href={paths.case(number)} data-open>
      {grouped(number)}
    </a>
  )
}

function Counts({ view, list }: Pick<WorklistProps, 'view' | 'list'>) {
  const { t } = view
  const all = list.services.reduce((sum, { count }) => sum + count, 0)
  return (
    <p class="q-counts">
      <span>{t('list.count', { count: all })}</span>
      {list.overdue === 0 ? null : (
        <Tag look="red">{t('list.overdue', { count: list.overdue })}</Tag>
      )}
      {list.soon === 0 ? null : <Tag look="yellow">{t('list.soon', { count: list.soon })}</Tag>}
    </p>
  )
}

function Filter({ view, services, list, q, service }: WorklistProps) {
  const { t } = view
  const counts = new Map(list.services.map((one) => [one.service, one.count]))
  return (
    <form class="q-toolbar" method="get" action={paths.worklist} role="search">
      <div class="govuk-form-group">
        <label class="govuk-label" for="q">
          {t('list.search')}
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="q"
          name="q"
          type="search"
          value={q}
          maxLength={40}
          data-key="search"
        />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="service">
          {t('desk.service')}
        </label>
        <select class="govuk-select" id="service" name="service">
          <option value="">{t('list.every-service')}</option>
          {services.map(({ id, name }) => (
            <option value={id} selected={id === service}>
              {`${name} (${counts.get(id) ?? 0})`}
            </option>
          ))}
        </select>
      </div>
      <Button look="secondary">{t('list.find')}</Button>
      {q === '' && service === '' ? null : (
        <a class="govuk-link q-toolbar__clear" href={paths.worklist}>
          {t('list.clear')}
        </a>
      )}
    </form>
  )
}

/** What runs now: the action, and of parallel conclusions how many are in. */
function Running({ view, item }: { readonly view: View; readonly item: WorkItem }) {
  const { state, edition } = item
  const name = edition.actions[state.current?.action ?? '']?.name
  const parts = Object.values(state.current?.parts ?? {})
  const given = parts.filter((one) => one !== null).length
  return (
    <>
      {name === undefined ? '' : view.text(name)}
      {parts.length === 0 ? null : ` (${given}/${parts.length})`}
    </>
  )
}

/** The service; of a correction, the document too. */
function Ordered({ view, item: { edition, state } }: { view: View; item: WorkItem }) {
  const { about } = state
  return (
    <>
      {view.text(edition.about.name)}
      {about === undefined ? null : (
        <span class="q-second">{view.t('list.about', { number: about.number })}</span>
      )}
    </>
  )
}

export function CaseTable(props: {
  readonly view: View
  readonly items: readonly WorkItem[]
  readonly caption: string
}) {
  const { view, items, caption } = props
  const { t, f } = view
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        {
          head: t('list.left'),
          cell: ({ state }: WorkItem) => (
            <TimeLeft
              view={view}
              due={state.current?.due ?? state.due}
              since={state.current?.since}
            />
          ),
        },
        {
          head: t('desk.number'),
          rowHead: true,
          cell: ({ state }: WorkItem) => <CaseLink number={state.number} />,
        },
        {
          head: t('desk.service'),
          cell: (item: WorkItem) => <Ordered view={view} item={item} />,
        },
        {
          head: t('desk.applicant'),
          cell: ({ state, nameOfApplicant }: WorkItem) => (
            <PartyName view={view} party={state.party} name={nameOfApplicant} />
          ),
        },
        { head: t('list.now'), cell: (item: WorkItem) => <Running view={view} item={item} /> },
        {
          head: t('list.since'),
          cell: ({ state }: WorkItem) => f.dateShort(state.current?.since ?? state.openedAt),
        },
      ]}
      rows={items}
    />
  )
}

const KEYS = [
  ['J', 'keys.next'],
  ['K', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['/', 'keys.search'],
  ['R', 'keys.reload'],
  ['L', 'keys.list'],
  ['D', 'keys.decide'],
  ['?', 'keys.help'],
] as const satisfies readonly (readonly [string, OfficeTextKey])[]

/** What the keys do; the key ? opens it. */
export const KeysHelp = ({ view }: { readonly view: View }) => (
  <details class="govuk-details q-keys" data-key="help">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{view.t('keys.title')}</span>
    </summary>
    <ul class="q-keys__list">
      {KEYS.map(([key, text]) => (
        <li>
          <kbd>{key}</kbd> {view.t(text)}
        </li>
      ))}
    </ul>
  </details>
)

function Empty({ view, q, service }: WorklistProps) {
  const { t } = view
  return q === '' && service === '' ? (
    <EmptyState title={t('list.empty')}>
      <p>{t('list.empty-note')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('list.nothing-found')}>
      <p>{t('list.nothing-note')}</p>
    </EmptyState>
  )
}

const hrefOf =
  ({ q, service }: WorklistProps) =>
  (page: number): string =>
    `${paths.worklist}?${new URLSearchParams({
      ...(q === '' ? {} : { q }),
      ...(service === '' ? {} : { service }),
      page: String(page),
    }).toString()}`

/** What waits for the official, the most urgent first. */
export function WorklistPage(props: WorklistProps) {
  const { view, seat, list, page, pages } = props
  return (
    <div data-module="q-desk">
      <div class="q-desk-head">
        <h1 class="govuk-heading-m">{view.text(seat.unitName)}</h1>
        <Counts {...props} />
      </div>
      <Filter {...props} />
      {list.items.length === 0 ? (
        <Empty {...props} />
      ) : (
        <CaseTable view={view} items={list.items} caption={view.t('list.title')} />
      )}
      <Pagination page={page} pages={pages} href={hrefOf(props)} />
      <KeysHelp view={view} />
    </div>
  )
}
