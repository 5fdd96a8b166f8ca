import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { list, orNothing, text } from '../cells.ts'
import { importsMigration } from '../imports-migration.ts'
import type { Intake } from '../intake.ts'
import { kitMigration } from '../kit-migration.ts'
import { ImportRefused, rejectionText } from './errors.ts'
import { importFile, type RejectedRecord } from './import-file.ts'
import { rejectedName, rejectedText } from './rejected-file.ts'

const row = z.object({
  id: text('Key'),
  name: text('Name'),
  note: orNothing(text('Note')),
  codes: list(text('Code')),
})
type Row = z.output<typeof row>

const schema = {
  schema: 'reg_persons',
  role: 'registry_persons',
  migrations: [
    kitMigration,
    {
      id: 2,
      name: 'things',
      sql: 'create table thing (id text constraint thing_pk primary key, row jsonb not null)',
    },
    importsMigration(3),
  ],
} as const

const intake: Intake<Row> = {
  schema: 'reg_persons',
  table: 'thing',
  column: 'id',
  row,
  keyed: 'id',
  key: ({ id }) => id,
  objection: () => undefined,
  statement: `insert into reg_persons.thing select value->>'id', value from jsonb_array_elements($1::jsonb)`,
  read: `select id as key, row from reg_persons.thing where id > $1 order by id limit $2`,
}

let test: TestDatabase
let folder: string
beforeAll(async () => {
  test = await testDatabase([schema])
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-import-'))
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true })
  await test.close()
})
const pool = () => test.database.pool('registry_persons')
afterEach(() => pool().query('delete from reg_persons.thing'))

const taken = async () =>
  (await pool().query<{ row: Row }>('select row from reg_persons.thing order by id')).rows.map(
    (one) => one.row,
  )

async function take(name: string, content: string | Uint8Array, dryRun = false) {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  const rejected: RejectedRecord[] = []
  try {
    const done = await importFile({
      pool: pool(),
      intake,
      file,
      dryRun,
      onRejected: (some) => void rejected.push(...some),
    })
    return { ...done, told: rejected.map(({ at, code }) => `${at} ${rejectionText(code).code}`) }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return error.refusal
  }
}

/** The file of records that were rejected from this one. */
async function rejectedOf(name: string, content: string) {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  let written = ''
  await importFile({
    pool: pool(),
    intake,
    file,
    dryRun: false,
    onRejected(some) {
      for (const { at, code, original } of some)
        written += rejectedText(
          original,
          { row: at, code: rejectionText(code).code, text: 'why' },
          written === '',
        )
    },
  })
  return { name: path.basename(rejectedName(file)), written }
}

describe('a file that is not UTF-8', () => {
  // The name Иван as a spreadsheet writes it in Windows-1251.
  const cp1251 = Buffer.concat([
    Buffer.from('id,name\n1,Абай\n2,'),
    Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 0x0a]),
  ])
  it.each([true, false])('is refused with line and byte, and nothing is taken', async (dry) => {
    expect(await take('a.csv', cp1251, dry)).toMatchObject({
      code: 'IMPORT_NOT_UTF8',
      params: { line: 3, byte: 22 },
    })
    expect(await taken()).toEqual([])
  })
  it('is found out far behind its beginning, and when it ends within a character', async () => {
    const long = Buffer.from(`id,name\n${'ә'.repeat(100_001)}`)
    expect(await take('b.csv', Buffer.concat([long, Buffer.from([0xc8])]))).toMatchObject({
      code: 'IMPORT_NOT_UTF8',
      params: { line: 2, byte: long.length + 1 },
    })
    expect(await take('c.json', Buffer.from([0xff, 0xfe, 0x7b, 0x00]))).toMatchObject({
      code: 'IMPORT_NOT_UTF8',
    })
  })
  it('is not one that begins with a byte order mark', async () => {
    expect(await take('d.csv', '\uFEFFid,name\n1,Абай\n')).toMatchObject({ accepted: 1 })
    expect(await take('d.json', '\uFEFF[{"id":"2","name":"Абай"}]')).toMatchObject({ accepted: 1 })
  })
})

describe('lines of a table', () => {
  it('with too few or too many cells are rejected alone, with the whole of their record', async () => {
    const content = 'id,name,codes\n1,А,x\n2,Б\n3,В,x,y\n4,Г,x\n4,,y,z\n5,Д,x\n'
    expect(await take('e.csv', content)).toMatchObject({
      read: 5,
      accepted: 2,
      rejected: 3,
      told: ['3 IMPORT_ROW_WIDTH', '4 IMPORT_ROW_WIDTH', '5 IMPORT_ROW_WIDTH'],
    })
    expect((await taken()).map(({ id }) => id)).toEqual(['1', '5'])
  })
  it.each(['3,"В,x\n4,Г,x\n', '3,В "x",x\n4,Г,x\n', '3,"В"x,x\n'])(
    'behind a wrong quotation mark are not read; records are taken up to that which may go on there: %j',
    async (bad) => {
      const content = `id,name,codes\n1,А,x\n2,Б,x\n${bad}`
      for (const dry of [true, false])
        expect(await take('f.csv', content, dry)).toMatchObject({
          read: 1,
          accepted: 1,
          stopped: { code: 'IMPORT_BAD_QUOTES', params: { line: 4 } },
        })
    },
  )
})

describe('JSON', () => {
  it.each(['not json at all', '{"id":"1","name":"А"} and more', '[nothing]', '[{}] {}', '[{} {}]'])(
    'that is none is refused: %s',
    async (content) => {
      const done = await take('g.json', content)
      expect('stopped' in done ? done.stopped : done).toMatchObject({ code: 'IMPORT_NOT_JSON' })
    },
  )
  it('that breaks off gives the records before, and says so', async () => {
    const [one, two] = ['{"id":"1","name":"А"}', '{"id":"2","name":"Б"}']
    expect(await take('h.json', `[${one},\n${two},\n{"id":"3","na`)).toMatchObject({
      accepted: 2,
      stopped: { code: 'IMPORT_CUT_OFF', params: { line: 3 } },
    })
    expect(await take('i.json', '[{"id":"x"}, 5, null, {')).toMatchObject({
      read: 3,
      accepted: 0,
      told: ['1 IMPORT_BAD_VALUE', '2 IMPORT_NOT_A_RECORD', '3 IMPORT_NOT_A_RECORD'],
      stopped: { code: 'IMPORT_CUT_OFF' },
    })
    expect(await take('j.json', '[')).toMatchObject({ code: 'IMPORT_CUT_OFF' })
  })
  it('may leave out what may be empty', async () => {
    expect(await take('k.json', '{"id":"1","name":"А"}\n')).toMatchObject({ accepted: 1 })
    expect(await taken()).toEqual([{ id: '1', name: 'А', note: null, codes: [] }])
  })
})

describe('rejected records', () => {
  it('of a table are written as they were, to be mended and imported again', async () => {
    const { name, written } = await rejectedOf(
      'l.csv',
      'id;name;codes\n1;А;x\n2;;y\n2;;z\n3;В;x;y\n',
    )
    expect([name, written]).toEqual([
      'l.rejected.csv',
      'rejection.row,rejection.code,rejection.text,id,name,codes\n3,IMPORT_BAD_VALUE,why,2,,y\n,,,2,,z\n5,IMPORT_ROW_WIDTH,why,3,В,x,y\n',
    ])
    const mended = written.replace('2,,y', '2,Б,y').replace('x,y', 'x')
    expect(await take(name, mended)).toMatchObject({ accepted: 2, rejected: 0 })
    expect((await taken()).map(({ id, codes }) => [id, ...codes])).toEqual([
      ['1', 'x'],
      ['2', 'y', 'z'],
      ['3', 'x'],
    ])
    const again = await rejectedOf(name, written)
    expect(again.written).toContain('rejection.text,id,name,codes\n2,IMPORT_BAD_VALUE,why,2,,y\n')
  })
  it('of JSON are written one a line with what is wrong', async () => {
    const { name, written } = await rejectedOf(
      'm.json',
      '[{"id":"1"}, 5, {"id":"2","name":"Б"}, {"id":"2","name":"В"}]',
    )
    expect(name).toBe('m.rejected.jsonl')
    expect(
      written
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { id: '1', rejection: { row: 1, code: 'IMPORT_BAD_VALUE' } },
      { value: 5, rejection: { row: 2, code: 'IMPORT_NOT_A_RECORD' } },
      { id: '2', name: 'В', rejection: { row: 4, code: 'IMPORT_DUPLICATE' } },
    ])
    const mended = written.replace('"id":"1"', '"id":"1","name":"А"')
    expect(await take(name, mended)).toMatchObject({ accepted: 1, rejected: 2 })
  })
})
