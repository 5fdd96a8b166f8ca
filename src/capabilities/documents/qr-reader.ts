import { ok, refuse, type Result } from '#core/kernel'
import { documentErrors } from './errors.ts'
import { imageSize } from './image-size.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

const MAX_BYTES = 15_000_000
const MAX_PIXELS = 50_000_000

export interface QrReader {
  /**
   * Texts of the QR codes in a photo or scan (PNG or JPEG); empty when there is none.
   * DOCUMENT_IMAGE_TOO_LARGE, DOCUMENT_IMAGE_UNREADABLE, DOCUMENT_RENDERER_BUSY.
   */
  readQr(image: Buffer): Promise<Result<readonly string[]>>
  close(): Promise<void>
}

export interface QrReaderOptions {
  readonly workerUrl: URL
  readonly size: number
  /** Where the reader's wasm lies when it is not in node_modules. */
  readonly wasm?: string
  readonly timeoutMs?: number
}

/** zxing in a worker thread (`qr.worker.ts`, bundled): a picture of unknown origin is never decoded in the main one. */
export function createQrReader(options: QrReaderOptions): QrReader {
  const pool: WorkerPool<Uint8Array, readonly string[]> = createWorkerPool({
    workerUrl: options.workerUrl,
    workerData: { wasm: options.wasm },
    size: options.size,
    tasksPerWorker: 500,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxWaiting: 50,
  })
  return {
    async readQr(image) {
      const size = imageSize(image)
      if (size === undefined) return refuse(documentErrors.IMAGE_UNREADABLE())
      if (image.length > MAX_BYTES || size.width * size.height > MAX_PIXELS)
        return refuse(documentErrors.IMAGE_TOO_LARGE({ limit: MAX_BYTES / 1e6 }))
      const outcome = await pool.run(image)
      if (outcome.kind === 'done') return ok(outcome.value)
      const unreadable = outcome.kind === 'fault' || outcome.kind === 'crashed'
      return refuse(unreadable ? documentErrors.IMAGE_UNREADABLE() : documentErrors.RENDERER_BUSY())
    },
    close: () => pool.close(),
  }
}
