import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ok, refuse, type Result } from '#core/kernel'
import type { Binaries } from './binaries.ts'
import { adminConfig, type PostgresConnection } from './connection.ts'
import { dbErrors } from './errors.ts'
import { HERE } from './pgdata.ts'
import { gist, PROGRAM_ENV, saysDiskFull } from './run-program.ts'
import type { ServerUser } from './server-user.ts'
import { errorCode } from './error-code.ts'

/** Recovery after a crash under load took four seconds at worst; a slow disk gets ninety. */
const PATIENCE_MS = 90_000
const LOG_LIMIT = 10_000_000

export interface PostmasterOptions {
  readonly dir: string
  readonly pgdata: string
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly connection: PostgresConnection
  readonly settings: Readonly<Record<string, string>>
}

/** The process id in the server's lock file, or undefined when there is none. */
export function postmasterPid(pgdata: string): number | undefined {
  try {
    return Number.parseInt(fs.readFileSync(path.join(pgdata, 'postmaster.pid'), 'utf8'), 10)
  } catch {
    return undefined
  }
}

type Answer = 'yes' | 'not-yet' | 'wrong-password'

async function ask(connection: PostgresConnection): Promise<Answer> {
  const client = new pg.Client(adminConfig(connection))
  client.on('error', () => {})
  try {
    await client.connect()
    return 'yes'
  } catch (error) {
    return errorCode(error) === '28P01' ? 'wrong-password' : 'not-yet'
  } finally {
    await client.end().catch(() => {})
  }
}

const logFile = (dir: string) => path.join(dir, 'postgres.log')

function openLog(dir: string): { fd: number; from: number } {
  const file = logFile(dir)
  const size = fs.existsSync(file) ? fs.statSync(file).size : 0
  if (size > LOG_LIMIT) fs.renameSync(file, `${file}.1`)
  return { fd: fs.openSync(file, 'a', 0o600), from: size > LOG_LIMIT ? 0 : size }
}

interface Launch {
  readonly pid: number | undefined
  ended(): boolean
  output(): string
}

/** Starts the server in a session of its own, so that Ctrl-C reaches us and not it. */
function launch({ dir, pgdata, binaries, user, settings }: PostmasterOptions): Launch {
  const { fd, from } = openLog(dir)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', HERE, ...flags], {
    ...user,
    cwd: pgdata,
    env: PROGRAM_ENV,
    detached: true,
    stdio: ['ignore', fd, fd],
  })
  fs.closeSync(fd)
  const state = { ended: false }
  child.on('exit', () => {
    state.ended = true
  })
  child.on('error', () => {
    state.ended = true
  })
  child.unref()
  return {
    pid: child.pid,
    ended: () => state.ended,
    output: () => fs.readFileSync(logFile(dir), 'utf8').slice(from),
  }
}

async function settled(
  attempt: Launch,
  connection: PostgresConnection,
  until: number,
): Promise<Answer> {
  let answer: Answer = 'not-yet'
  while (answer === 'not-yet' && !attempt.ended() && performance.now() < until) {
    await sleep(25)
    answer = await ask(connection)
  }
  return answer
}

/**
 * What a server that gave up means. Undefined: another one holds the folder, or held it a moment ago (a killed server stays
 * in the process table until it is reaped), so it is worth trying again.
 */
function reasonToGiveUp(attempt: Launch, dir: string): Result<never> | undefined {
  const output = attempt.output()
  if (saysDiskFull(output)) return refuse(dbErrors.DISK_FULL({ dir }))
  if (/lock file "[^"]+" already exists|is still in use|another server/i.test(output))
    return undefined
  return refuse(dbErrors.NOT_STARTABLE({ reason: gist(output), log: logFile(dir) }))
}

const wrongPassword = (dir: string) =>
  refuse(
    dbErrors.NOT_STARTABLE({
      reason: 'secrets.json is not the one of this database',
      log: logFile(dir),
    }),
  )

/**
 * Brings the server up, or finds it running; true when this call started it. Several processes may do this at the same
 * moment: PostgreSQL's own lock lets one through and the others connect to it.
 * Refuses with DB_DISK_FULL, DB_NOT_STARTABLE.
 */
export async function bringUp(options: PostmasterOptions): Promise<Result<boolean>> {
  const { dir, connection, pgdata } = options
  const until = performance.now() + PATIENCE_MS
  const first = await ask(connection)
  if (first !== 'not-yet') return first === 'yes' ? ok(false) : wrongPassword(dir)
  for (let pause = 100; ; pause = Math.min(1000, pause * 2)) {
    const attempt = launch(options)
    const answer = await settled(attempt, connection, until)
    if (answer === 'yes') return ok(postmasterPid(pgdata) === attempt.pid)
    if (answer === 'wrong-password') return wrongPassword(dir)
    const refusal = reasonToGiveUp(attempt, dir)
    if (refusal) return refusal
    if (performance.now() > until)
      return refuse(dbErrors.NOT_STARTABLE({ reason: 'no answer in time', log: logFile(dir) }))
    await sleep(pause)
    if ((await ask(connection)) === 'yes') return ok(false)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it has just ended
  }
}

/** Stops the server: open transactions are rolled back, data is written out. */
export async function shutDown(pgdata: string): Promise<void> {
  const pid = postmasterPid(pgdata)
  if (pid === undefined) return
  signal(pid, 'SIGINT')
  const hurry = performance.now() + 30_000
  let hurried = false
  while (postmasterPid(pgdata) === pid) {
    if (!hurried && performance.now() > hurry) {
      hurried = true
      signal(pid, 'SIGQUIT')
    }
    if (performance.now() > hurry + 10_000) return
    await sleep(20)
  }
}
