import { ButtonLink, type Card, CardGrid, EmptyState, SearchBox, WithAside } from '#platform/views'
import {
  type CatalogueQuery,
  catalogueHref,
  type Facet,
  type FacetName,
  FACETS,
  type FacetValue,
} from '../catalogue.ts'
import { paths } from '../paths.ts'
import type { PortalTextKey } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'

export interface CatalogueProps {
  readonly view: View
  readonly query: CatalogueQuery
  readonly facets: readonly Facet[]
  readonly cards: readonly Card[]
  /** What was probably meant by words that had to be corrected. */
  readonly meant?: string | undefined
  /** Nothing has all the words; these have most. */
  readonly partial: boolean
}

const TITLES = {
  for: 'catalogue.for',
  category: 'home.categories',
  situation: 'home.situations',
  body: 'home.bodies',
  online: 'catalogue.way',
} as const satisfies Record<FacetName, PortalTextKey>

const FIXED: Readonly<Record<string, PortalTextKey>> = {
  person: 'catalogue.persons',
  entity: 'catalogue.entities',
  yes: 'catalogue.online',
  no: 'catalogue.offline',
}

function nameOf(view: View, { value, name }: FacetValue): string {
  const fixed = FIXED[value]
  if (name !== undefined) return view.text(name)
  return fixed === undefined ? value : view.t(fixed)
}

function FacetPart({
  view,
  query,
  facet,
}: Pick<CatalogueProps, 'view' | 'query'> & { facet: Facet }) {
  const { name, values } = facet
  if (values.length < 2 && !values.some(({ chosen }) => chosen)) return null
  return (
    <section class="q-facet">
      <h2 class="govuk-heading-s">{view.t(TITLES[name])}</h2>
      <ul class="govuk-list">
        {values.map((one) => (
          <li>
            <a
              class="govuk-link"
              href={catalogueHref({ ...query, [name]: one.chosen ? '' : one.value })}
              aria-current={one.chosen ? 'true' : undefined}
            >
              {nameOf(view, one)}
              {one.chosen ? (
                <span class="govuk-visually-hidden"> {view.t('catalogue.chosen')}</span>
              ) : null}
            </a>{' '}
            <span class="q-count">{one.count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FacetsPart(props: CatalogueProps) {
  const { view, query, facets } = props
  const chosen = FACETS.some((name) => query[name] !== '')
  return (
    <>
      {facets.map((facet) => (
        <FacetPart view={view} query={query} facet={facet} />
      ))}
      {chosen ? (
        <p>
          <a class="govuk-link" href={catalogueHref({ q: query.q })}>
            {view.t('catalogue.clear')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Told({ view, query, cards, meant, partial }: CatalogueProps) {
  const { t } = view
  return (
    <>
      <p class="govuk-body" role="status">
        {query.q === ''
          ? t('catalogue.count', { n: cards.length })
          : t('catalogue.found', { q: query.q, n: cards.length })}
      </p>
      {meant === undefined ? null : (
        <p class="govuk-body">
          {t('catalogue.meant')}{' '}
          <a class="govuk-link" href={catalogueHref({ ...query, q: meant })}>
            {meant}
          </a>
        </p>
      )}
      {partial && cards.length > 0 ? <p class="q-hint">{t('catalogue.partial')}</p> : null}
    </>
  )
}

/** The ways on from a search without a find. */
function Nothing({ view, query }: CatalogueProps) {
  const { t } = view
  const narrowed = query.q !== '' && FACETS.some((name) => query[name] !== '')
  return (
    <EmptyState title={t('catalogue.none')}>
      <p class="govuk-body">{t('catalogue.none-advice')}</p>
      <ul class="govuk-list">
        {narrowed ? (
          <li>
            <a class="govuk-link" href={catalogueHref({ q: query.q })}>
              {t('catalogue.clear')}
            </a>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href={paths.help}>
            {t('help.title')}
          </a>
        </li>
      </ul>
      <ButtonLink href={paths.services} look="secondary">
        {t('catalogue.all')}
      </ButtonLink>
    </EmptyState>
  )
}

/** All services, by search and by choices; both work together, and each choice is an address. */
export function CataloguePage(props: CatalogueProps) {
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
        kept={Object.fromEntries(FACETS.map((name) => [name, query[name]]))}
      />
      <WithAside label={t('catalogue.facets')} aside={<FacetsPart {...props} />}>
        <Told {...props} />
        {cards.length > 0 ? <CardGrid cards={cards} /> : <Nothing {...props} />}
      </WithAside>
    </>
  )
}
