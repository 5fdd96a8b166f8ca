import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
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

interface Outgoing {
  readonly status: number
  readonly body: string | Buffer
}

function send(response: ServerResponse, { status, body }: Outgoing): void {
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  // The rest of a body that is too large is not read, so the connection cannot be used again.
  const connection = status === 413 ? 'close' : 'keep-alive'
  response.writeHead(status, { 'content-type': type, connection })
  response.end(body)
}

/**
 * A registry over HTTP, for one that runs as a process of its own: `http.createServer(registryHttp(registry.endpoint, onFault))`.
 * 200 with the signed answer (also for a refusal), 503 `REGISTRY_UNAVAILABLE` under maintenance, 500 for a fault inside.
 */
export function registryHttp(
  endpoint: Endpoint,
  onFault: (error: unknown) => void,
): RequestListener {
  const answer = async (request: IncomingMessage): Promise<Outgoing> => {
    try {
      return await respond(endpoint, request)
    } catch (error) {
      if (error instanceof RegistryUnavailable) return { status: 503, body: error.code }
      onFault(error)
      return { status: 500, body: 'REGISTRY_FAULT' }
    }
  }
  return (request, response) => {
    void answer(request).then((outgoing) => send(response, outgoing), onFault)
  }
}
