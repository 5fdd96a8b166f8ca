import { basename, join } from 'node:path'
import { logicalName, scriptEntries } from './sources.ts'

export interface BuiltScripts {
  /** Logical name (`ui/sign.js`) to file name. */
  readonly files: Readonly<Record<string, string>>
  readonly inputs: readonly string[]
}

/** Bundles every browser entry as an ES module into `out`; what two of them share becomes a chunk. */
export async function buildScripts(root: string, out: string): Promise<BuiltScripts> {
  const entryPoints = await scriptEntries(root)
  if (entryPoints.length === 0) return { files: {}, inputs: [] }
  const { build } = await import('esbuild')
  const { metafile } = await build({
    entryPoints: entryPoints.map((entry) => ({
      in: join(root, entry),
      out: logicalName(entry).replace('/', '-').replace(/\.js$/, ''),
    })),
    absWorkingDir: root,
    outdir: out,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  const files: Record<string, string> = {}
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint !== undefined) files[logicalName(entryPoint)] = basename(path)
  return { files, inputs: Object.keys(metafile.inputs) }
}
