import type { ClientConfig } from 'pg'
import { ok, refuse, type Result } from '#core/kernel'
import { dbErrors } from './errors.ts'
import { type DatabaseRole, type RolePasswords, roleName } from './schema-module.ts'

/** Where a PostgreSQL server is and who administers our database there. `host` may be a socket directory. */
export interface PostgresConnection {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl?: false | { readonly rejectUnauthorized: boolean }
}

/** A server to work with, started by us or not; `stop` ends only what this process is responsible for. */
export interface PostgresServer {
  readonly connection: PostgresConnection
  readonly rolePasswords: RolePasswords
  readonly started: boolean
  stop(): Promise<void>
}

const SSL_MODES: Record<string, PostgresConnection['ssl']> = {
  disable: false,
  require: { rejectUnauthorized: false },
  'verify-ca': { rejectUnauthorized: true },
  'verify-full': { rejectUnauthorized: true },
}

/** Reads `postgres://user:password@host:5432/database?sslmode=require`; a socket directory goes into `?host=/dir`. */
export function parseDatabaseUrl(text: string): Result<PostgresConnection> {
  // A URL with a user must have a host; with a socket directory there is none to write.
  const spelled = text.replace(/^(postgres(?:ql)?:\/\/[^/]*@)\//, '$1localhost/')
  if (!/^postgres(ql)?:\/\//.test(spelled) || !URL.canParse(spelled))
    return refuse(dbErrors.BAD_URL())
  const url = new URL(spelled)
  const database = decodeURIComponent(url.pathname.slice(1))
  const user = decodeURIComponent(url.username)
  const mode = url.searchParams.get('sslmode') ?? 'disable'
  if (database === '' || user === '' || !(mode in SSL_MODES)) return refuse(dbErrors.BAD_URL())
  return ok({
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database,
    user,
    password: decodeURIComponent(url.password),
    ssl: SSL_MODES[mode] ?? false,
  })
}

/** What `pg` needs to connect as the administrator. */
export const adminConfig = (connection: PostgresConnection): ClientConfig => ({
  ...connection,
  application_name: 'qyzmet admin',
  connectionTimeoutMillis: 10_000,
})

/** What `pg` needs to connect as one of our roles. */
export const roleConfig = (
  connection: PostgresConnection,
  role: DatabaseRole,
  passwords: RolePasswords,
): ClientConfig => ({
  ...adminConfig(connection),
  user: roleName(role),
  password: passwords[role],
  application_name: roleName(role),
})
