import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { httpTransport, inProcessTransport, type Transport } from './transport.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  }
})

async function serving(listener: RequestListener, timeoutMs = 2000): Promise<Transport> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return httpTransport({ realty: `http://127.0.0.1:${port}/` }, { timeoutMs })
}
const message = Buffer.from('{}')

test('the bytes arrive and the answer comes back', async () => {
  const send = await serving((request, response) => {
    request.pipe(response)
  })
  expect((await send('realty', Buffer.from('сәлем'))).toString()).toBe('сәлем')
})

test.each<[string, RequestListener, string]>([
  [
    'tells its code',
    (_, r) => r.writeHead(503).end('REGISTRY_UNAVAILABLE'),
    'REGISTRY_UNAVAILABLE',
  ],
  [
    'fails with a page',
    (_, r) => r.writeHead(500).end('<html>840731400431</html>'),
    'GATEWAY_UNREACHABLE',
  ],
  ['sends without end', (_, r) => r.end(Buffer.alloc(2 * 1024 * 1024)), 'ENVELOPE_TOO_LARGE'],
])('a system that %s is a coded failure', async (_, listener, code) => {
  const send = await serving(listener)
  await expect(send('realty', message)).rejects.toMatchObject({ code })
})

test('a system that does not answer in time, redirects or is not there fails and is not followed', async () => {
  const silent = await serving(() => {}, 50)
  await expect(silent('realty', message)).rejects.toThrow()
  const moved = await serving((_, r) => r.writeHead(307, { location: 'http://127.0.0.1:1/' }).end())
  await expect(moved('realty', message)).rejects.toThrow()
  await expect(
    httpTransport({ realty: 'http://127.0.0.1:1/' })('realty', message),
  ).rejects.toThrow()
})

test('a system without a route is a coded failure, also one named like a member of every object', async () => {
  for (const to of ['persons', 'constructor', '__proto__']) {
    await expect(inProcessTransport({})(to, message)).rejects.toMatchObject({
      code: 'GATEWAY_NO_ROUTE',
    })
    await expect(httpTransport({})(to, message)).rejects.toMatchObject({ code: 'GATEWAY_NO_ROUTE' })
  }
})
