import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { env } from 'node:process'
import { cpuOf, memoryOf } from './machine.ts'
import { pause } from './measure.ts'

export const root = path.resolve(import.meta.dirname, '..')

export interface Parts {
  readonly node: number
  readonly postgres: number
}

export interface RunningPlatform {
  readonly baseUrl: string
  /** From the start of the process until the first page was answered. */
  readonly readyMs: number
  memoryMb(): Parts
  /** Processor time used so far, ms. */
  cpuMs(): Parts
  stop(): Promise<void>
}

/** Requests come as through a proxy, everybody from an address of their own: no limit of requests is met. */
export const environment = (data: string, port: number): Record<string, string> => ({
  PATH: env['PATH'] ?? '',
  QYZMET_DATA: data,
  QYZMET_PORT: String(port),
  QYZMET_BASE_URL: `http://localhost:${port}`,
  QYZMET_TRUST_PROXY: 'yes',
  QYZMET_LOG: 'error',
})

const postmasterOf = (data: string): number =>
  Number.parseInt(fs.readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8'), 10)

const PATIENCE_MS = 3_600_000

async function untilReady(baseUrl: string, child: ChildProcess): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`the platform ended with ${child.exitCode}`)
    const answer = await fetch(`${baseUrl}/`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok === true) return
  }
  throw new Error('the platform did not become ready')
}

/** What \`npm start\` runs, as a process of its own, with its embedded durable PostgreSQL. */
export async function startPlatform(
  data: string,
  port: number,
  { nodeOptions = [], persons }: { nodeOptions?: readonly string[]; persons?: number } = {},
): Promise<RunningPlatform> {
  const baseUrl = `http://localhost:${port}`
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...nodeOptions, path.join(root, 'bin/qyzmet.mjs'), 'start'],
    {
      cwd: root,
      env: {
        ...environment(data, port),
        ...(persons === undefined ? {} : { QYZMET_COUNTRY_SIZE: String(persons) }),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  await untilReady(baseUrl, child)
  const readyMs = performance.now() - began
  const split = (of: typeof memoryOf): Parts => {
    const postgres = of(postmasterOf(data))
    return { node: Math.round(of(child.pid ?? 0) - postgres), postgres: Math.round(postgres) }
  }
  return {
    baseUrl,
    readyMs,
    memoryMb: () => split(memoryOf),
    cpuMs: () => split(cpuOf),
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    },
  }
}
