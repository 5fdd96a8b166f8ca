import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Instant, Result } from '#core/kernel'
import { buildAssets } from '#platform/assets'
import {
  connectDatabase,
  type Database,
  migrate,
  type PostgresServer,
  startEmbeddedPostgres,
  useExternalPostgres,
} from '#platform/db'
import type { Log } from '#platform/log'
import { type Backend, createBackend } from './backend.ts'
import type { Config } from './config.ts'
import { Refused } from './refused.ts'
import { schemas } from './schemas.ts'
import { assetsFolder, createWeb } from './web.ts'

/** What a start is doing, for people who wait. */
export type Progress = (
  step: 'database' | 'schemas' | 'law' | 'pages' | 'country' | 'accounts',
  detail?: string,
) => void

export interface PlatformDeps {
  readonly config: Config
  /** Folder of the bundled worker threads and assets. */
  readonly dist: string
  readonly clock: () => Instant
  readonly log: Log
  readonly progress: Progress
}

export interface Platform {
  readonly backend: Backend
  readonly database: Database
  readonly web: FastifyInstance
  /** Stops what runs, in order: no new requests, no new jobs, then the database. */
  stop(): Promise<void>
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.error)
  return result.value
}

export async function openDatabase({
  config,
}: Pick<PlatformDeps, 'config'>): Promise<PostgresServer> {
  if (config.databaseUrl === undefined)
    return value(await startEmbeddedPostgres({ dir: config.data }))
  return value(await useExternalPostgres({ url: config.databaseUrl, dir: config.data }))
}

/** Brings all schemas up to date; gives the number of steps made. */
export async function migrateAll({ connection, rolePasswords }: PostgresServer): Promise<number> {
  return value(await migrate({ connection, modules: schemas, rolePasswords })).applied
}

/** Random, made once for a data folder: signs cookies and form tokens of all its processes. */
function cookieSecret(data: string): string {
  const file = path.join(data, 'cookies.secret')
  try {
    fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8')
}

export const threadsIn = (dist: string) => ({
  typst: new URL(`file://${path.join(dist, 'typst.worker.mjs')}`),
  qr: new URL(`file://${path.join(dist, 'qr.worker.mjs')}`),
})

/** Opens the database, wires everything and starts the workers. Pages are served once the caller lets `web` listen. */
export async function createPlatform(deps: PlatformDeps): Promise<Platform> {
  const { config, dist, clock, log, progress } = deps
  progress('database')
  const server = await openDatabase(deps)
  const undo: (() => Promise<unknown>)[] = [() => server.stop()]
  const stop = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    progress('schemas')
    await migrateAll(server)
    const database = connectDatabase({
      connection: server.connection,
      secrets: server.rolePasswords,
    })
    undo.push(() => database.close())
    progress('law')
    const base = { config, database, clock, log, threads: threadsIn(dist) }
    const backend = await createBackend(base)
    undo.push(() => backend.stop())
    progress('pages')
    const assets = await buildAssets({ root: config.root, out: assetsFolder(config.root) })
    const web = await createWeb({ ...base, backend, assets, secret: cookieSecret(config.data) })
    undo.push(() => web.close())
    await backend.start()
    return { backend, database, web, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
