import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { RenderTask, RendererData } from './renderer.ts'

/** On the scale of nice(2): yields to pages and the database, but not to everything else on the machine. */
const LESS_URGENT = 5
/** How many documents a part of the compiler's memory may stay unused: what is common to all is used by each. */
const KEEP_UNUSED = 2
const { root, fonts } = workerData as RendererData
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [...fonts] }] })

function render({ template, inputs }: RenderTask): { value: Uint8Array } | { fault: string } {
  try {
    const value = compiler.pdf(
      { mainFilePath: template, inputs: { ...inputs }, resetRead: true },
      { pdfStandard: 'a-3b' },
    )
    return { value }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

// Who waits for a page comes before who waits for a document: Linux gives each thread a priority of its own.
if (process.platform === 'linux') os.setPriority(LESS_URGENT)

parentPort?.on('message', (task: RenderTask) => {
  parentPort?.postMessage(render(task), [])
  compiler.evictCache(KEEP_UNUSED)
})
