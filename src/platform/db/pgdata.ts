import fs from 'node:fs'
import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import type { Binaries } from './binaries.ts'
import { dbErrors } from './errors.ts'
import { gist, runProgram, saysDiskFull } from './run-program.ts'
import { makePrivateFolder, type ServerUser } from './server-user.ts'
import { errorCode } from './error-code.ts'

/** The administrator of the embedded server. */
export const ADMINISTRATOR = 'qyzmet_admin'

/** Nobody enters without a password, not even over the socket, and there is no way in by network. */
const HBA = 'local all all scram-sha-256\n'

/**
 * The server is told its folder by this name: it is the working directory that we start it in, so it works even below a
 * home of mode 0700 that its user could not walk through.
 */
export const HERE = process.platform === 'linux' ? '/proc/self/cwd' : '.'

const initArguments = (durable: boolean): readonly string[] => [
  '--username',
  ADMINISTRATOR,
  '--pwfile=../password',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  ...(durable ? [] : ['--no-sync']),
]

function publish(made: string, pgdata: string): void {
  try {
    fs.renameSync(made, pgdata)
  } catch (error) {
    // Another process that started at the same moment was faster: its database counts.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}

async function initialise(dir: string, options: PgdataOptions): Promise<Result<void>> {
  const { binaries, user, password, durable } = options
  const work = fs.mkdtempSync(path.join(dir, 'init-'))
  const made = path.join(work, 'data')
  try {
    makePrivateFolder(work, user)
    makePrivateFolder(made, user)
    const passwordFile = path.join(work, 'password')
    fs.writeFileSync(passwordFile, password, { mode: 0o600 })
    if (user.uid !== undefined && user.gid !== undefined)
      fs.chownSync(passwordFile, user.uid, user.gid)
    const place = HERE === '.' ? made : HERE
    const args = ['-D', place, ...initArguments(durable)]
    const { code, output } = await runProgram(binaries.initdb, args, { user, cwd: made })
    if (saysDiskFull(output)) return refuse(dbErrors.DISK_FULL({ dir }))
    if (code !== 0) return refuse(dbErrors.NOT_STARTABLE({ reason: gist(output), log: 'initdb' }))
    fs.writeFileSync(path.join(made, 'pg_hba.conf'), HBA)
    publish(made, options.pgdata)
    return ok(undefined)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

export interface PgdataOptions {
  readonly pgdata: string
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly password: string
  readonly durable: boolean
  readonly onCreate: () => void
}

/** Makes the database files in `dir` on the first start; on later ones checks that they are of our PostgreSQL version. */
export async function ensurePgdata(dir: string, options: PgdataOptions): Promise<Result<void>> {
  const version = path.join(options.pgdata, 'PG_VERSION')
  if (!fs.existsSync(version)) {
    options.onCreate()
    const made = await initialise(dir, options)
    if (!made.ok) return made
  }
  const found = Number(fs.readFileSync(version, 'utf8'))
  const expected = options.binaries.major
  if (found === expected) return ok(undefined)
  const named = { dir, found: `PostgreSQL ${found}`, expected: `PostgreSQL ${expected}` }
  return refuse(dbErrors.NEWER_DATA(named))
}
