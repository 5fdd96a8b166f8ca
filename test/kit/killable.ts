import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../src/main/config.ts'
import { type Running, startPlatform } from '../../src/main/start.ts'
import { freePort } from './free-port.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The platform as people start it: a process of its own that can be killed and started again in the same folder. */
export interface Killable {
  /** The folder of its data. */
  readonly data: string
  readonly baseUrl: string
  /** Starts it, and waits until it says that it is ready. */
  start(): Promise<void>
  /** As a machine that loses its power: the platform at once, and its database too where asked. */
  kill(withDatabase: boolean): Promise<void>
  /** Ends it as its owner would; how the process ended. */
  stop(): Promise<readonly unknown[]>
  /** While the platform is away nothing comes back from it, and who asks too often is told to wait: both try again. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  /** What lies in the folder after all, in this process: the same code that an operator would use. */
  reopen(): Promise<Running>
  /** Takes everything away. */
  close(): Promise<void>
}

function postmaster(data: string): number | undefined {
  const file = path.join(data, 'postgres', 'postmaster.pid')
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : undefined
}

const settingsFor = async (data: string, countrySize: number) => ({
  QYZMET_DATA: data,
  QYZMET_PORT: String(await freePort()),
  QYZMET_BANK_PORT: String(await freePort()),
  QYZMET_COUNTRY_SIZE: String(countrySize),
  QYZMET_TRUST_PROXY: 'yes',
  QYZMET_LOG: 'error',
})

async function launch(settings: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/qyzmet.mjs', 'start', '--json'], {
    cwd: ROOT,
    env: { PATH: '/usr/bin:/bin', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ready = once(child.stdout as NodeJS.ReadableStream, 'data')
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the platform did not start: ${said}`)
  })
  await Promise.race([ready, ended])
  return child
}

const PATIENCE_MS = 60_000

const isAway = (error: unknown) =>
  error instanceof TypeError || /\b(429|50\d)\)/.test(String(error))

async function patiently<T>(work: () => Promise<T>, upSince: () => number | undefined): Promise<T> {
  for (const began = Date.now(); ; ) {
    try {
      return await work()
    } catch (error) {
      const since = upSince()
      const waited = since === undefined ? 0 : Date.now() - Math.max(began, since)
      if (!isAway(error) || waited > PATIENCE_MS) throw error
      await pause(100)
    }
  }
}

export async function killablePlatform(countrySize: number): Promise<Killable> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-killed-'))
  const settings = await settingsFor(data, countrySize)
  let child: ChildProcess | undefined
  /** Since when it is up; undefined while it is away, however long that takes. */
  let upSince: number | undefined
  const end = async (signal: NodeJS.Signals) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return []
    const gone = once(child, 'exit')
    child.kill(signal)
    return gone
  }
  return {
    data,
    baseUrl: `http://localhost:${settings.QYZMET_PORT}`,
    async start() {
      child = await launch(settings)
      upSince = Date.now()
    },
    async kill(withDatabase) {
      upSince = undefined
      const pid = postmaster(data)
      const gone = end('SIGKILL')
      if (withDatabase && pid !== undefined) process.kill(pid, 'SIGKILL')
      await gone
    },
    stop: () => end('SIGINT'),
    patiently: (work) => patiently(work, () => upSince),
    reopen() {
      const read = readConfig(ROOT, settings)
      if (!('config' in read)) throw new Error(read.mistakes.join())
      return startPlatform(read.config, path.join(ROOT, 'dist'), () => {})
    },
    async close() {
      await end('SIGKILL')
      const pid = postmaster(data)
      if (pid !== undefined) process.kill(pid, 'SIGQUIT')
      await pause(500)
      fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
