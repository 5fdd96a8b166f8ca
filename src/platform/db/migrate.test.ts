import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectDatabase, type Database, migrate, type SchemaModule } from './index.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

const shop: SchemaModule = {
  schema: 'shop',
  role: 'app',
  migrations: [
    {
      id: 1,
      name: 'item',
      sql: 'create table item (id integer generated always as identity, name text)',
    },
    {
      id: 2,
      name: 'event',
      sql: 'create table event (id integer); revoke update, delete on event from qyzmet_app',
    },
  ],
  grants: [{ role: 'gateway', sql: 'insert on shop.event' }],
}
const register: SchemaModule = {
  schema: 'reg_realty',
  role: 'registry_realty',
  migrations: [{ id: 1, name: 'right', sql: 'create table ownership (holder text)' }],
}

let empty: TestDatabase
let database: Database
beforeEach(async () => {
  empty = await testDatabase([])
  database = empty.database
})
afterEach(() => empty.close())

const run = (modules: readonly SchemaModule[]) => migrate({ ...empty, modules })
const query = (role: Parameters<Database['pool']>[0], sql: string) => database.pool(role).query(sql)

test('what is new is applied, once', async () => {
  expect(await run([shop])).toEqual({ ok: true, value: { applied: 2 } })
  expect(await run([shop])).toEqual({ ok: true, value: { applied: 0 } })
  const more = {
    ...shop,
    migrations: [
      ...shop.migrations,
      { id: 3, name: 'price', sql: 'alter table item add price bigint' },
    ],
  }
  expect(await run([more, register])).toEqual({ ok: true, value: { applied: 2 } })
})

test('several processes that migrate at once do the work once', async () => {
  const all = await Promise.all([1, 2, 3].map(() => run([shop, register])))
  expect(all.map((one) => String(one.ok ? one.value.applied : one.error.code)).toSorted()).toEqual([
    '0',
    '0',
    '3',
  ])
})

test('a database of a newer program is refused and left as it is', async () => {
  await run([shop])
  const older = { ...shop, migrations: shop.migrations.slice(0, 1) }
  expect(await run([register, older])).toMatchObject({
    ok: false,
    error: { code: 'DB_NEWER_SCHEMA', params: { schema: 'shop', id: 2 } },
  })
  await expect(query('registry_realty', 'select from reg_realty.ownership')).rejects.toThrow(
    'does not exist',
  )
})

test('a migration that was changed after it ran is refused', async () => {
  await run([shop])
  const changed = {
    ...shop,
    migrations: shop.migrations.map((one) => ({ ...one, sql: `${one.sql} ` })),
  }
  expect(await run([changed])).toMatchObject({ ok: false, error: { code: 'DB_CHANGED_MIGRATION' } })
})

test('a migration that fails leaves nothing behind, and those before it stay', async () => {
  const broken = {
    ...shop,
    migrations: [
      ...shop.migrations,
      { id: 3, name: 'bad', sql: 'create table half (id integer); select 1/0' },
    ],
  }
  await expect(run([broken])).rejects.toThrow('division by zero')
  expect(await run([shop])).toEqual({ ok: true, value: { applied: 0 } })
  await expect(query('app', 'select from shop.half')).rejects.toThrow('does not exist')
})

test('a role works in its own schema and cannot read the table of another body', async () => {
  await run([shop, register])
  await query('app', "insert into shop.item (name) values ('a')")
  await query('app', "update shop.item set name = 'b'")
  expect((await query('app', 'select id, name from shop.item')).rows).toEqual([
    { id: 1, name: 'b' },
  ])
  await query('registry_realty', "insert into reg_realty.ownership values ('x')")
  for (const role of ['app', 'gateway', 'authority', 'registry_persons'] as const)
    await expect(query(role, 'select from reg_realty.ownership')).rejects.toThrow(
      'permission denied for schema',
    )
})

test('a role makes no tables, not even in the public schema, and no temporary ones', async () => {
  await run([shop])
  for (const name of ['shop.own', 'public.own', 'pg_temp.own'])
    await expect(query('app', `create table ${name} (id integer)`)).rejects.toMatchObject({
      code: '42501',
    })
})

test('a table that a migration made append-only stays so when it runs again', async () => {
  await run([shop])
  await run([shop])
  await query('app', 'insert into shop.event values (1)')
  await expect(query('app', 'update shop.event set id = 2')).rejects.toThrow('permission denied')
  await expect(query('app', 'delete from shop.event')).rejects.toThrow('permission denied')
})

test('a single right that a module opens to another role is that right alone', async () => {
  await run([shop])
  await query('gateway', 'insert into shop.event values (1)')
  await expect(query('gateway', 'select from shop.event')).rejects.toThrow('permission denied')
  await expect(query('gateway', 'select from shop.item')).rejects.toThrow('permission denied')
})

test('a role with a lost password gets the new one', async () => {
  const rolePasswords = { ...empty.rolePasswords, authority: 'another password' }
  const own = connectDatabase({ connection: empty.connection, secrets: rolePasswords })
  const admin = new pg.Client(empty.connection)
  await admin.connect()
  try {
    await expect(own.pool('authority').query('select 1')).rejects.toMatchObject({ code: '28P01' })
    await migrate({ connection: empty.connection, modules: [], rolePasswords })
    expect((await own.pool('authority').query('select 1 as n')).rows).toEqual([{ n: 1 }])
  } finally {
    await migrate({ ...empty, modules: [] })
    await own.close()
    await admin.end()
  }
})
