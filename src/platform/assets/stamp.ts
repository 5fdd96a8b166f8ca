import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesUnder, scriptEntries } from './sources.ts'

const STAMP = 'stamp.json'

/** Hashes of all files that a build read, and of those whose mere presence decides (scripts, styles, the builder). */
export type Stamp = Readonly<Record<string, string>>

export const contentHash = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64url')

/** Files that may appear without being named by another one: styles, the builder itself, scripts. */
const watchedFiles = async (root: string): Promise<string[]> => [
  ...(await filesUnder(root, 'src/platform/assets')),
  ...(await scriptEntries(root)),
]

async function hashOf(root: string, path: string): Promise<readonly [string, string]> {
  const content = await readFile(join(root, path)).catch(() => undefined)
  return [path, content === undefined ? 'absent' : contentHash(content)]
}

/** The stamp over the watched files and `inputs` (paths relative to `root`). */
export async function stampOf(root: string, inputs: Iterable<string>): Promise<Stamp> {
  const paths = [...new Set([...(await watchedFiles(root)), ...inputs])].toSorted()
  return Object.fromEntries(await Promise.all(paths.map((path) => hashOf(root, path))))
}

export const writeStamp = (out: string, stamp: Stamp): Promise<void> =>
  writeFile(join(out, STAMP), JSON.stringify(stamp))

/** Whether the build in `out` was made of exactly what lies under `root` now. */
export async function isCurrent(root: string, out: string): Promise<boolean> {
  const text = await readFile(join(out, STAMP), 'utf8').catch(() => undefined)
  if (text === undefined) return false
  const kept: unknown = JSON.parse(text)
  if (typeof kept !== 'object' || kept === null) return false
  return text === JSON.stringify(await stampOf(root, Object.keys(kept)))
}
