import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { RenderTask, RendererData } from './renderer.ts'

const EVICT_EVERY = 20
const { root, fonts } = workerData as RendererData
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [...fonts] }] })
let rendered = 0

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
  rendered += 1
  if (rendered % EVICT_EVERY === 0) compiler.evictCache(5)
})
