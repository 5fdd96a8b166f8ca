import type { IncomingMessage, RequestListener } from 'node:http'
import { MAX_MESSAGE_BYTES } from '#core/envelope'
import { type Endpoint, RegistryUnavailable } from './create-registry.ts'

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    if (size > MAX_MESSAGE_BYTES) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

async function respond(endpoint: Endpoint, request: IncomingMessage) {
  if (request.method !== 'POST') return { status: 405, body: 'POST a signed envelope' }
  const bytes = await readBody(request)
  if (bytes === undefined) return { status: 413, body: 'ENVELOPE_TOO_LARGE' }
  return { status: 200, body: await endpoint(bytes) }
}

/**
 * A registry over HTTP, for one that runs as a process of its own: `http.createServer(registryHttp(registry.endpoint))`.
 * 200 with the signed answer (also for a refusal), 503 `REGISTRY_UNAVAILABLE` under maintenance, 500 for a fault inside.
 */
export function registryHttp(
  endpoint: Endpoint,
  onFault: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    respond(endpoint, request)
      .catch((error: unknown) => {
        if (error instanceof RegistryUnavailable) return { status: 503, body: error.code }
        onFault(error)
        return { status: 500, body: 'REGISTRY_FAULT' }
      })
      .then(({ status, body }) => {
        const type = typeof body === 'string' ? 'text/plain' : 'application/json'
        response.writeHead(status, {
          'content-type': type,
          connection: status === 413 ? 'close' : 'keep-alive',
        })
        response.end(body)
      })
      .catch(onFault)
  }
}
