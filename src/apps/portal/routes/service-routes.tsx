import { requestErrors } from '#capabilities/cases'
import { dayOf, type Lang, type Text } from '#core/kernel'
import type { Edition, ServiceData } from '#core/regulation'
import { Breadcrumbs, type Card } from '#platform/views'
import { catalogueOf, readCatalogueQuery } from '../catalogue.ts'
import { CataloguePage } from '../pages/catalogue-page.tsx'
import { feeOf } from '../pages/fee-text.ts'
import { Hero, HomePage } from '../pages/home-page.tsx'
import { serviceCard } from '../pages/service-card.tsx'
import { ServiceBack, ServicePage } from '../pages/service-page.tsx'
import type { PortalDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { createServiceSearch, type Searched, type ServiceSearch } from '../search/index.ts'
import type { View } from '../view.ts'

interface Listed extends Searched {
  /** The edition in force. */
  readonly ref: string
}

/** Services with an edition in force today; the ones that can be ordered come first. */
function listed(deps: PortalDeps, view: View): readonly Listed[] {
  const today = dayOf(view.now)
  return deps.regulations
    .services()
    .flatMap((service) => {
      const edition = deps.regulations.inForce(service.id, today)
      return edition === undefined ? [] : [{ service, named: namesIn(edition), ref: edition.ref }]
    })
    .toSorted((a, b) => Number(b.service.online) - Number(a.service.online))
}

/** What an edition calls by name beside the service: a variant is looked for like a service. */
const namesIn = ({ variants, documents }: Edition): readonly Text[] => [
  ...Object.values(variants ?? {}),
  ...Object.values(documents).map(({ title }) => title),
]

/** The index is made anew when another edition comes into force. */
function searchOver() {
  let made: { readonly of: string; readonly search: ServiceSearch } | undefined
  return (services: readonly Listed[]): ServiceSearch => {
    const of = services.map(({ ref }) => ref).join(' ')
    if (made?.of !== of) made = { of, search: createServiceSearch(services) }
    return made.search
  }
}

function cardsOf(
  deps: PortalDeps,
  view: View,
  { services, hits }: { services: readonly ServiceData[]; hits?: ReadonlySet<string> },
): Card[] {
  const today = dayOf(view.now)
  return services.map((service) => {
    const edition = deps.regulations.inForce(service.id, today)
    const fee = edition && feeOf(edition, deps.mrp(today))
    return serviceCard(view, { service, edition, fee, ...(hits === undefined ? {} : { hits }) })
  })
}

function home({ deps, get }: Routing): void {
  get(paths.home, async (view) => {
    const services = listed(deps, view).map(({ service }) => service)
    const online = services.filter((service) => service.online)
    const { facets } = catalogueOf(
      services,
      readCatalogueQuery(() => ''),
    )
    return view.page({
      title: view.t('home.title'),
      hero: <Hero view={view} all={services.length} online={online.length} />,
      content: (
        <HomePage
          view={view}
          facets={facets}
          cards={cardsOf(deps, view, { services: online.slice(0, 6) })}
        />
      ),
      indexed: true,
    })
  })
}

function catalogue({ deps, get }: Routing): void {
  const searchIn = searchOver()
  get(paths.services, async (view) => {
    const query = readCatalogueQuery((name) => view.query(name))
    const result = searchIn(listed(deps, view))(query.q)
    const { services, facets } = catalogueOf(result.services, query)
    return view.page({
      title:
        query.q === '' ? view.t('catalogue.title') : `${query.q} – ${view.t('catalogue.title')}`,
      section: 'services',
      before: <Breadcrumbs items={[{ text: view.t('nav.home'), href: paths.home }]} />,
      content: (
        <CataloguePage
          view={view}
          query={query}
          facets={facets}
          cards={cardsOf(deps, view, { services, hits: result.hits })}
          meant={result.meant}
          partial={result.partial}
        />
      ),
      indexed: query.q === '',
    })
  })
}

const diagramsOf = (deps: PortalDeps, edition: Edition, lang: Lang): Record<string, string> =>
  Object.fromEntries(
    Object.keys(edition.channels).flatMap((channel) => {
      const svg = deps.diagram(edition, channel, lang)
      return svg === undefined ? [] : [[channel, svg]]
    }),
  )

function passport({ deps, get }: Routing): void {
  get('/services/:id', async (view) => {
    const edition = deps.regulations.inForce(view.param('id'), dayOf(view.now))
    if (edition === undefined) return view.refuse(requestErrors.SERVICE_UNKNOWN())
    const { service, survey } = edition
    return view.page({
      title: view.text(edition.about.name),
      section: 'services',
      before: <ServiceBack view={view} service={edition.about} />,
      content: (
        <ServicePage
          view={view}
          edition={edition}
          adoption={deps.regulations.adoption(service)}
          satisfaction={await deps.surveys.satisfaction(service, survey)}
          diagrams={diagramsOf(deps, edition, view.lang)}
          fee={feeOf(edition, deps.mrp(dayOf(view.now)))}
        />
      ),
      indexed: true,
    })
  })
}

/** Home, catalogue, passport of a service. */
export function serviceRoutes(routing: Routing): void {
  home(routing)
  catalogue(routing)
  passport(routing)
}
