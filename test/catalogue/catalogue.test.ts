import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edition } from '#core/regulation'
import { loadLaw } from '../../src/main/law.ts'
import { readCatalogued, readPhrases } from './catalogue-model.ts'
import { differences } from './compare-service.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.resolve(root, '../shared/catalogue')
const there = fs.existsSync(folder)
const law = await loadLaw(root)
const phrases = there ? readPhrases(path.join(folder, '_fixed-phrases.yaml')) : []

/** The last edition of each service that the catalogue has. */
const services = law.regulations.services().flatMap(({ id }) => {
  const edition = law.regulations.editions(id).at(-1)
  const file = path.join(folder, `${id}.yaml`)
  return edition !== undefined && there && fs.existsSync(file)
    ? [{ id, edition, said: readCatalogued(file) }]
    : []
})

const told = (edition: Edition) => edition.readings.flatMap(({ differs = [] }) => differs)
const untold = (edition: Edition, said: (typeof services)[number]['said']) =>
  differences(edition, said, phrases).filter(({ id }) => !told(edition).includes(id))

if (!there)
  process.stderr.write(
    `There is no ${folder}: regulations are not compared with the catalogue of the acts.\n`,
  )

describe.skipIf(!there)('regulations and the catalogue of the acts', () => {
  it('are compared for every service that has a regulation', () => {
    expect(services.map(({ id }) => id).toSorted()).toEqual(
      law.regulations
        .services()
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it.each(services)('say the same of $id, but for what its readings name', ({ edition, said }) => {
    expect(untold(edition, said)).toEqual([])
  })

  it.each(services)('do differ where a reading of $id says so', ({ edition, said }) => {
    const found = differences(edition, said, phrases).map(({ id }) => id)
    expect(told(edition).filter((id) => !found.includes(id))).toEqual([])
  })

  it.each(MUTATIONS())('notice %s', (_, id, change) => {
    const one = services.find((service) => service.id === 'justice.realty-absence')
    if (one === undefined) throw new Error('no service to change')
    const changed = structuredClone({ ...one.edition, evaluate: undefined }) as unknown as Edition
    change(changed)
    expect(untold(changed, one.said).map((difference) => difference.id)).toContain(id)
  })
})

type Mutable = { -readonly [K in keyof Edition]: Edition[K] }
type Mutation = readonly [name: string, id: string, change: (edition: Mutable) => void]

/** What somebody may break by a slip, and the difference that must be told. */
function MUTATIONS(): readonly Mutation[] {
  const rows = (edition: Mutable) => edition.channels['portal']?.table?.rows ?? []
  const items = (edition: Mutable) => edition.channels['portal']?.items ?? []
  return [
    ['a row left out', 'portal.actions.7', (edition) => void rows(edition).pop()],
    [
      'another term',
      'portal.actions.3.deadline',
      (edition) => void Object.assign(rows(edition)[2] ?? {}, { term: { minutes: 2 } }),
    ],
    [
      'another actor',
      'portal.actions.4.sfe',
      (edition) =>
        void Object.assign(rows(edition)[3] ?? {}, {
          actor: { kk: 'ЖМТ МДҚ', ru: 'ГБД РН', en: 'GBD RN', ours: ['kk'] },
        }),
    ],
    [
      'another next action',
      'portal.actions.2.next',
      (edition) =>
        void Object.assign(rows(edition)[1] ?? {}, { next: { kk: '4', ru: '4', en: '4' } }),
    ],
    ['an item left out', 'portal.steps', (edition) => void items(edition).pop()],
    [
      'an item numbered otherwise',
      'portal.steps.2.label',
      (edition) => void Object.assign(items(edition)[1] ?? {}, { process: 2 }),
    ],
    ['a ground left out', 'refusals.eds', (edition) => void delete edition.grounds['signature']],
    [
      'a phrase altered',
      'phrases.edoc-002.ru',
      (edition) =>
        void Object.assign(edition.phrases['edoc-002'] ?? {}, { ru: 'равнозначен бумаге' }),
    ],
    [
      'a line of the form left out',
      'results.certificate.fields.5',
      (edition) => void edition.documents['certificate']?.form.splice(6, 1),
    ],
    ['a phone left out', 'help.1414', (edition) => void edition.help?.phones.splice(1, 1)],
    [
      'an answer of the survey altered',
      'survey.2.ru',
      (edition) => void Object.assign(edition.survey[1]?.options[0] ?? {}, { ru: 'доволен' }),
    ],
    ['a channel left out', 'portal', (edition) => void delete edition.channels['portal']],
  ]
}
