import { type Card, CardGrid, SearchBox } from '#platform/views'
import type { ServiceData } from '#core/regulation'
import type { Text } from '#core/kernel'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export const Hero = ({ view, online }: { readonly view: View; readonly online: number }) => (
  <>
    <h1 class="govuk-heading-xl">{view.t('home.title')}</h1>
    <SearchBox
      action={paths.services}
      label={view.t('home.search')}
      example={view.t('home.example')}
    />
    <p class="q-hint">{view.t('home.count', { n: online })}</p>
  </>
)

/** Each value once, with the search that finds its services. */
function facetLinks(view: View, texts: readonly Text[]) {
  const unique = new Map(texts.map((text) => [text.kk, text]))
  return [...unique.values()].map((text) => ({
    text: view.text(text),
    href: `${paths.services}?q=${encodeURIComponent(view.text(text))}`,
  }))
}

function Facet(props: {
  readonly title: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
}) {
  if (props.links.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{props.title}</h2>
      <ul class="govuk-list">
        {props.links.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function HomePage(props: {
  readonly view: View
  readonly services: readonly ServiceData[]
  readonly cards: readonly Card[]
}) {
  const { view, services, cards } = props
  const { t } = view
  const quick: Card[] = [
    { title: t('nav.check'), href: paths.checkDocument, note: t('home.quick-check') },
    { title: t('nav.key'), href: paths.getKey, note: t('home.quick-key') },
    { title: t('nav.systems'), href: paths.systems, note: t('home.quick-systems') },
  ]
  const situations = services.flatMap((service) => service.situations)
  return (
    <>
      <h2 class="govuk-heading-l">{t('home.popular')}</h2>
      <CardGrid cards={cards} />
      <div class="q-facets">
        <Facet
          title={t('home.categories')}
          links={facetLinks(
            view,
            services.map(({ category }) => category),
          )}
        />
        <Facet title={t('home.situations')} links={facetLinks(view, situations)} />
        <Facet
          title={t('home.bodies')}
          links={facetLinks(
            view,
            services.map(({ stateBody }) => stateBody),
          )}
        />
      </div>
      <h2 class="govuk-heading-m">{t('home.quick')}</h2>
      <CardGrid cards={quick} />
    </>
  )
}
