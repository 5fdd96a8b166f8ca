import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ok, type Result } from '#core/kernel'
import { isAlive } from './is-alive.ts'
import { findBinaries } from './binaries.ts'
import { adminConfig, type PostgresConnection, type PostgresServer } from './connection.ts'
import { folderRefusal, openDataFolder } from './data-folder.ts'
import { ADMINISTRATOR, ensurePgdata } from './pgdata.ts'
import { bringUp, type PostmasterOptions, postmasterPid, shutDown } from './postmaster.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { type ServerUser, serverUser } from './server-user.ts'
import { makeSocketFolder, removeSocketFolder, SOCKET_PORT } from './socket-folder.ts'
import { errorCode } from './error-code.ts'

export type EmbeddedPostgres = PostgresServer
export type StartStep = 'copy-programs' | 'create-database' | 'start-server'

export interface EmbeddedOptions {
  /** The data folder; everything that the platform keeps lies in it. */
  readonly dir: string
  /** False only for tests: a crash of the machine may lose everything. */
  readonly durable?: boolean
  readonly maxConnections?: number
  readonly onProgress?: (step: StartStep) => void
}

const DATABASE = 'qyzmet'

/** Sized for a whole platform in 600 MB. Log lines never carry values of rows: those are personal data. */
const settingsFor = (socketFolder: string, options: EmbeddedOptions) => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: String(SOCKET_PORT),
  max_connections: String(options.maxConnections ?? 100),
  shared_buffers: '64MB',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  ...(options.durable === false ? { fsync: 'off', full_page_writes: 'off' } : {}),
})

async function createDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client(adminConfig({ ...connection, database: 'postgres' }))
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // 42P04, 23505: another process that starts at the same moment has just made it
    if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error
  } finally {
    await client.end()
  }
}

interface Charge {
  readonly postmaster: number
  readonly owner: number
}

function readCharge(file: string): Charge | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Charge
  } catch {
    return undefined
  }
}

/**
 * Whether this process is to stop the server. Whoever starts it is; whoever finds it running is only when the process that
 * started it was killed. A starter that has just won the race needs a moment to write its name down.
 */
async function takeCharge(dir: string, pgdata: string, startedNow: boolean): Promise<boolean> {
  const file = path.join(dir, 'owner.json')
  const postmaster = postmasterPid(pgdata) ?? 0
  const current = async (looks: number): Promise<Charge | undefined> => {
    const charge = readCharge(file)
    if (looks === 0 || charge?.postmaster === postmaster) return charge
    await sleep(50)
    return current(looks - 1)
  }
  const charge = startedNow ? undefined : await current(40)
  if (charge?.postmaster === postmaster && isAlive(charge.owner)) return false
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify({ postmaster, owner: process.pid }))
  fs.renameSync(`${file}.${process.pid}`, file)
  return true
}

async function preparePostmaster(
  dir: string,
  context: {
    readonly user: ServerUser
    readonly secrets: Secrets
    readonly options: EmbeddedOptions
  },
): Promise<Result<PostmasterOptions>> {
  const { user, secrets, options } = context
  const progress = (step: StartStep) => () => options.onProgress?.(step)
  const binaries = await findBinaries(dir, user, progress('copy-programs'))
  if (!binaries.ok) return binaries
  const pgdata = path.join(dir, 'postgres')
  const data = await ensurePgdata(dir, {
    pgdata,
    binaries: binaries.value,
    user,
    password: secrets.administrator,
    durable: options.durable !== false,
    onCreate: progress('create-database'),
  })
  if (!data.ok) return data
  const socket = makeSocketFolder(dir, user)
  if (!socket.ok) return socket
  const connection = {
    host: socket.value,
    port: SOCKET_PORT,
    database: 'postgres',
    user: ADMINISTRATOR,
    password: secrets.administrator,
  }
  const settings = settingsFor(socket.value, options)
  return ok({ dir, pgdata, binaries: binaries.value, user, connection, settings })
}

async function start(dir: string, options: EmbeddedOptions): Promise<Result<EmbeddedPostgres>> {
  const user = serverUser()
  if (!user.ok) return user
  const secrets = loadSecrets(dir)
  const prepared = await preparePostmaster(dir, { user: user.value, secrets, options })
  if (!prepared.ok) return prepared
  options.onProgress?.('start-server')
  const up = await bringUp(prepared.value)
  if (!up.ok) return up
  const started = await takeCharge(dir, prepared.value.pgdata, up.value)
  await createDatabase(prepared.value.connection)
  return ok({
    connection: { ...prepared.value.connection, database: DATABASE },
    rolePasswords: secrets.roles,
    started,
    async stop() {
      if (!started) return
      await shutDown(prepared.value.pgdata)
      removeSocketFolder(dir, prepared.value.connection.host)
    },
  })
}

/**
 * Starts the PostgreSQL that comes with the npm packages, in `dir`, or connects to the one that already runs there. It
 * listens on a unix socket that only its owner may enter, and asks everyone for a password; passwords lie in
 * `dir/secrets.json` (0600). Works as root (the server then runs as `postgres` or `nobody`) and as any user.
 * Refuses with DB_FOREIGN_DATA, DB_NEWER_DATA, DB_UNREADABLE_DATA, DB_DISK_FULL, DB_NO_BINARIES, DB_NO_SERVER_USER,
 * DB_NOT_STARTABLE.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Result<EmbeddedPostgres>> {
  const folder = openDataFolder(options.dir)
  if (!folder.ok) return folder
  try {
    return await start(folder.value, options)
  } catch (error) {
    return folderRefusal(error, folder.value)
  }
}
