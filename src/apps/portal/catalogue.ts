import type { Text } from '#core/kernel'
import type { ServiceData } from '#core/regulation'
import { paths } from './paths.ts'

/** The ways to look through the catalogue beside the search; each has one value at a time. */
export const FACETS = ['for', 'category', 'situation', 'body', 'online'] as const
export type FacetName = (typeof FACETS)[number]

export type CatalogueQuery = Readonly<Record<FacetName | 'q', string>>

/** A name that stays the same in the addresses of all three languages. */
export const slugOf = ({ en }: Text): string =>
  en
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

interface Value {
  readonly value: string
  /** The two values of a facet that no service names itself are named by the page. */
  readonly name?: Text
}

const named = (name: Text): Value => ({ value: slugOf(name), name })

const VALUES: Readonly<Record<FacetName, (service: ServiceData) => readonly Value[]>> = {
  for: ({ recipients }) => recipients.map((value) => ({ value })),
  category: ({ category }) => [named(category)],
  situation: ({ situations }) => situations.map(named),
  body: ({ stateBody }) => [named(stateBody)],
  online: ({ online }) => [{ value: online ? 'yes' : 'no' }],
}

export function readCatalogueQuery(read: (name: string) => string): CatalogueQuery {
  const facets = FACETS.map((name) => [name, read(name).slice(0, 200)])
  return { ...Object.fromEntries(facets), q: read('q').trim().slice(0, 200) } as CatalogueQuery
}

/** The address of the catalogue with these choices; what is empty is left out. */
export function catalogueHref(query: Partial<CatalogueQuery>): string {
  const chosen = (['q', ...FACETS] as const).flatMap((name) => {
    const value = query[name] ?? ''
    return value === '' ? [] : [[name, value]]
  })
  return chosen.length === 0 ? paths.services : `${paths.services}?${new URLSearchParams(chosen)}`
}

const fits = (service: ServiceData, query: CatalogueQuery, facet: FacetName): boolean =>
  query[facet] === '' || VALUES[facet](service).some(({ value }) => value === query[facet])

export interface FacetValue extends Value {
  readonly count: number
  readonly chosen: boolean
}

export interface Facet {
  readonly name: FacetName
  readonly values: readonly FacetValue[]
}

/** The values of a facet among the services that fit all other choices, with how many have each. */
function facetOf(name: FacetName, services: readonly ServiceData[], query: CatalogueQuery): Facet {
  const others = FACETS.filter((other) => other !== name)
  const counted = new Map<string, FacetValue>()
  for (const service of services) {
    const counts = others.every((other) => fits(service, query, other)) ? 1 : 0
    for (const value of VALUES[name](service)) {
      const count = (counted.get(value.value)?.count ?? 0) + counts
      counted.set(value.value, { ...value, count, chosen: query[name] === value.value })
    }
  }
  const values = [...counted.values()].filter(({ count, chosen }) => count > 0 || chosen)
  return { name, values }
}

export interface Catalogue {
  readonly services: readonly ServiceData[]
  readonly facets: readonly Facet[]
}

/** Those of the services found that fit every choice, and what else could be chosen. */
export const catalogueOf = (found: readonly ServiceData[], query: CatalogueQuery): Catalogue => ({
  services: found.filter((service) => FACETS.every((name) => fits(service, query, name))),
  facets: FACETS.map((name) => facetOf(name, found, query)),
})
