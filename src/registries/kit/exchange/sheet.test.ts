import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { list, orNothing, text, whole, words } from '../cells.ts'
import { createJsonCutter, type JsonPiece } from './json-cutter.ts'
import { createSheet } from './sheet.ts'

const row = z.object({
  id: text('Key'),
  name: words('Name'),
  term: orNothing(z.object({ years: whole('Years') })),
  codes: list(text('Code')),
  versions: list(
    z.object({ since: text('Since'), people: list(z.object({ role: text('Role') })) }),
  ),
})
const sheet = createSheet(row)

test('a column is named by the path of its member and says what it means', () => {
  expect(sheet.columns).toEqual([
    { name: 'id', about: 'Key' },
    { name: 'name.kk', about: 'Name, in Kazakh' },
    { name: 'name.ru', about: 'Name, in Russian' },
    { name: 'term.years', about: 'Years' },
    { name: 'codes', about: 'Code' },
    { name: 'versions.since', about: 'Since' },
    { name: 'versions.people.role', about: 'Role' },
  ])
})

test('further items of lists stand in further lines', () => {
  const record = {
    id: '1',
    name: { kk: 'а', ru: 'б' },
    term: null,
    codes: ['x', 'y'],
    versions: [{ since: 's1', people: [{ role: 'p' }, { role: 'q' }] }],
  }
  expect(sheet.write(record)).toEqual([
    {
      id: '1',
      'name.kk': 'а',
      'name.ru': 'б',
      codes: 'x',
      'versions.since': 's1',
      'versions.people.role': 'p',
    },
    { codes: 'y', 'versions.people.role': 'q' },
  ])
})

const cell = fc.string({ minLength: 1, maxLength: 5 })
const record = fc.record({
  id: cell,
  name: fc.record({ kk: cell, ru: cell }),
  term: fc.option(fc.record({ years: fc.integer() })),
  codes: fc.array(cell, { maxLength: 4 }),
  versions: fc.array(
    fc.record({ since: cell, people: fc.array(fc.record({ role: cell }), { maxLength: 4 }) }),
    { maxLength: 4 },
  ),
})

test('what was written is read as it was', () => {
  fc.assert(
    fc.property(record, (value) => {
      const [first = {}, ...more] = sheet.write(value)
      const read = sheet.read(first)
      for (const cells of more) sheet.add(read, cells)
      expect(read).toEqual(value)
    }),
  )
})

test('JSON is cut into its values wherever its chunks end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (values, size, lines) => {
        const all = [{}, ...values]
        const json = lines
          ? all.map((one) => JSON.stringify(one)).join('\n')
          : JSON.stringify(all, null, 1)
        const cutter = createJsonCutter()
        const found: JsonPiece[] = []
        for (let i = 0; i < json.length; i += size)
          found.push(...cutter.cut(json.slice(i, i + size)))
        found.push(...cutter.end())
        expect(found.map((piece): unknown => JSON.parse(piece.text))).toEqual(
          all.map((one) => JSON.parse(JSON.stringify(one)) as unknown),
        )
      },
    ),
  )
})

test('what a record of JSON leaves out is nothing, as an empty cell is', () => {
  const name = { kk: 'а', ru: 'б' }
  expect(sheet.complete({ id: '1', name, versions: [{ since: 's' }] })).toEqual({
    id: '1',
    name,
    term: null,
    codes: [],
    versions: [{ since: 's', people: [] }],
  })
  expect(row.safeParse(sheet.complete({ id: '1' })).error?.issues[0]?.path).toEqual(['name'])
})
