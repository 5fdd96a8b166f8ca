import { EmptyState, Table } from '#platform/views'
import type { DataAccess } from '../deps.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface DataAccessProps {
  readonly view: View
  readonly records: readonly DataAccess[]
  readonly page: number
  /** There are older ones. */
  readonly more: boolean
}

function Turns({ view: { t }, page, more }: DataAccessProps) {
  return (
    <ul class="govuk-list q-links">
      {page > 1 ? (
        <li>
          <a class="govuk-link" href={`${paths.access}?page=${page - 1}`} rel="prev">
            {t('access.newer')}
          </a>
        </li>
      ) : null}
      {more ? (
        <li>
          <a class="govuk-link" href={`${paths.access}?page=${page + 1}`} rel="next">
            {t('access.older')}
          </a>
        </li>
      ) : null}
    </ul>
  )
}

export function DataAccessPage(props: DataAccessProps) {
  const { view, records } = props
  const { t, f } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.access')}</h1>
      <p class="govuk-body">{t('access.intro')}</p>
      {records.length === 0 ? (
        <EmptyState title={t('access.none')} />
      ) : (
        <Table
          caption={t('cabinet.access')}
          captionHidden
          rows={records}
          columns={[
            { head: t('access.when'), cell: ({ at }) => f.dateTime(at), rowHead: true },
            { head: t('access.who'), cell: ({ from }) => view.text(from) },
            { head: t('access.where'), cell: ({ to }) => view.text(to) },
            { head: t('access.why'), cell: ({ purpose }) => view.text(purpose) },
            {
              head: t('access.request'),
              cell: ({ request }) =>
                request === undefined ? (
                  '—'
                ) : (
                  <a class="govuk-link" href={paths.request(request)}>
                    {request}
                  </a>
                ),
            },
          ]}
        />
      )}
      <Turns {...props} />
    </>
  )
}
