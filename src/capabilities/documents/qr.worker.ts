import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const MAX_CODES = 8
const { wasm } = workerData as { wasm?: string }
const file = wasm ?? createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
// Without this the reader would fetch its own code from a public network.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })

async function read(image: Uint8Array): Promise<{ value: string[] } | { fault: string }> {
  try {
    const found = await readBarcodes(image, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: MAX_CODES,
    })
    return { value: found.filter(({ isValid }) => isValid).map(({ text }) => text) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (image: Uint8Array) => {
  void read(image).then((answer) => parentPort?.postMessage(answer, []))
})
