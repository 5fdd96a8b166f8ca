import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ok, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { regulationErrors } from './errors.ts'

/** SHA-256 of the published editions, by their ref. */
export type EditionsLock = ReadonlyMap<string, string>

const FILE = 'editions.lock'
const HEAD = `# Published editions and the SHA-256 of their files. A published edition never changes: amend a regulation by a new edition.
# Written by "qyzmet regulations publish"; never by hand.
`
const shape = z.record(
  z.string().regex(/^[a-z.-]+@\d{4}-\d{2}-\d{2}$/, 'a line is service@day'),
  z.string().regex(/^[0-9a-f]{64}$/, 'a hash has 64 hexadecimal digits'),
)

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Reads editions.lock; none published yet when there is no such file. Refuses with REGULATION_LOCK_MALFORMED. */
export async function readLock(root: string): Promise<Result<EditionsLock>> {
  const malformed = (reason: string) =>
    refuse(regulationErrors.LOCK_MALFORMED({ file: FILE, reason }))
  let text: string
  try {
    text = await readFile(join(root, FILE), 'utf8')
  } catch (error) {
    if (isAbsent(error)) return ok(new Map())
    throw error
  }
  try {
    const lock = shape.safeParse(parse(text, { schema: 'failsafe' }) ?? {})
    if (lock.success) return ok(new Map(Object.entries(lock.data)))
    return malformed(lock.error.issues[0]?.message ?? '')
  } catch (error) {
    return malformed(error instanceof Error ? error.message : 'not YAML')
  }
}

/** Editions whose files are no longer those that were published. */
export const changedEditions = (lock: EditionsLock, editions: readonly Edition[]) =>
  editions.filter(({ ref, hash }) => (lock.get(ref) ?? hash) !== hash)

/**
 * Publishes editions: from now on their files may not change. Those published before stay as they are.
 * @returns the refs that are new, or REGULATION_EDITION_CHANGED, REGULATION_LOCK_MALFORMED.
 */
export async function lockEditions(
  root: string,
  editions: readonly Edition[],
): Promise<Result<readonly string[]>> {
  const lock = await readLock(root)
  if (!lock.ok) return lock
  const [changed] = changedEditions(lock.value, editions)
  if (changed !== undefined) return refuse(regulationErrors.EDITION_CHANGED({ ref: changed.ref }))
  const all = new Map([...lock.value, ...editions.map(({ ref, hash }) => [ref, hash] as const)])
  const lines = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((line) => line.join(': '))
  const path = join(root, FILE)
  await writeFile(`${path}.new`, `${HEAD}${lines.join('\n')}\n`)
  await rename(`${path}.new`, path)
  return ok(editions.map(({ ref }) => ref).filter((ref) => !lock.value.has(ref)))
}
