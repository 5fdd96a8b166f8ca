import { describe, expect, it } from 'vitest'
import type { ServiceData } from '#core/regulation'
import { catalogueHref, catalogueOf, type CatalogueQuery, readCatalogueQuery } from './catalogue.ts'

const text = (en: string) => ({ kk: `${en} kk`, ru: `${en} ru`, en })
const service = (id: string, data: Partial<ServiceData>) =>
  ({
    id,
    recipients: ['person'],
    category: text('Land'),
    situations: [],
    stateBody: text('Land body'),
    online: true,
    ...data,
  }) as ServiceData
const services = [
  service('a', { recipients: ['person', 'entity'] }),
  service('b', { category: text('Family relations, civil acts'), situations: [text('A wedding')] }),
  service('c', { online: false }),
]
const query = (chosen: Partial<CatalogueQuery>) =>
  readCatalogueQuery((name) => chosen[name as 'q'] ?? '')
const counts = (chosen: Partial<CatalogueQuery>, name: string) =>
  catalogueOf(services, query(chosen))
    .facets.find((facet) => facet.name === name)
    ?.values.map(({ value, count }) => `${value} ${count}`)

describe('the catalogue', () => {
  it('keeps the services that fit every choice', () => {
    const ids = (chosen: Partial<CatalogueQuery>) =>
      catalogueOf(services, query(chosen)).services.map(({ id }) => id)
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ category: 'land' })).toEqual(['a', 'c'])
    expect(ids({ category: 'land', for: 'entity' })).toEqual(['a'])
    expect(ids({ situation: 'a-wedding' })).toEqual(['b'])
    expect(ids({ category: 'no-such' })).toEqual([])
  })

  it('counts each value among what the other choices leave', () => {
    expect(counts({}, 'category')).toEqual(['land 2', 'family-relations-civil-acts 1'])
    expect(counts({ online: 'yes' }, 'category')).toEqual([
      'land 1',
      'family-relations-civil-acts 1',
    ])
    expect(counts({ category: 'land' }, 'category')).toContain('family-relations-civil-acts 1')
    expect(counts({ category: 'land' }, 'for')).toEqual(['person 2', 'entity 1'])
  })

  it('shows a choice that nothing fits any more, so that it can be taken back', () => {
    expect(counts({ for: 'entity', category: 'family-relations-civil-acts' }, 'category')).toEqual([
      'land 1',
      'family-relations-civil-acts 0',
    ])
  })

  it('has one address for one choice in all languages', () => {
    expect(catalogueHref(query({ category: 'land', q: 'жер' }))).toBe(
      '/services?q=%D0%B6%D0%B5%D1%80&category=land',
    )
    expect(catalogueHref({})).toBe('/services')
  })
})
