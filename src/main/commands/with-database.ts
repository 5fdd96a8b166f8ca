import { connectDatabase, type Database } from '#platform/db'
import { openDatabase } from '../platform.ts'
import type { CommandContext } from './context.ts'

/** Runs a command on the database of the platform, also beside the running platform. */
export async function withDatabase<T>(
  context: CommandContext,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const server = await openDatabase(context)
  const database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
  try {
    return await work(database)
  } finally {
    await database.close()
    await server.stop()
  }
}
