import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import { documentErrors } from './errors.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

export interface RendererData {
  /** Folder of the regulations; a template reads nothing outside it. */
  readonly root: string
  /** Folders with the fonts. */
  readonly fonts: readonly string[]
}

export interface RenderTask {
  /** Absolute path of the template inside the root. */
  readonly template: string
  /** `sys.inputs` of the template: data, never markup. */
  readonly inputs: Readonly<Record<string, string>>
}

export interface Renderer {
  /**
   * Renders a PDF/A-3b. `template` is a path inside the root, absolute or relative to it.
   * DOCUMENT_TEMPLATE_FAILED: the template and the data do not fit, trying again is of no use;
   * DOCUMENT_RENDERER_BUSY: try again later.
   */
  render(template: string, inputs: RenderTask['inputs']): Promise<Result<Buffer>>
  close(): Promise<void>
}

export interface RendererOptions extends RendererData {
  readonly workerUrl: URL
  readonly size: number
  readonly documentsPerWorker?: number
  readonly timeoutMs?: number
  /** Told what the template complained of, for the log. */
  readonly onFault?: (detail: string) => void
}

/** Typst in worker threads (`typst.worker.ts`, bundled). */
export function createRenderer(options: RendererOptions): Renderer {
  const root = path.resolve(options.root)
  const pool: WorkerPool<RenderTask, Uint8Array> = createWorkerPool({
    workerUrl: options.workerUrl,
    workerData: { root, fonts: options.fonts } satisfies RendererData,
    size: options.size,
    tasksPerWorker: options.documentsPerWorker ?? 500,
    timeoutMs: options.timeoutMs ?? 20_000,
    maxWaiting: 1000,
  })
  return {
    async render(template, inputs) {
      const outcome = await pool.run({ template: inside(root, template), inputs })
      if (outcome.kind === 'done') return ok(Buffer.from(outcome.value))
      if (outcome.kind !== 'fault') return refuse(documentErrors.RENDERER_BUSY())
      options.onFault?.(outcome.detail)
      return refuse(documentErrors.TEMPLATE_FAILED({ template }))
    },
    close: () => pool.close(),
  }
}

/** @throws RangeError for a path that leaves the root: templates are named by regulations, never by a request. */
function inside(root: string, template: string): string {
  const file = path.resolve(root, template)
  if (!file.startsWith(root + path.sep)) throw new RangeError('template outside the root')
  return file
}
