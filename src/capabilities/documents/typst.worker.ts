import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { RenderTask, RendererData } from './renderer.ts'

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

parentPort?.on('message', (task: RenderTask) => {
  parentPort?.postMessage(render(task), [])
  compiler.evictCache(KEEP_UNUSED)
})
