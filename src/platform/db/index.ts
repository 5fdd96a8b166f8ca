export { parseDatabaseUrl, type PostgresConnection, type PostgresServer } from './connection.ts'
export { connectDatabase, inTransaction, type Database, type Sql } from './database.ts'
export {
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
  type StartStep,
} from './embedded.ts'
export { isAlive } from './is-alive.ts'

export { useExternalPostgres } from './external.ts'
export { migrate, type MigrateOptions } from './migrate.ts'
export {
  type DatabaseRole,
  type Migration,
  type RolePasswords,
  type SchemaModule,
} from './schema-module.ts'
export { type SqlCall, writeCalls } from './sql-call.ts'
