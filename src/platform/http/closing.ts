import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Requests that run have so long to end once the server closes. */
const PATIENCE_MS = 10_000

/** How many requests run on each open connection; `onQuiet` is called when the last one of a connection has ended. */
function countRequests({ server }: FastifyInstance, onQuiet: (socket: Socket) => void) {
  const running = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0)
    socket.once('close', () => running.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (running.get(socket) ?? 1) - 1
      if (running.has(socket)) running.set(socket, left)
      if (left === 0) onQuiet(socket)
    })
  })
  return running
}

/**
 * Closing waits for requests that run and for nothing else: not for connections kept for a next request, nor for ones that
 * never asked anything. After ten seconds it waits for nobody.
 */
export function addClosing(app: FastifyInstance) {
  let closing = false
  const running = countRequests(app, (socket) => {
    if (closing) socket.end()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    closing = true
    const { server } = app
    // A connection may still come in before the server has stopped listening.
    server.on('connection', (socket: Socket) => socket.destroy())
    for (const [socket, requests] of running) if (requests === 0) socket.destroy()
    if (!server.listening) return
    const last = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.once('close', () => clearTimeout(last))
  })
}
