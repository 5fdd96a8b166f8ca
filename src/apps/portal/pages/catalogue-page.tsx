import { type Card, CardGrid, EmptyState, NavList, SearchBox } from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface CatalogueQuery {
  readonly q: string
  readonly forWhom: '' | 'person' | 'entity'
}

const href = (query: CatalogueQuery): string => {
  const search = new URLSearchParams()
  if (query.q !== '') search.set('q', query.q)
  if (query.forWhom !== '') search.set('for', query.forWhom)
  return `${paths.services}${search.size > 0 ? `?${search}` : ''}`
}

const TABS = [
  ['', 'word.all'],
  ['person', 'catalogue.persons'],
  ['entity', 'catalogue.entities'],
] as const

export function CataloguePage(props: {
  readonly view: View
  readonly query: CatalogueQuery
  readonly cards: readonly Card[]
}) {
  const { view, query, cards } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('catalogue.title')}</h1>
      <SearchBox
        action={paths.services}
        label={t('home.search')}
        value={query.q}
        example={t('home.example')}
      />
      <nav
        class="q-tabs govuk-!-margin-top-4 govuk-!-margin-bottom-6"
        aria-label={t('catalogue.title')}
      >
        <NavList
          items={TABS.map(([forWhom, key]) => ({
            text: t(key),
            href: href({ ...query, forWhom }),
            current: query.forWhom === forWhom,
          }))}
        />
      </nav>
      {query.q === '' ? null : (
        <p class="govuk-body" role="status">
          {t('catalogue.found', { q: query.q, n: cards.length })}
        </p>
      )}
      {cards.length > 0 ? (
        <CardGrid cards={cards} />
      ) : (
        <EmptyState title={t('catalogue.none')}>
          <p class="govuk-body">{t('catalogue.none-advice')}</p>
          <a class="govuk-link" href={paths.services}>
            {t('catalogue.all')}
          </a>
        </EmptyState>
      )}
    </>
  )
}
