import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '#platform/db'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { casesSchema } from './cases-schema.ts'
import { lastSignature } from './signature-store.ts'

let test: TestDatabase
beforeAll(async () => {
  const before = { ...casesSchema, migrations: casesSchema.migrations.slice(0, 2) }
  test = await testDatabase([before])
})
afterAll(() => test.close())

it('signatures kept before belong to the action that they were made at, once the schema is brought up to date', async () => {
  const pool = test.database.pool('app')
  const id = randomUUID()
  await pool.query('select cases.keep_signature($1, 2, $2, $2, now())', [id, Buffer.of(1)])
  const data = {
    action: 'signRequest',
    visit: 2,
    outcome: 'done',
    store: { sha256: 'x', visit: 2 },
  }
  await pool.query(
    `insert into cases.case_event (case_id, seq, type, actor, data, at, hash)
     values ($1, 9, 'completed', '{}', $2, now(), sha256('x'))`,
    [id, JSON.stringify(data)],
  )
  const { connection, rolePasswords } = test
  const done = await migrate({ connection, rolePasswords, modules: [casesSchema] })
  expect(done).toEqual({ ok: true, value: { applied: casesSchema.migrations.length - 2 } })
  expect(await lastSignature(pool, id)).toMatchObject({ action: 'signRequest', visit: 2 })
  expect(await lastSignature(pool, id, 'another')).toBeUndefined()
})
