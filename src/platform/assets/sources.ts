import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

const ENTRY = /^src\/apps\/([^/]+)\/browser\/([^/]+)\.ts$/

/** `src/apps/ui/browser/sign.ts` is known to pages as `ui/sign.js`. */
export const logicalName = (entry: string): string => entry.replace(ENTRY, '$1/$2.js')

/** All files below `folder`, as paths relative to `root` with forward slashes; none when there is no such folder. */
export async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

/** The scripts that pages load: `src/apps/<app>/browser/<name>.ts`, no deeper and no tests. */
export async function scriptEntries(root: string): Promise<string[]> {
  const files = await filesUnder(root, 'src/apps')
  return files.filter((path) => ENTRY.test(path) && !path.endsWith('.test.ts'))
}
