import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const project = path.resolve(import.meta.dirname, '../../../..')

/** Bundles a worker of this module as the production launcher does, under the project so that packages are found. */
export async function buildWorker(name: 'typst' | 'qr'): Promise<URL> {
  const outfile = path.join(project, `node_modules/.cache/qyzmet/${name}-${randomUUID()}.mjs`)
  await build({
    entryPoints: [path.join(import.meta.dirname, `../${name}.worker.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  return pathToFileURL(outfile)
}

export const regulationsFolder = path.join(project, 'regulations')

export const fontFolders: readonly string[] = ['400Regular', '600SemiBold', '700Bold'].map(
  (weight) => path.join(project, 'node_modules/@expo-google-fonts/noto-sans', weight),
)
