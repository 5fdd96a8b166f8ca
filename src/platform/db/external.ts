import pg from 'pg'
import { ok, refuse, type Result } from '#core/kernel'
import { adminConfig, parseDatabaseUrl, type PostgresServer } from './connection.ts'
import { openDataFolder } from './data-folder.ts'
import { dbErrors } from './errors.ts'
import { loadSecrets } from './secrets.ts'
import { errorCode } from './error-code.ts'

/** `server_version_num` of the oldest PostgreSQL that is supported. */
const OLDEST = 150_000

async function versionOf(client: pg.Client): Promise<number> {
  const shown = await client.query<{ server_version_num: string }>('show server_version_num')
  return Number(shown.rows[0]?.server_version_num)
}

/**
 * Uses a PostgreSQL that somebody else runs, named by a `postgres://` URL of a user who may create roles and schemas. The
 * passwords of our roles are kept in `dir/secrets.json`, as for the embedded one.
 * Refuses with DB_BAD_URL, DB_UNREACHABLE, DB_TOO_OLD, and what {@link openDataFolder} refuses with.
 */
export async function useExternalPostgres(options: {
  readonly url: string
  readonly dir: string
}): Promise<Result<PostgresServer>> {
  const connection = parseDatabaseUrl(options.url)
  if (!connection.ok) return connection
  const folder = openDataFolder(options.dir)
  if (!folder.ok) return folder
  const client = new pg.Client(adminConfig(connection.value))
  client.on('error', () => {})
  try {
    await client.connect()
    const version = await versionOf(client)
    if (version < OLDEST) return refuse(dbErrors.TOO_OLD({ found: Math.floor(version / 10_000) }))
  } catch (error) {
    return refuse(dbErrors.UNREACHABLE({ reason: errorCode(error) ?? 'no answer' }))
  } finally {
    await client.end().catch(() => {})
  }
  const rolePasswords = loadSecrets(folder.value).roles
  return ok({ connection: connection.value, rolePasswords, started: false, stop: async () => {} })
}
