import { type Card, CardGrid, SearchBox } from '#platform/views'
import { catalogueHref, type Facet, type FacetName } from '../catalogue.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface HeroProps {
  readonly view: View
  /** Services of the catalogue, and those among them that are delivered online. */
  readonly all: number
  readonly online: number
}

export const Hero = ({ view, all, online }: HeroProps) => (
  <>
    <h1 class="govuk-heading-xl">{view.t('home.title')}</h1>
    <SearchBox
      action={paths.services}
      label={view.t('home.search')}
      example={view.t('home.example')}
    />
    <p class="q-hint">{view.t('home.count', { n: all, online })}</p>
    <p class="q-hero-links">
      <a class="govuk-link" href={catalogueHref({ for: 'person' })}>
        {view.t('catalogue.persons')}
      </a>
      <a class="govuk-link" href={catalogueHref({ for: 'entity' })}>
        {view.t('catalogue.entities')}
      </a>
    </p>
  </>
)

const SHOWN = {
  category: 'home.categories',
  situation: 'home.situations',
  body: 'home.bodies',
} as const

function FacetPart({ view, facet }: { readonly view: View; readonly facet: Facet }) {
  const name = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).find((one) => one === facet.name)
  if (name === undefined || facet.values.length === 0) return null
  const choose = (of: FacetName, value: string) => catalogueHref({ [of]: value })
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t(SHOWN[name])}</h2>
      <ul class="govuk-list">
        {facet.values.map(({ value, name: text, count }) => (
          <li>
            <a class="govuk-link" href={choose(name, value)}>
              {text === undefined ? value : view.text(text)}
            </a>{' '}
            <span class="q-count">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function HomePage(props: {
  readonly view: View
  readonly facets: readonly Facet[]
  readonly cards: readonly Card[]
}) {
  const { view, facets, cards } = props
  const { t } = view
  const quick: Card[] = [
    { title: t('nav.check'), href: paths.checkDocument, note: t('home.quick-check') },
    { title: t('nav.key'), href: paths.getKey, note: t('home.quick-key') },
    { title: t('nav.systems'), href: paths.systems, note: t('home.quick-systems') },
  ]
  return (
    <>
      <h2 class="govuk-heading-l">{t('home.popular')}</h2>
      <CardGrid cards={cards} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.services}>
          {t('catalogue.all')}
        </a>
      </p>
      <div class="q-facets">
        {facets.map((facet) => (
          <FacetPart view={view} facet={facet} />
        ))}
      </div>
      <h2 class="govuk-heading-m">{t('home.quick')}</h2>
      <CardGrid cards={quick} />
    </>
  )
}
