import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LANGS } from '#core/kernel'
import type { ServiceData } from '#core/regulation'
import { highlight } from './highlight.ts'
import { createServiceSearch } from './search-services.ts'
import { QUERIES } from './testing/queries.ts'

const root = path.resolve(import.meta.dirname, '../../../../regulations')
const services = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'service.yaml')
  .map((file) => parse(fs.readFileSync(path.join(root, file), 'utf8')) as ServiceData)
const search = createServiceSearch(services.map((service) => ({ service })))
const first = (query: string): string | undefined => search(query).services[0]?.id

const table = services.flatMap(({ id }) =>
  LANGS.flatMap((lang) =>
    (QUERIES[id]?.[lang] ?? []).map((query) => ({ service: id, lang, query })),
  ),
)

describe('the search for a service', () => {
  it.each(table)('leads from "$query" to $service', ({ service, query }) => {
    expect(first(query)).toBe(service)
  })

  it('is tried with real queries for every service', () => {
    expect(Object.keys(QUERIES)).toEqual(expect.arrayContaining(services.map(({ id }) => id)))
  })

  it('finds nothing by a word that no service has, and all by none', () => {
    expect(search('космодром').services).toEqual([])
    expect(search('  ').services).toHaveLength(services.length)
  })

  it('says what it took a slip for, and nothing where there was none', () => {
    expect(search('отсутсвие').meant).toMatch(/^отсутств/)
    expect(search('cghfdrf').meant).toBe('справка')
    expect(search('справки').meant).toBeUndefined()
  })

  it.each(['развод', 'ажырасу', 'divorce', 'свидетельство о разводе', 'ажырасу туралы куәлік'])(
    'offers what was ordered after a divorce too by "%s"',
    (query) => {
      expect(search(query).services.map(({ id }) => id)).toContain('justice.repeat-certificate')
    },
  )

  it('does not fall back to a common word where a rarer one has a slip', () => {
    const { services: found, meant } = search('marrige certificate')
    expect(found.map(({ id }) => id).toSorted()).toEqual([
      'justice.civil-act-certificate',
      'justice.repeat-certificate',
    ])
    expect(meant).toBe('marriage certificate')
  })

  it('leaves out what has only a word that many have, where nobody has all', () => {
    expect(search('marriage certificate mars').services.length).toBeLessThan(4)
  })

  it('prefers who has all the words, and owns up when nobody has', () => {
    expect(search('целевое назначение').partial).toBe(false)
    expect(search('целевое назначение марса')).toMatchObject({ partial: true })
  })

  it('shows where the words stand, endings and all', () => {
    const { hits } = search('целевое назначение')
    const marked = highlight('Изменение целевого назначения участка', 'ru', hits)
    expect(marked.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
      'целевого',
      'назначения',
    ])
    expect(marked.map(({ text }) => text).join('')).toBe('Изменение целевого назначения участка')
  })

  it('takes any text, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        expect(search(query).services.length).toBeLessThanOrEqual(services.length)
      }),
    )
  })
})
