import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, parseDatabaseUrl, useExternalPostgres } from './index.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let db: TestDatabase
let dir: string
beforeEach(async () => {
  db = await testDatabase([])
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-external-'))
})
afterEach(async () => {
  fs.rmSync(dir, { recursive: true })
  await db.close()
})

const url = (password: string) => {
  const { user, host, database } = db.connection
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}`
}

test('the parts of an address are read, with a socket folder and with TLS', () => {
  expect(
    parseDatabaseUrl('postgres://u%40x:p%2Fw@db.example:6432/state?sslmode=verify-full'),
  ).toEqual({
    ok: true,
    value: {
      host: 'db.example',
      port: 6432,
      database: 'state',
      user: 'u@x',
      password: 'p/w',
      ssl: { rejectUnauthorized: true },
    },
  })
  expect(parseDatabaseUrl('postgresql://u@/state?host=/run/pg')).toMatchObject({
    ok: true,
    value: { host: '/run/pg', port: 5432, user: 'u', password: '', ssl: false },
  })
})

test.each([
  '',
  'mysql://u:p@h/d',
  'postgres://h/d',
  'postgres://u@h',
  'postgres://u@h/d?sslmode=perhaps',
  'postgres://[',
])('the address %j is refused', (text) => {
  expect(parseDatabaseUrl(text)).toMatchObject({ ok: false, error: { code: 'DB_BAD_URL' } })
})

test('another PostgreSQL is used by its address, and is not stopped', async () => {
  const server = await useExternalPostgres({ url: url(db.connection.password), dir })
  if (!server.ok) throw new Error(server.error.code)
  expect(server.value.started).toBe(false)
  await server.value.stop()
  const again = await useExternalPostgres({ url: url(db.connection.password), dir })
  expect(again.ok && again.value.rolePasswords).toEqual(server.value.rolePasswords)
  expect(await migrate({ ...db, modules: [] })).toMatchObject({ ok: true })
})

test('a server that does not let us in is refused without naming the password', async () => {
  const refused = await useExternalPostgres({ url: url('wrong-secret'), dir })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'DB_UNREACHABLE', params: { reason: '28P01' } },
  })
  expect(JSON.stringify(refused)).not.toContain('wrong-secret')
  expect(await useExternalPostgres({ url: 'postgres://u:p@127.0.0.1:1/d', dir })).toMatchObject({
    ok: false,
    error: { code: 'DB_UNREACHABLE', params: { reason: 'ECONNREFUSED' } },
  })
})
