import { requestErrors } from '#capabilities/cases'
import { dayOf } from '#core/kernel'
import type { ServiceData } from '#core/regulation'
import type { Card } from '#platform/views'
import { CataloguePage, type CatalogueQuery } from '../pages/catalogue-page.tsx'
import { Hero, HomePage } from '../pages/home-page.tsx'
import { serviceCard } from '../pages/service-card.ts'
import { ServiceBack, ServicePage } from '../pages/service-page.tsx'
import type { PortalDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { searchServices } from '../search-services.ts'
import type { View } from '../view.ts'

/** Services with an edition in force today; the ones that can be ordered come first. */
function listed(deps: PortalDeps, view: View): readonly ServiceData[] {
  const today = dayOf(view.now)
  return deps.regulations
    .services()
    .filter(({ id }) => deps.regulations.inForce(id, today) !== undefined)
    .toSorted((a, b) => Number(b.online) - Number(a.online))
}

const cardsOf = (deps: PortalDeps, view: View, services: readonly ServiceData[]): Card[] =>
  services.map((service) =>
    serviceCard(view, service, deps.regulations.inForce(service.id, dayOf(view.now))),
  )

const forWhom = (typed: string): CatalogueQuery['forWhom'] =>
  typed === 'person' || typed === 'entity' ? typed : ''

function home({ deps, get }: Routing): void {
  get(paths.home, async (view) => {
    const services = listed(deps, view)
    const online = services.filter((service) => service.online)
    return view.page({
      title: view.t('home.title'),
      hero: <Hero view={view} online={online.length} />,
      content: (
        <HomePage view={view} services={services} cards={cardsOf(deps, view, online.slice(0, 6))} />
      ),
      indexed: true,
    })
  })
}

function catalogue({ deps, get }: Routing): void {
  get(paths.services, async (view) => {
    const query: CatalogueQuery = {
      q: view.query('q').trim().slice(0, 200),
      forWhom: forWhom(view.query('for')),
    }
    const fitting = searchServices(listed(deps, view), query.q).filter(
      ({ recipients }) => query.forWhom === '' || recipients.includes(query.forWhom),
    )
    return view.page({
      title: view.t('catalogue.title'),
      section: 'services',
      content: <CataloguePage view={view} query={query} cards={cardsOf(deps, view, fitting)} />,
      indexed: true,
    })
  })
}

function passport({ deps, get }: Routing): void {
  get('/services/:id', async (view) => {
    const edition = deps.regulations.inForce(view.param('id'), dayOf(view.now))
    if (edition === undefined) return view.refuse(requestErrors.SERVICE_UNKNOWN())
    const { service, survey } = edition
    return view.page({
      title: view.text(edition.about.name),
      section: 'services',
      before: <ServiceBack view={view} />,
      content: (
        <ServicePage
          view={view}
          edition={edition}
          adoption={deps.regulations.adoption(service)}
          satisfaction={await deps.surveys.satisfaction(service, survey)}
          diagram={deps.diagram(edition, 'portal', view.lang)}
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
