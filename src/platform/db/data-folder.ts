import fs from 'node:fs'
import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import { dbErrors } from './errors.ts'
import { errorCode } from './error-code.ts'

/** The layout of the data folder; it grows when an older program could no longer work in it. */
const LAYOUT = 1
const MARKER = 'qyzmet.json'

/** What a file system error means for the person at the keyboard; anything unexpected is rethrown. */
export function folderRefusal(error: unknown, dir: string): Result<never> {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(dbErrors.DISK_FULL({ dir }))
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return refuse(dbErrors.UNREADABLE_DATA({ dir }))
  if (code === 'ENOTDIR' || code === 'EEXIST') return refuse(dbErrors.FOREIGN_DATA({ dir }))
  throw error
}

function markedLayout(dir: string): number | undefined {
  try {
    const marker: unknown = JSON.parse(fs.readFileSync(path.join(dir, MARKER), 'utf8'))
    const { product, layout } = marker as { product?: unknown; layout?: unknown }
    return product === 'qyzmet' && typeof layout === 'number' ? layout : undefined
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

function claim(dir: string): Result<string> {
  // Under root the database server runs as another user and must pass through; it can list nothing.
  fs.mkdirSync(dir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const real = fs.realpathSync(dir)
  const layout = markedLayout(real)
  if (layout === LAYOUT) return ok(real)
  if (layout !== undefined)
    return refuse(dbErrors.NEWER_DATA({ dir, found: layout, expected: LAYOUT }))
  if (fs.readdirSync(real).some((name) => !name.startsWith(MARKER)))
    // Another process may have marked it between the two looks.
    return markedLayout(real) === LAYOUT ? ok(real) : refuse(dbErrors.FOREIGN_DATA({ dir }))
  const draft = path.join(real, `${MARKER}.${process.pid}`)
  fs.writeFileSync(draft, `${JSON.stringify({ product: 'qyzmet', layout: LAYOUT })}\n`)
  fs.renameSync(draft, path.join(real, MARKER))
  return ok(real)
}

/**
 * Makes the data folder, or recognises one of ours by its marker file, and gives its real path.
 * Refuses with DB_FOREIGN_DATA, DB_NEWER_DATA, DB_UNREADABLE_DATA, DB_DISK_FULL.
 */
export function openDataFolder(dir: string): Result<string> {
  try {
    return claim(path.resolve(dir))
  } catch (error) {
    return folderRefusal(error, dir)
  }
}
