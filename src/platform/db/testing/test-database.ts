import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import {
  connectDatabase,
  type Database,
  migrate,
  type PostgresConnection,
  type RolePasswords,
  type SchemaModule,
} from '../index.ts'

/** The server of this test run, as `test/setup/postgres.ts` provides it. */
interface TestServer {
  readonly connection: PostgresConnection
  readonly rolePasswords: RolePasswords
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

export interface TestDatabase {
  readonly database: Database
  readonly connection: PostgresConnection
  readonly rolePasswords: RolePasswords
  close(): Promise<void>
}

async function asAdministrator<T>(
  server: TestServer,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function makeTemplate(
  server: TestServer,
  template: string,
  modules: readonly SchemaModule[],
): Promise<void> {
  await asAdministrator(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const made = await client.query('select from pg_database where datname = $1', [template])
    if (made.rowCount !== 0) return
    const draft = `${template}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft}`)
    const { rolePasswords } = server
    const connection = { ...server.connection, database: draft }
    const done = await migrate({ connection, modules, rolePasswords })
    if (!done.ok) throw new Error(`${done.error.code}: ${done.error.text.en}`)
    await client.query(`alter database ${draft} rename to ${template}`)
  })
}

/** A fresh database with `modules` migrated, cloned from a template that is made once for the same migrations. */
export async function testDatabase(modules: readonly SchemaModule[]): Promise<TestDatabase> {
  const server = inject('postgres')
  const hash = createHash('sha256').update(JSON.stringify(modules)).digest('hex').slice(0, 16)
  const template = `template_${hash}`
  await makeTemplate(server, template, modules)
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdministrator(server, async (client) => {
    await client.query(`create database ${name} template ${template}`)
    // Rights on a database are not copied with it.
    await client.query(`revoke all on database ${name} from public`)
    await client.query(
      `grant connect on database ${name} to ${[...new Set(Object.keys(server.rolePasswords))].map((role) => `qyzmet_${role}`).join(', ')}`,
    )
  })
  const connection = { ...server.connection, database: name }
  const database = connectDatabase({ connection, secrets: server.rolePasswords })
  return {
    database,
    connection,
    rolePasswords: server.rolePasswords,
    async close() {
      await database.close()
      await asAdministrator(server, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}
