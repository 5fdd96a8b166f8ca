import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Instant, Result } from '#core/kernel'
import { type Mailbox, openMailbox } from '#apps/mailbox'
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
import type { BankServer } from '#registries/bank'
import { type Backend, createBackend } from './backend.ts'
import { ownBank } from './bank.ts'
import type { Boundaries } from './boundaries.ts'
import type { Config } from './config.ts'
import { Refused } from './refused.ts'
import { schemas } from './schemas.ts'
import { secretIn } from './secret.ts'
import { assetsFolder, createWeb } from './web.ts'

/** What a start is doing, for people who wait. `detail`: in words, or how far it is. */
export type Progress = (
  step: 'database' | 'schemas' | 'law' | 'pages' | 'country' | 'accounts',
  detail?: string | { readonly done: number; readonly total: number },
) => void

export interface PlatformDeps {
  readonly config: Config
  /** Folder of the bundled worker threads and assets. */
  readonly dist: string
  readonly clock: () => Instant
  readonly log: Log
  readonly progress: Progress
  readonly around?: Boundaries | undefined
}

export interface Platform {
  readonly backend: Backend
  readonly database: Database
  readonly web: FastifyInstance
  /** The bank of the demonstration: a server of its own. */
  readonly bank: BankServer | undefined
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

export const threadsIn = (dist: string) => ({
  typst: new URL(`file://${path.join(dist, 'typst.worker.mjs')}`),
  qr: new URL(`file://${path.join(dist, 'qr.worker.mjs')}`),
})

/** The mail server of a demonstration that was given none. */
const mailboxFor = async ({ mode, smtpUrl }: Config): Promise<Mailbox | undefined> =>
  mode === 'demonstration' && smtpUrl === undefined ? openMailbox() : undefined

/** Opens the database, wires everything and starts the workers. Pages are served once the caller lets `web` listen. */
export async function createPlatform(deps: PlatformDeps): Promise<Platform> {
  const { config, dist, progress } = deps
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
    const mailbox = await mailboxFor(config)
    if (mailbox !== undefined) undo.push(() => mailbox.close())
    const smtpUrl = config.smtpUrl ?? mailbox?.url
    const base = { ...deps, database, threads: threadsIn(dist), smtpUrl, mailbox }
    const backend = await createBackend(base)
    undo.push(() => backend.stop())
    progress('pages')
    const assets = await buildAssets({ root: config.root, out: assetsFolder(config.root) })
    const web = await createWeb({
      ...base,
      backend,
      assets,
      secret: secretIn(config.data, 'cookies.secret'),
    })
    undo.push(() => web.close())
    const bank = await ownBank({ ...base, seal: backend.seal })
    undo.push(async () => bank?.stop())
    await backend.start()
    bank?.start()
    return { backend, database, web, bank, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
