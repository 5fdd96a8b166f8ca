import {
  cp,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from './build-assets.ts'
import { type AssetManifest, loadAssets } from './manifest.ts'

const repository = resolve(import.meta.dirname, '../../..')
let root: string
let out: string
let built: AssetManifest

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'assets-'))
  out = join(root, 'data/assets')
  await mkdir(join(root, 'src/apps/shop/browser'), { recursive: true })
  await mkdir(join(root, 'data'))
  await cp(join(repository, 'src/platform/assets'), join(root, 'src/platform/assets'), {
    recursive: true,
  })
  await writeFile(join(root, 'package.json'), '{"type":"module"}')
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  await writeFile(join(root, 'src/apps/shop/browser/till.ts'), 'export const price: number = 3\n')
  built = await buildAssets({ root, out })
}, 30_000)
afterAll(() => rm(root, { recursive: true, force: true }))

const css = (): Promise<string> =>
  readFile(join(out, built.href('qyzmet.css').replace('/assets/', '')), 'utf8')

describe('the build', () => {
  it('gives every file a name with the hash of its content', () => {
    expect(built.href('qyzmet.css')).toMatch(/^\/assets\/qyzmet-[\w-]{10}\.css$/)
    expect(built.href('shop/till.js')).toMatch(/^\/assets\/shop-till-[A-Z0-9]{8}\.js$/)
    expect(built.href('zxing_reader.wasm')).toMatch(/^\/assets\/zxing_reader-[\w-]{10}\.wasm$/)
  })

  it('refers to nothing outside our own origin', async () => {
    const outer = (await css()).match(/url\((?!golos-text-[\w-]+\.woff2\)|"data:|data:)[^)]*\)/g)
    expect(outer).toBeNull()
  })

  it('copies every font that the style sheet names', async () => {
    const fonts = (await css()).match(/golos-text-[\w-]+\.woff2/g) ?? []
    expect(new Set(fonts).size).toBe(4)
    const names = await readdir(out)
    for (const font of fonts) expect(names).toContain(font)
  })

  it('carries a dark theme and a print style', async () => {
    expect(await css()).toMatch(/prefers-color-scheme:\s*dark/)
    expect(await css()).toContain('@media print')
  })

  it('is skipped when nothing has changed', async () => {
    const before = await stat(join(out, 'manifest.json'))
    await buildAssets({ root, out })
    expect((await stat(join(out, 'manifest.json'))).ino).toBe(before.ino)
  })

  it('runs again when a script has changed, and leaves no old file', async () => {
    await writeFile(join(root, 'src/apps/shop/browser/till.ts'), 'export const price: number = 4\n')
    const again = await buildAssets({ root, out })
    expect(again.href('shop/till.js')).not.toBe(built.href('shop/till.js'))
    expect(await readdir(out)).not.toContain(built.href('shop/till.js').replace('/assets/', ''))
    expect(await readdir(join(root, 'data'))).toEqual(['assets'])
    built = again
  })

  it('is read back by its folder', async () => {
    expect((await loadAssets(out)).files).toEqual(built.files)
  })

  it('knows no file that was not built', () => {
    expect(() => built.href('no-such.js')).toThrow('no-such.js')
  })
})
