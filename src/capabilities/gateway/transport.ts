import { MAX_MESSAGE_BYTES, type SystemId } from '#core/envelope'

/** Brings bytes to a system and its answer back. Rejects when the system does not answer; the gateway tries again then. */
export type Transport = (to: SystemId, bytes: Buffer) => Promise<Buffer>

/** The receiver could not be reached or did not answer. `code` is what the status page shows. */
export class TransportError extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Systems that live in this process. */
export function inProcessTransport(
  endpoints: Readonly<Record<SystemId, (bytes: Buffer) => Promise<Buffer>>>,
): Transport {
  const known = new Map(Object.entries(endpoints))
  return (to, bytes) => {
    const endpoint = known.get(to)
    return endpoint === undefined
      ? Promise.reject(new TransportError('GATEWAY_NO_ROUTE', `no route to ${to}`))
      : endpoint(bytes)
  }
}

async function readLimited(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_MESSAGE_BYTES) throw new TransportError('ENVELOPE_TOO_LARGE', 'answer too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const CODE = /^[A-Z][A-Z0-9_]{2,59}$/

async function post(url: string, bytes: Buffer, timeoutMs: number): Promise<Buffer> {
  const response = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  })
  const body = await readLimited(response)
  if (response.ok) return body
  const told = body.subarray(0, 60).toString('utf8')
  const code = CODE.test(told) ? told : 'GATEWAY_UNREACHABLE'
  throw new TransportError(code, `HTTP ${response.status}`)
}

/** Systems that run as processes of their own, each at its URL. */
export function httpTransport(
  urls: Readonly<Record<SystemId, string>>,
  { timeoutMs = 10_000 }: { readonly timeoutMs?: number } = {},
): Transport {
  const known = new Map(Object.entries(urls))
  return (to, bytes) => {
    const url = known.get(to)
    return url === undefined
      ? Promise.reject(new TransportError('GATEWAY_NO_ROUTE', `no route to ${to}`))
      : post(url, bytes, timeoutMs)
  }
}
