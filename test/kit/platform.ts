import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { startEmbeddedPostgres } from '#platform/db'
import type { Boundaries } from '../../src/main/boundaries.ts'
import { type Config, readConfig } from '../../src/main/config.ts'
import { type Running, startPlatform } from '../../src/main/start.ts'
import { freePort } from './free-port.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface TestPlatformOptions {
  /** Persons in the country; the least is 100. */
  readonly size?: number
  /** The day on which the platform runs, such as 2012-03-01; today when absent. */
  readonly today?: string
  /** Further settings of the environment, `QYZMET_*`. The real environment is not read. */
  readonly env?: Readonly<Record<string, string>>
  /** What stands between its parts. */
  readonly around?: (config: Config) => Boundaries
}

/** The real platform in this process: its own database, keys, country and accounts in a folder that goes with it. */
export interface TestPlatform extends Running {
  readonly config: Config
}

/** Bundles the worker threads as the launcher does, under the project so that they find their packages. */
async function buildThreads(): Promise<string> {
  const outdir = path.join(root, 'node_modules/.cache/qyzmet', `dist-${randomUUID()}`)
  const thread = (name: string) =>
    path.join(root, 'src/capabilities/documents', `${name}.worker.ts`)
  await build({
    entryPoints: { 'typst.worker': thread('typst'), 'qr.worker': thread('qr') },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  return outdir
}

function configOf(
  data: string,
  [port, bankPort]: readonly [number, number],
  options: TestPlatformOptions,
): Config {
  const read = readConfig(root, {
    QYZMET_DATA: data,
    QYZMET_PORT: String(port),
    QYZMET_BANK_PORT: String(bankPort),
    QYZMET_BASE_URL: `http://localhost:${port}`,
    QYZMET_COUNTRY_SIZE: String(options.size ?? 100),
    QYZMET_LOG: 'error',
    ...(options.today === undefined ? {} : { QYZMET_TODAY: options.today }),
    ...options.env,
  })
  if ('config' in read) return read.config
  throw new Error(read.mistakes.join('; '))
}

/**
 * Starts the whole platform in a new folder on a free port. Its PostgreSQL is the embedded one, without waiting for the
 * disk. Call `stop` when done: it ends everything and removes the folder.
 */
export async function startTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-platform-'))
  const undo: (() => unknown)[] = [() => fs.rmSync(data, { recursive: true, force: true })]
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const config = configOf(data, [await freePort(), await freePort()], options)
    if (config.databaseUrl === undefined) {
      // The platform finds this server running in its folder, works with it, and leaves it to us.
      const server = await startEmbeddedPostgres({ dir: data, durable: false })
      if (!server.ok) throw new Error(`${server.error.code} ${JSON.stringify(server.error.params)}`)
      undo.push(() => server.value.stop())
    }
    const dist = await buildThreads()
    undo.push(() => fs.rmSync(dist, { recursive: true, force: true }))
    const running = await startPlatform(config, dist, () => {}, options.around?.(config))
    undo.push(() => running.stop())
    return { ...running, config, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
