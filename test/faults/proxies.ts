import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send } from 'node:http'
import net from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { damaged, type Faults, SLOW_MS } from './faults.ts'

export interface Proxy {
  readonly port: number
  close(): Promise<void>
}

const portOf = (server: net.Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

interface Passed {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

async function pass(port: number, from: IncomingMessage, body: Buffer): Promise<Passed> {
  const { method, url, headers } = from
  const outgoing = send({ host: '127.0.0.1', port, method, path: url, headers })
  outgoing.end(body)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return {
    status: response.statusCode ?? 502,
    type: response.headers['content-type'] ?? 'application/octet-stream',
    body: await buffer(response),
  }
}

/** A line of HTTP to a port of this machine: passes messages on, unless its system has a fault now. */
export async function createHttpProxy(
  faults: Faults,
  system: string,
  port: number,
): Promise<Proxy> {
  const server = createServer((request, response) => {
    const serve = async () => {
      const body = await buffer(request)
      const mode = faults.modeOf(system)
      if (mode !== undefined) faults.hit(system)
      if (mode === 'down') {
        request.socket.destroy()
        return
      }
      if (mode === 'slow') await pause(SLOW_MS)
      if (mode === 'twice') await pass(port, request, body)
      const { status, type, body: answer } = await pass(port, request, body)
      response.writeHead(status, { 'content-type': type })
      response.end(mode === 'wrong' ? damaged(answer) : answer)
    }
    serve().catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/**
 * A line of bytes to a mail server. `wrong`: the server answers nonsense. `twice`: the answer that a letter was taken is lost,
 * so that it is sent again.
 */
export async function createTcpProxy(faults: Faults, system: string, port: number): Promise<Proxy> {
  const open = new Set<net.Socket>()
  const connect = async (client: net.Socket) => {
    open.add(client)
    client.on('close', () => open.delete(client))
    client.on('error', () => client.destroy())
    const mode = faults.modeOf(system)
    if (mode !== undefined) faults.hit(system)
    if (mode === 'down') return void client.destroy()
    if (mode === 'wrong') return void client.end('999 nonsense\r\n')
    if (mode === 'slow') await pause(SLOW_MS)
    const upstream = net.connect(port, '127.0.0.1')
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.end())
    client.pipe(upstream)
    upstream.on('data', (data: Buffer) => {
      const taken = mode === 'twice' && /^250[^\r\n]*(?:queued|message)/im.test(data.toString())
      if (taken) client.destroy()
      else client.write(data)
    })
    return undefined
  }
  const server = net.createServer((client) => void connect(client))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
