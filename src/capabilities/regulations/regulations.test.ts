import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseCalendar } from '#core/calendar'
import { mrpOn, parseMrp } from '#core/duty'
import { contracts } from '#core/contracts'
import { type LawFacts, replay, step } from '#core/engine'
import { addDays, controlDigit, LANGS, plainDate, type Result } from '#core/kernel'
import { checkForm, type Edition, loadEdition, type SourceFile, type World } from '#core/regulation'
import { editionInForce } from './in-force.ts'
import {
  actionTable,
  checkRegulations,
  differences,
  loadRegulations,
  lockEditions,
  parseExample,
  printActionTable,
  runExample,
  swimlane,
} from './index.ts'
import { readEditionFiles } from './read-files.ts'

const data = (path: string): unknown => parse(readFileSync(path, 'utf8'))
const names = (value: unknown) => Object.keys(value ?? {})
const country = data('country/systems.yaml') as { systems: object; roles: object }
const { units: unitsByKind } = data('classifiers/units.yaml') as {
  units: Record<string, { code: string }[]>
}
const world: World = {
  services: contracts,
  systems: ['gateway', 'authority', ...names(country.systems)],
  roles: names(country.roles),
  seals: names((data('classifiers/bodies.yaml') as { seals: object }).seals),
  regions: ['100000000', '630000000', '710000000', '750000000'],
  units: Object.fromEntries(
    Object.entries(unitsByKind).map(([kind, list]) => [kind, list.map(({ code }) => code)]),
  ),
  calendars: ['marriage'],
}
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const rates = must(parseMrp(data('classifiers/mrp.yaml')))
const facts: LawFacts = {
  calendar: must(parseCalendar(data('classifiers/calendar.yaml'))),
  mrp: (day) => mrpOn(rates, day),
}

const editions: { edition: Edition; examples: readonly SourceFile[] }[] = []
for (const { files, examples } of await readEditionFiles('regulations')) {
  const { edition, problems } = loadEdition(files, world)
  if (edition === undefined) throw new Error(JSON.stringify(problems))
  editions.push({ edition, examples })
}
const editionOf = (ref: string): Edition => {
  const found = editions.find(({ edition }) => edition.ref === ref)
  if (found === undefined) throw new Error(`no ${ref}`)
  return found.edition
}
const land = editionOf('land.purpose-change@2017-01-27')
const channels = editions.flatMap(({ edition }) =>
  Object.keys(edition.channels).map((channel) => [edition.ref, channel] as const),
)

describe('golden examples', () => {
  const all = editions.flatMap(({ edition, examples }) =>
    examples.map((file) => ({
      edition,
      file,
      name: `${edition.ref} ${file.path.split('/').at(-1)}`,
    })),
  )

  it.each(all)('run through the engine as expected: $name', ({ edition, file }) => {
    const example = parseExample(file.text)
    expect(differences(example, runExample(edition, example, facts))).toEqual([])
  })

  it.each(editions.map(({ edition }) => edition))(
    'reach every channel, every action, every refusal and every result of $ref',
    (edition) => {
      const examples = all
        .filter((one) => one.edition === edition)
        .map(({ file }) => parseExample(file.text))
      const reached = {
        channels: examples.map(({ given }) => given.channel),
        actions: examples.flatMap((one) => one.expect.path),
        grounds: examples.flatMap((one) => one.expect.ground ?? []),
        results: examples.flatMap((one) => one.expect.result ?? []),
      }
      for (const part of ['channels', 'actions', 'grounds', 'results'] as const)
        expect(new Set(reached[part]), part).toEqual(new Set(Object.keys(edition[part])))
    },
  )

  it('are beside every edition on disk', () => {
    const folders = readdirSync('regulations', { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/)editions\/[^/]+$/.test(path))
      .map((path) => path.replace('/editions/', '@').replaceAll('/', '.'))
    expect(new Set(all.map(({ edition }) => edition.ref))).toEqual(new Set(folders))
  })

  it.each(
    all.flatMap(({ edition, file, name }) => {
      const { party, decisions } = parseExample(file.text).given
      const decision = decisions.find((one) => edition.actions[one.action]?.does === 'convene')
      return decision === undefined ? [] : [{ edition, party, decision, name }]
    }),
  )('keep the protocol of the commission: $name', ({ edition, party, decision }) => {
    const action = edition.actions[decision.action]
    if (action?.does !== 'convene' || 'body' in decision) throw new Error('no decision')
    const { at, outcome = '', store = {} } = decision
    const on = { action: decision.action, visit: 1 }
    const about = { id: 'c', number: '1', channel: 'portal', party, language: 'kk' }
    const waiting = replay(edition, [
      { type: 'opened', edition: edition.ref, ...about, at },
      { type: 'entered', ...on, at },
    ])
    const role = edition.actors[action.by]
    const roles = role?.kind === 'commission' ? [role.role] : []
    const actor = { kind: 'official', id: 'member', roles, unit: '*' } as const
    const command = { do: 'complete', ...on, outcome, store } as const
    const { state, events } = must(step(edition, waiting, command, { actor, ...facts }, at))
    expect(events[0]).toEqual({ type: 'completed', ...on, outcome, store, by: 'member' })
    expect(state.data[action.as]).toEqual(store)
    expect(Object.keys(store)).toEqual(
      expect.arrayContaining(['minutes', 'present', 'for', 'against']),
    )
    expect(store['present']).toBeGreaterThanOrEqual(action.quorum)
  })

  it('can fail: another day, another path and a decision that the regulation does not allow are noticed', () => {
    const one = all.find(({ name }) => name === `${land.ref} office-resolution.yaml`)
    const text = one?.file.text ?? ''
    const moved = parseExample(
      text.replace('examine: 2017-02-07 18:30:00', 'examine: 2017-02-08 18:30:00'),
    )
    expect(differences(moved, runExample(land, moved, facts))).toEqual([
      'term of examine: expected "2017-02-08 18:30:00", came "2017-02-07 18:30:00"',
    ])
    const wrong = parseExample(text.replace('outcome: positive', 'outcome: approved'))
    expect(() => runExample(land, wrong, facts)).toThrow('CASE_OUTCOME_UNKNOWN')
  })
})

describe('an edition in force', () => {
  const of = (service: string) =>
    editions.map(({ edition }) => edition).filter((one) => one.service === service)
  const on = (service: string, day: string, kept: Parameters<typeof editionInForce>[1] = []) =>
    editionInForce(of(service), kept, plainDate(day))?.edition

  it.each([
    ['2015-11-12', undefined],
    ['2015-11-13', '2015-11-13'],
    ['2016-04-28', '2015-11-13'],
    ['2016-04-29', '2016-04-29'],
    ['2017-01-27', '2017-01-27'],
    ['2026-11-22', '2017-01-27'],
  ])('of land.purpose-change on %s is %s', (day, edition) => {
    expect(on('land.purpose-change', day)).toBe(edition)
  })

  it('ends with its act, unless the country keeps it', () => {
    const [last] = of('justice.realty-absence').toSorted((a, b) => (a.edition < b.edition ? 1 : -1))
    const end = plainDate(last?.inForce.to ?? '')
    const text = { kk: 'к', ru: 'к', en: 'k' }
    const kept = [{ service: 'justice.realty-absence', edition: '2012-04-10', from: end, text }]
    expect(on('justice.realty-absence', addDays(end, -1))).toBe('2012-04-10')
    expect(on('justice.realty-absence', end)).toBeUndefined()
    expect(on('justice.realty-absence', end, kept)).toBe('2012-04-10')
    expect(on('justice.realty-absence', '2011-09-01', kept)).toBe('2011-08-26')
  })
})

describe('a published edition', () => {
  const copy = () => {
    const root = join(mkdtempSync(join(tmpdir(), 'regulations-')), 'regulations')
    cpSync('regulations', root, {
      recursive: true,
      // One service is enough, and quick to read again and again.
      filter: (path) => !/editions\.lock$|\/justice\b|land\/(?!purpose-change)[a-z]/.test(path),
    })
    return root
  }

  it('is locked once, and refused when one of its files changes', async () => {
    const root = copy()
    const { editions: read } = must(await checkRegulations({ root, world }))
    expect(must(await loadRegulations({ root, world })).unpublished).toHaveLength(read.length)
    expect(must(await lockEditions(root, read))).toHaveLength(read.length)
    expect(must(await lockEditions(root, read))).toEqual([])
    expect(must(await loadRegulations({ root, world })).unpublished).toEqual([])
    const path = join(root, 'land/purpose-change/editions/2016-04-29/form.yaml')
    writeFileSync(path, `${readFileSync(path, 'utf8')}# changed\n`)
    expect(await loadRegulations({ root, world })).toMatchObject({
      error: {
        code: 'REGULATION_EDITION_CHANGED',
        params: { ref: 'land.purpose-change@2016-04-29' },
      },
    })
  })

  it('that is unsound is refused with file, line and reason', async () => {
    const root = copy()
    const path = join(root, 'land/purpose-change/editions/2016-04-29/regulation.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('done: assign', 'done: asign'))
    const loaded = await loadRegulations({ root, world })
    expect(loaded).toMatchObject({ error: { code: 'REGULATION_UNSOUND' } })
    expect(!loaded.ok && loaded.error.params['message']).toContain('asign')
  })

  it('may not vanish, and a broken lock is told', async () => {
    const root = copy()
    const lock = join(root, 'editions.lock')
    writeFileSync(lock, `land.purpose-change@2001-01-01: ${'0'.repeat(64)}\n`)
    const { problems } = must(await checkRegulations({ root, world }))
    expect(problems.map(({ code }) => code)).toEqual(['REGULATION_EDITION_MISSING'])
    writeFileSync(lock, 'land.purpose-change@2001-01-01: abc\n')
    expect(await loadRegulations({ root, world })).toMatchObject({
      error: { code: 'REGULATION_LOCK_MALFORMED' },
    })
  })
})

describe('the table of actions', () => {
  it('has the ten actions of the act with their terms, in its own words', () => {
    const rows = actionTable(land, 'office')?.rows ?? []
    expect(rows.map(({ no, term }) => `${no} ${term.kk}`)).toEqual([
      '1 15 (он бес) минут',
      '2 1 (бір) жұмыс күні ішінде',
      '3 2 (екі) сағат ішінде',
      '4 2 (екі) жұмыс күні ішінде',
      '5 5 (бес) жұмыс күні ішінде',
      '6 1 (бір) жұмыс күні ішінде',
      '7 4 (төрт) жұмыс күні ішінде',
      '8 2 (екі) жұмыс күні ішінде',
      '9 5 (бес) жұмыс күні ішінде',
      '10 1 (бір) жұмыс күні ішінде',
    ])
  })

  it('prints on a terminal of 150 columns in every language', () => {
    const table = actionTable(land, 'office')
    if (table === undefined) throw new Error('no table')
    for (const lang of LANGS) {
      const lines = printActionTable(table, lang).split('\n')
      expect(Math.max(...lines.slice(1).map((line) => line.length))).toBeLessThanOrEqual(150)
    }
    expect(actionTable(land, 'portal')).toBeUndefined()
  })
})

describe('a swimlane diagram', () => {
  it.each(channels)(
    'of %s, %s, is BPMN 2.0 that reads back without warnings, with all its coordinates',
    async (ref, channel) => {
      const { bpmn } = await swimlane(editionOf(ref), channel, 'kk')
      const { warnings, elementsById } = await new BpmnModdle().fromXML(bpmn)
      expect(warnings).toEqual([])
      const drawn = Object.keys(elementsById).filter((id) => /^(node|flow|lane)_/.test(id))
      const isDrawn = (id: string) => `${id}_shape` in elementsById || `${id}_edge` in elementsById
      expect(drawn.filter((id) => !/_(shape|edge)$/.test(id) && !isDrawn(id))).toEqual([])
    },
  )

  it.each(channels)(
    'of %s, %s, is an SVG with title and description, without style and script',
    async (ref, channel) => {
      for (const lang of LANGS) {
        const { svg } = await swimlane(editionOf(ref), channel, lang)
        expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/)
        expect(svg).not.toMatch(/<style|style=|<script|NaN|undefined/)
      }
    },
  )

  it('has no such channel to draw: it says so', async () => {
    await expect(swimlane(land, 'post', 'kk')).rejects.toThrow(RangeError)
  })
})

describe('the application for marriage', () => {
  const marriage = editionOf('justice.marriage-application@2011-08-26')
  const iin = (base: string) => `${base}${controlDigit(base)}`
  const faultsOf = (own: string, partner: string) =>
    checkForm(
      marriage,
      'request',
      { partner },
      { party: { kind: 'person', number: own }, case: { language: 'kk' }, today: '2026-11-27' },
    ).errors.flatMap(({ field, code }) => (code === 'FORM_RULE' ? [field] : []))
  const grown = iin('90101030010')

  it('tells at the field that one of the two is not of age', () => {
    expect(faultsOf(grown, iin('15061260001'))).toEqual(['partner'])
    expect(faultsOf(grown, iin('08112860001'))).toEqual(['partner'])
    expect(faultsOf(grown, iin('08112760001'))).toEqual([])
    expect(faultsOf(iin('09112750001'), iin('08112760001'))).toEqual(['number'])
  })
})
