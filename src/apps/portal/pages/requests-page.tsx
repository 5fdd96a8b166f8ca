import type { Actor } from '#core/engine'
import {
  Button,
  ButtonLink,
  EmptyState,
  NavList,
  Pagination,
  SearchBox,
  Select,
} from '#platform/views'
import type { ServiceData } from '#core/regulation'
import { paths } from '../paths.ts'
import type { RequestStatus } from '../request-status.ts'
import type { View } from '../view.ts'
import { type Listed, RequestTable } from './request-table.tsx'

export const STATUSES: readonly RequestStatus[] = [
  'draft',
  'open',
  'finished',
  'refused',
  'withdrawn',
  'expired',
]

/** How far back a list goes, in days. */
export const PERIODS = { month: 30, year: 365 } as const
export type Period = keyof typeof PERIODS | ''
export const isPeriod = (text: string): text is Period =>
  text === '' || Object.hasOwn(PERIODS, text)

export interface RequestsQuery {
  readonly status: RequestStatus | undefined
  readonly service: string
  readonly period: Period
}

export interface RequestsProps {
  readonly view: View
  readonly reader: Actor
  readonly requests: readonly Listed[]
  readonly query: RequestsQuery
  readonly services: readonly ServiceData[]
  readonly page: number
  readonly pages: number
  /** What was searched for without finding it. */
  readonly missed?: string | undefined
}

function hrefOf({ status, service, period }: RequestsQuery, page = 1): string {
  const search = new URLSearchParams()
  if (status !== undefined) search.set('status', status)
  if (service !== '') search.set('service', service)
  if (period !== '') search.set('period', period)
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? paths.requests : `${paths.requests}?${search}`
}

/** A GET form: what is chosen stands in the address. */
function FilterForm({ view, query, services }: RequestsProps) {
  const { t } = view
  return (
    <form class="q-filter" action={paths.requests} method="get">
      {query.status === undefined ? null : (
        <input type="hidden" name="status" value={query.status} />
      )}
      <Select
        name="service"
        label={t('word.service')}
        value={query.service}
        empty={t('requests.every-service')}
        choices={services.map(({ id, name }) => ({ value: id, text: view.text(name) }))}
      />
      <Select
        name="period"
        label={t('requests.period')}
        value={query.period}
        empty={t('requests.always')}
        choices={[
          { value: 'month', text: t('requests.month') },
          { value: 'year', text: t('requests.year') },
        ]}
      />
      <Button look="secondary">{t('requests.show')}</Button>
    </form>
  )
}

export function RequestsPage(props: RequestsProps) {
  const { view, reader, requests, query, page, pages, missed } = props
  const { t } = view
  const chosen = query.status !== undefined || query.service !== '' || query.period !== ''
  const none = t(chosen || missed !== undefined ? 'requests.none-here' : 'requests.none')
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.requests')}</h1>
      <SearchBox
        action={paths.requests}
        name="number"
        label={t('requests.search')}
        value={missed}
        example="10100005622331"
      />
      <nav
        class="q-tabs govuk-!-margin-top-4 govuk-!-margin-bottom-6"
        aria-label={t('filter.label')}
      >
        <NavList
          items={[undefined, ...STATUSES].map((status) => ({
            text: status === undefined ? t('word.all') : t(`status.${status}`),
            href: hrefOf({ ...query, status }),
            current: status === query.status,
          }))}
        />
      </nav>
      <FilterForm {...props} />
      {requests.length === 0 ? (
        <EmptyState title={none}>
          <ButtonLink href={chosen ? paths.requests : paths.services}>
            {t(chosen ? 'requests.all' : 'requests.none-advice')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <RequestTable view={view} requests={requests} reader={reader} />
      )}
      <Pagination page={page} pages={pages} href={(n) => hrefOf(query, n)} />
    </>
  )
}
