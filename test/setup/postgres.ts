import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive, migrate, startEmbeddedPostgres } from '#platform/db'

const PREFIX = 'qyzmet-test-'

/** Ends the server of a test run that was killed before it could do so itself, and removes its folder. */
function sweep(dir: string): void {
  const lock = path.join(dir, 'postgres', 'postmaster.pid')
  try {
    if (fs.existsSync(lock))
      process.kill(Number.parseInt(fs.readFileSync(lock, 'utf8'), 10), 'SIGQUIT')
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // another user's run, or one that is being swept right now
  }
}

function sweepLeftovers(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN
    if (Number.isInteger(pid) && !isAlive(pid)) sweep(path.join(os.tmpdir(), name))
  }
}

/**
 * One PostgreSQL for the whole test run: real, but without waiting for the disk. Every Vitest project calls this; the first
 * one starts the server, the others find it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepLeftovers()
  const dir = path.join(os.tmpdir(), `${PREFIX}${process.pid}`)
  const server = await startEmbeddedPostgres({ dir, durable: false, maxConnections: 300 })
  if (!server.ok) throw new Error(`${server.error.code} ${JSON.stringify(server.error.params)}`)
  const { connection, rolePasswords } = server.value
  const roles = await migrate({ connection, modules: [], rolePasswords })
  if (!roles.ok) throw new Error(roles.error.code)
  project.provide('postgres', { connection, rolePasswords })
  return async () => {
    if (!server.value.started) return
    await server.value.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
