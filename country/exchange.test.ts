import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS, plainDate } from '#core/kernel'
import type { DatabaseRole } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import { civilActIntake, civilActsSchema, officeIntake } from '#registries/civil-acts'
import {
  exportFile,
  importFile,
  type Intake,
  type RejectedRecord,
  rejectionText,
  takeAll,
} from '#registries/kit'
import { landIntake, landSchema } from '#registries/land'
import { legalEntitiesSchema, legalEntityIntake } from '#registries/legal-entities'
import { notarySchema, powerIntake } from '#registries/notary'
import { personIntake, personsSchema } from '#registries/persons'
import { realtyIntake, realtySchema } from '#registries/realty'
import { createCountry } from './index.ts'

const country = createCountry({ today: plainDate('2026-11-22'), size: 300 })
const schemas = [
  personsSchema,
  legalEntitiesSchema,
  realtySchema,
  landSchema,
  civilActsSchema,
  notarySchema,
]
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-exchange-'))
let full: Awaited<ReturnType<typeof testDatabase>>
let empty: Awaited<ReturnType<typeof testDatabase>>

interface Part<R> {
  readonly role: DatabaseRole
  readonly intake: Intake<R>
  readonly rows: readonly R[]
}
/** Closes a kind of records over its type. */
function part<R>({ role, intake, rows }: Part<R>) {
  const pool = (at: typeof full): pg.Pool => at.database.pool(role)
  return {
    name: intake.table,
    count: rows.length,
    fill: () => takeAll(pool(full), intake, rows),
    write: (at: typeof full, file: string) => exportFile(pool(at), intake, { file }),
    read: (file: string, dryRun = false) => {
      const rejected: RejectedRecord[] = []
      const onRejected = (some: readonly RejectedRecord[]) => rejected.push(...some)
      return importFile({ pool: pool(empty), intake, file, dryRun, onRejected }).then((done) => ({
        ...done,
        rejected,
      }))
    },
  }
}
const PARTS = [
  part({ role: 'registry_persons', intake: personIntake, rows: country.persons }),
  part({ role: 'registry_legal_entities', intake: legalEntityIntake, rows: country.legalEntities }),
  part({ role: 'registry_realty', intake: realtyIntake, rows: country.realty }),
  part({ role: 'registry_land', intake: landIntake, rows: country.land }),
  part({ role: 'registry_civil_acts', intake: officeIntake, rows: country.offices }),
  part({ role: 'registry_civil_acts', intake: civilActIntake, rows: country.civilActs }),
  part({ role: 'registry_notary', intake: powerIntake, rows: country.powers }),
]
const [persons] = PARTS
if (persons === undefined) throw new Error('no persons')

beforeAll(async () => {
  full = await testDatabase(schemas)
  empty = await testDatabase(schemas)
  for (const one of PARTS) await one.fill()
})
afterAll(async () => {
  await full.close()
  await empty.close()
  fs.rmSync(folder, { recursive: true })
})

const text = (file: string) => fs.readFileSync(file, 'utf8')
const nothingRejected = (count: number) => ({ read: count, accepted: count, rejected: [] })

test.each(PARTS)(
  '$name: what one installation exports as a table another imports whole',
  async (one) => {
    const [csv, json, again] = ['csv', 'json', 'again.json'].map((end) =>
      path.join(folder, `${one.name}.${end}`),
    )
    if (csv === undefined || json === undefined || again === undefined) throw new Error('no names')
    expect(await one.write(full, csv)).toBe(one.count)
    expect(await one.write(full, json)).toBe(one.count)
    expect(await one.read(csv, true)).toEqual(nothingRejected(one.count))
    expect(await one.read(csv)).toEqual(nothingRejected(one.count))
    await one.write(empty, again)
    expect(text(again)).toBe(text(json))
  },
)

test('an import begun again takes nothing twice; the same records from another file are rejected one by one', async () => {
  const csv = path.join(folder, 'person.csv')
  expect(await persons.read(csv)).toEqual(nothingRejected(persons.count))
  const other = await persons.read(path.join(folder, 'person.json'))
  expect(other).toMatchObject({ read: persons.count, accepted: 0 })
  expect(other.rejected[0]?.code).toMatch(/_pk$/)
})

test('a rejected record is told by its row, its key and its rule in three languages, and the others are taken', async () => {
  const [header = '', first = ''] = text(path.join(folder, 'person.csv')).split('\n')
  const at = (name: string) => header.split(',').indexOf(name)
  const change = (name: string, value: string) =>
    first
      .split(',')
      .map((cell, i) => (i === at(name) ? value : cell))
      .join(',')
  const file = path.join(folder, 'wrong.csv')
  fs.writeFileSync(
    file,
    ['\uFEFF' + header, change('iin', '840731400432'), '', change('sex', 'x')].join('\r\n'),
  )
  const { rejected } = await persons.read(file)
  expect(rejected).toMatchObject([
    { at: 2, key: '840731400432', code: 'person_iin_control_digit' },
    { at: 4, code: 'value:sex' },
  ])
  expect(rejectionText('person_iin_control_digit').code).toBe('IMPORT_CONTROL_DIGIT')
  expect(rejectionText('value:sex')).toMatchObject({
    code: 'IMPORT_BAD_VALUE',
    params: { at: 'sex' },
  })
  for (const lang of LANGS)
    expect(rejectionText('residence_of_person').text[lang]).toContain('{rule}')
})

test('a table with a column that nobody knows, or without the key, is refused', async () => {
  const file = path.join(folder, 'columns.csv')
  fs.writeFileSync(file, 'iin;shoe size\n1;2\n')
  await expect(persons.read(file)).rejects.toMatchObject({
    refusal: { code: 'IMPORT_UNKNOWN_COLUMN' },
  })
  fs.writeFileSync(file, 'sex\nmale\n')
  await expect(persons.read(file)).rejects.toMatchObject({ refusal: { code: 'IMPORT_NO_KEY' } })
})
