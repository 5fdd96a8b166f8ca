import { createHash } from 'node:crypto'
import pg from 'pg'
import { ok, refuse, type Result } from '#core/kernel'
import { adminConfig, type PostgresConnection } from './connection.ts'
import { dbErrors } from './errors.ts'
import { ensureRoles } from './roles.ts'
import {
  DATABASE_ROLES,
  type Migration,
  type RolePasswords,
  roleName,
  type SchemaModule,
} from './schema-module.ts'
import { errorCode } from './error-code.ts'

export interface MigrateOptions {
  readonly connection: PostgresConnection
  readonly modules: readonly SchemaModule[]
  readonly rolePasswords: RolePasswords
}

/** Any fixed number: whoever migrates this database holds the advisory lock of this name. */
const LOCK = 7_183_001

const BOOKKEEPING = `
create schema if not exists platform;
create table if not exists platform.migration (
  schema text not null,
  id integer not null constraint migration_id_positive check (id > 0),
  name text not null,
  hash text not null,
  applied_at timestamptz not null default now(),
  constraint migration_pk primary key (schema, id)
)`

export const migrationHash = (migration: Migration): string =>
  createHash('sha256').update(`${migration.id}\n${migration.name}\n${migration.sql}`).digest('hex')

interface Applied {
  readonly schema: string
  readonly id: number
  readonly hash: string
}

function checkApplied(module: SchemaModule, applied: readonly Applied[]): Result<void> {
  for (const { schema, id, hash } of applied) {
    const known = module.migrations.find((migration) => migration.id === id)
    if (known === undefined) return refuse(dbErrors.NEWER_SCHEMA({ schema, id }))
    if (migrationHash(known) !== hash) return refuse(dbErrors.CHANGED_MIGRATION({ schema, id }))
  }
  return ok(undefined)
}

async function inAdminTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function openSchema(client: pg.Client, module: SchemaModule): Promise<void> {
  const { schema } = module
  const role = roleName(module.role)
  await client.query(`create schema if not exists ${schema}`)
  await client.query(`revoke all on schema ${schema} from public`)
  await client.query(`grant usage on schema ${schema} to ${role}`)
  // Rights come with each table as it is made; so what a migration takes away later stays taken away.
  const defaults = `alter default privileges in schema ${schema} grant`
  await client.query(`${defaults} select, insert, update, delete on tables to ${role}`)
  await client.query(`${defaults} usage, select on sequences to ${role}`)
}

async function apply(client: pg.Client, schema: string, migration: Migration): Promise<void> {
  await inAdminTransaction(client, async () => {
    await client.query(`set local search_path to ${schema}`)
    await client.query(migration.sql)
    await client.query(
      'insert into platform.migration (schema, id, name, hash) values ($1, $2, $3, $4)',
      [schema, migration.id, migration.name, migrationHash(migration)],
    )
  })
}

async function openToOthers(client: pg.Client, module: SchemaModule): Promise<void> {
  for (const { role, sql } of module.grants ?? []) {
    await client.query(`grant usage on schema ${module.schema} to ${roleName(role)}`)
    await client.query(`grant ${sql} to ${roleName(role)}`)
  }
}

async function closeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database)
  const roles = DATABASE_ROLES.map(roleName).join(', ')
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${roles}`)
}

async function migrateLocked(
  client: pg.Client,
  options: MigrateOptions,
): Promise<Result<{ applied: number }>> {
  const { connection, modules, rolePasswords } = options
  await client.query(BOOKKEEPING)
  const rows = await client.query<Applied>('select schema, id, hash from platform.migration')
  for (const module of modules) {
    const checked = checkApplied(
      module,
      rows.rows.filter((row) => row.schema === module.schema),
    )
    if (!checked.ok) return checked
  }
  await ensureRoles(client, connection, rolePasswords)
  await closeDatabase(client, connection.database)
  let applied = 0
  for (const module of modules) {
    const done = new Set(
      rows.rows.filter((row) => row.schema === module.schema).map((row) => row.id),
    )
    await openSchema(client, module)
    for (const migration of module.migrations.filter(({ id }) => !done.has(id))) {
      await apply(client, module.schema, migration)
      applied += 1
    }
  }
  for (const module of modules) await openToOthers(client, module)
  return ok({ applied })
}

function migrationRefusal(error: unknown, dir: string): Result<never> {
  const code = errorCode(error)
  if (code === '53100') return refuse(dbErrors.DISK_FULL({ dir }))
  if (code === '42501') return refuse(dbErrors.NO_PRIVILEGE())
  throw error
}

/**
 * Brings the database to the state that `modules` describe: roles, schemas, rights, and each migration that has not run
 * yet, in a transaction of its own. Forward only; any number of processes may call it at once, one does the work.
 * Modules are taken in the given order; schemas that it is not told about are left alone.
 * Refuses with DB_NEWER_SCHEMA, DB_CHANGED_MIGRATION, DB_DISK_FULL, DB_NO_PRIVILEGE; broken SQL throws.
 */
export async function migrate(options: MigrateOptions): Promise<Result<{ applied: number }>> {
  const client = new pg.Client(adminConfig(options.connection))
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await migrateLocked(client, options)
  } catch (error) {
    return migrationRefusal(error, options.connection.host)
  } finally {
    await client.end().catch(() => {})
  }
}
