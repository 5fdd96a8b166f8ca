import { once } from 'node:events'
import http from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createEventStreams } from './index.ts'
import { startServer } from './testing/index.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0)) await step()
})

/** A server that really listens; the port it got. */
async function listening(prepare: (app: FastifyInstance) => void = () => {}) {
  const { app } = await startServer()
  prepare(app)
  await app.listen({ host: '127.0.0.1', port: 0 })
  undo.push(() => app.server.closeAllConnections())
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { app, port: address.port }
}

/** Whether the server has closed before a person would press Ctrl-C again. */
const closes = async (app: FastifyInstance): Promise<boolean> =>
  Promise.race([app.close().then(() => true), wait(2000, false, { ref: false })])

describe('a server that closes', () => {
  it('ends the event streams that are open and waits for none', async () => {
    const ended: string[] = []
    const { app, port } = await listening((server) => {
      const streams = createEventStreams(server, { perOwner: 4 })
      server.get('/events', (_request, reply) => {
        const stream = streams.open(reply, 'owner')
        stream?.whenEnded(() => ended.push('told'))
        stream?.send('hello')
        return reply
      })
    })
    const answer = await fetch(`http://127.0.0.1:${port}/events`)
    const text = answer.text()
    expect(await closes(app)).toBe(true)
    expect(await text).toContain('data: hello\n\n')
    expect(ended).toEqual(['told'])
  })

  it('lets a running request end, then closes its kept connection', async () => {
    const { app, port } = await listening((server) => {
      server.get('/slow', async () => {
        await wait(300)
        return 'done'
      })
    })
    const agent = new http.Agent({ keepAlive: true })
    undo.push(() => agent.destroy())
    const request = http.get({ port, path: '/slow', agent })
    const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
    await once(request, 'socket')
    await wait(50)
    const closing = closes(app)
    const [answer] = await answered
    answer.resume()
    expect(answer.statusCode).toBe(200)
    expect(await closing).toBe(true)
  })

  it('waits for no connection on which nothing was asked', async () => {
    const { app, port } = await listening()
    const fresh = connect(port, '127.0.0.1')
    const half = connect(port, '127.0.0.1')
    undo.push(
      () => fresh.destroy(),
      () => half.destroy(),
    )
    await Promise.all([once(fresh, 'connect'), once(half, 'connect')])
    half.write('GET /form HTTP/1.1\r\nhost:')
    await wait(50)
    expect(await closes(app)).toBe(true)
  })
})

describe('event streams', () => {
  it('are limited for each owner, and a place becomes free when one ends', async () => {
    const { port } = await listening((server) => {
      const streams = createEventStreams(server, { perOwner: 2 })
      server.get<{ Params: { owner: string } }>('/events/:owner', (request, reply) => {
        const stream = streams.open(reply, request.params.owner)
        if (stream === undefined) return reply.code(429).send()
        stream.send('hello')
        return reply
      })
    })
    const open = (owner: string, signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}/events/${owner}`, signal === undefined ? {} : { signal })
    const leaving = new AbortController()
    expect((await open('a', leaving.signal)).status).toBe(200)
    expect((await open('a')).status).toBe(200)
    expect((await open('a')).status).toBe(429)
    expect((await open('b')).status).toBe(200)
    leaving.abort()
    await expect.poll(async () => (await open('a')).status).toBe(200)
    expect((await open('a')).status).toBe(429)
  })

  it('write one event with its id, whatever lines it has', async () => {
    const { port } = await listening((server) => {
      const streams = createEventStreams(server, { perOwner: 2 })
      server.get('/events', (_request, reply) => {
        const stream = streams.open(reply, 'a')
        stream?.send('one\ntwo', '7')
        stream?.end()
        stream?.send('too late')
        return reply
      })
    })
    const answer = await fetch(`http://127.0.0.1:${port}/events`)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toBe('retry: 3000\n\nid: 7\ndata: one\ndata: two\n\n')
  })
})
