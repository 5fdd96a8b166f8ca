import http from 'node:http'
import { randomInt } from 'node:crypto'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** A browser without its weight: kept connections, a session, an address of its own. */
export interface PortalClient {
  /** `cookie`: the name of the session's cookie; desks have one of their own. */
  get(path: string, session: string, cookie?: string): Promise<Answer>
  post(path: string, session: string, form: Readonly<Record<string, string>>): Promise<Answer>
  close(): void
}

const someAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly session: string
  readonly cookie?: string
  readonly body?: string
}

export function createPortalClient(baseUrl: string): PortalClient {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  const { hostname, port } = new URL(baseUrl)
  const send = ({ method, path, session, cookie = 'session', body = '' }: Call): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        cookie: `${cookie}=${session}`,
        'accept-language': 'ru',
        'x-forwarded-for': someAddress(),
        origin: baseUrl,
        ...(method === 'POST'
          ? {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
            }
          : {}),
      }
      const request = http.request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  return {
    get: (path, session, cookie) =>
      send({ method: 'GET', path, session, ...(cookie === undefined ? {} : { cookie }) }),
    post: (path, session, form) =>
      send({ method: 'POST', path, session, body: new URLSearchParams(form).toString() }),
    close: () => agent.destroy(),
  }
}
