import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** What was built and where a page finds it. */
export interface AssetManifest {
  /** The folder that is served at `/assets/`. */
  readonly dir: string
  /** Logical name to file name: `qyzmet.css` to `qyzmet-1A2B3C4D.css`. */
  readonly files: Readonly<Record<string, string>>
  /** The address of a logical name. @throws RangeError when nothing of that name was built. */
  readonly href: (name: string) => string
}

export const MANIFEST = 'manifest.json'

export function createManifest(
  dir: string,
  files: Readonly<Record<string, string>>,
): AssetManifest {
  return {
    dir: resolve(dir),
    files,
    href: (name) => {
      const file = files[name]
      if (file === undefined) throw new RangeError(`no asset ${name}`)
      return `/assets/${file}`
    },
  }
}

/** The manifest of an earlier build. Rejects when there is none. */
export async function loadAssets(out: string): Promise<AssetManifest> {
  const parsed: unknown = JSON.parse(await readFile(join(out, MANIFEST), 'utf8'))
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError(`${out}: no manifest`)
  const files = Object.entries(parsed).map(([name, file]) => [name, String(file)])
  return createManifest(out, Object.fromEntries(files))
}
