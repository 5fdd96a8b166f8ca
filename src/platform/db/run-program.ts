import { spawn } from 'node:child_process'
import path from 'node:path'
import type { ServerUser } from './server-user.ts'

/** What PostgreSQL's programs see of our environment: nothing, so that no PGDATA or locale of the caller leaks in. */
export const PROGRAM_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } as const

interface ProgramOutcome {
  readonly code: number | null
  readonly output: string
}

/** Runs a program to its end as the server's user; gives the exit code (null: could not start) and what it printed. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly user: ServerUser; readonly cwd: string },
): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'pipe', 'pipe'] as const
    const child = spawn(file, args, {
      ...options.user,
      cwd: options.cwd,
      env: PROGRAM_ENV,
      stdio: [...stdio],
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      resolve({ code: null, output: `${path.basename(file)}: ${error.message}` })
    })
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
}

/** The lines that say why a PostgreSQL program gave up, without time stamps, for a person to read. */
export function gist(output: string): string {
  const lines = output.split('\n').flatMap((line) => {
    const match = /(?:FATAL|PANIC|ERROR|error|could not|No space)\b.*/.exec(line)
    return match ? [match[0].replace(/^\w+:\s*/, '')] : []
  })
  return (
    lines.slice(-2).join('; ') || output.trim().split('\n').at(-1)?.slice(0, 200) || 'no message'
  )
}

/** PostgreSQL's own words for a full disk. */
export const saysDiskFull = (output: string): boolean =>
  /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/.test(output)
