import path from 'node:path'
import { instant } from '#core/kernel'
import { connectDatabase, type Database, startEmbeddedPostgres } from '#platform/db'
import { createLog } from '#platform/log'
import { type Backend, createBackend } from '../src/main/backend.ts'
import { readConfig } from '../src/main/config.ts'
import { environment, root } from './running-platform.ts'

/**
 * The same backend on the same database as the running platform, in this process, with no worker and no gateway of its own:
 * prepares in bulk what the platform is then measured with.
 */
export interface SideEntrance {
  readonly backend: Backend
  readonly database: Database
  close(): Promise<void>
}

export async function openSideEntrance(data: string, port: number): Promise<SideEntrance> {
  const read = readConfig(root, environment(data, port))
  if (!('config' in read)) throw new Error(read.mistakes.join('; '))
  const server = await startEmbeddedPostgres({ dir: data })
  if (!server.ok) throw new Error(server.error.code)
  const { connection, rolePasswords } = server.value
  const database = connectDatabase({ connection, secrets: rolePasswords })
  const thread = (name: string) =>
    new URL(`file://${path.join(root, 'dist', `${name}.worker.mjs`)}`)
  const backend = await createBackend({
    config: read.config,
    database,
    clock: () => instant(new Date()),
    log: createLog({ level: 'error', pretty: false }),
    threads: { typst: thread('typst'), qr: thread('qr') },
  })
  return {
    backend,
    database,
    async close() {
      await backend.stop()
      await database.close()
    },
  }
}
