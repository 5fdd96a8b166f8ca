import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder with the OpenSSL command in it, as an independent judge of what we write and a source of what we read. */
export interface OpenSsl {
  readonly folder: string
  /** Runs `openssl ...args` in the folder. @throws Error with its output when it fails. */
  run(...args: string[]): string
  /** What it said, and whether it succeeded. */
  attempt(...args: string[]): { readonly ok: boolean; readonly output: string }
  write(name: string, bytes: Buffer | string): string
  read(name: string): Buffer
  close(): void
}

export const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`

export function createOpenSsl(): OpenSsl {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
  const run = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  return {
    folder,
    run,
    attempt: (...args) => {
      try {
        return { ok: true, output: run(...args) }
      } catch (fault) {
        return { ok: false, output: fault instanceof Error ? fault.message : '' }
      }
    },
    write: (name, bytes) => {
      writeFileSync(join(folder, name), bytes)
      return name
    },
    read: (name) => readFileSync(join(folder, name)),
    close: () => rmSync(folder, { recursive: true }),
  }
}
