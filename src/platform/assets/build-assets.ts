import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { buildScripts } from './build-scripts.ts'
import { buildStyles } from './build-styles.ts'
import { type AssetManifest, createManifest, loadAssets, MANIFEST } from './manifest.ts'
import { contentHash, isCurrent, stampOf, writeStamp } from './stamp.ts'

const FONT_FOLDER = 'node_modules/@fontsource-variable/golos-text/files'
const SUBSETS = ['cyrillic', 'cyrillic-ext', 'latin', 'latin-ext']
const compress = promisify(brotliCompress)

/** Logical name to source, copied as it is under a hashed name. */
const COPIES: Readonly<Record<string, string>> = {
  'icon.svg': 'src/platform/assets/icon.svg',
  'zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
  ...Object.fromEntries(
    SUBSETS.map((subset) => [
      `golos-text-${subset}.woff2`,
      `${FONT_FOLDER}/golos-text-${subset}-wght-normal.woff2`,
    ]),
  ),
}

export interface BuildOptions {
  /** The root of the repository, with `src` and `node_modules`. */
  readonly root: string
  /** The folder that is replaced by the build. */
  readonly out: string
}

/**
 * Builds what the browser loads, unless the last build in `out` was made of the same inputs. The folder is replaced as a
 * whole by a rename, so a reader sees the old build or the new one.
 */
export async function buildAssets({ root, out }: BuildOptions): Promise<AssetManifest> {
  if (await isCurrent(root, out)) return loadAssets(out)
  const draft = `${out}.${randomUUID()}`
  await mkdir(draft, { recursive: true })
  try {
    await buildInto(root, draft)
    await rm(out, { recursive: true, force: true })
    await rename(draft, out)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return loadAssets(out)
}

async function buildInto(root: string, dir: string): Promise<void> {
  const [scripts, copies] = await Promise.all([buildScripts(root, dir), copyFiles(root, dir)])
  const styles = await buildStyles(
    root,
    (font) => copies[font.replace('-wght-normal', '')] ?? missing(font),
  )
  const sheet = hashedName('qyzmet.css', styles.css)
  await writeFile(join(dir, sheet), styles.css)
  await compressAll(dir)
  const { files } = createManifest(dir, { 'qyzmet.css': sheet, ...copies, ...scripts.files })
  await writeFile(join(dir, MANIFEST), JSON.stringify(files, null, 2))
  const inputs = [...styles.inputs, ...scripts.inputs, ...Object.values(COPIES)]
  await writeStamp(dir, await stampOf(root, inputs))
}

const missing = (font: string): never => {
  throw new RangeError(`the style sheet names a font that is not copied: ${font}`)
}

function hashedName(name: string, content: Uint8Array | string): string {
  const extension = extname(name)
  return `${name.slice(0, -extension.length)}-${contentHash(content).slice(0, 10)}${extension}`
}

async function copyFiles(root: string, dir: string): Promise<Record<string, string>> {
  const copied = Object.entries(COPIES).map(async ([name, source]) => {
    const content = await readFile(join(root, source))
    const file = hashedName(name, content)
    await writeFile(join(dir, file), content)
    return [name, file] as const
  })
  return Object.fromEntries(await Promise.all(copied))
}

/** The server picks `x.css.br` for a browser that takes Brotli. Fonts are compressed already. */
async function compressAll(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter((name) => !name.endsWith('.woff2'))
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(dir, name))
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 8,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      }
      await writeFile(join(dir, `${name}.br`), await compress(content, { params }))
    }),
  )
}
