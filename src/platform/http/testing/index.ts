import type { FastifyInstance, InjectOptions } from 'fastify'
import { h } from 'preact'
import { instant } from '#core/kernel'
import { createLog } from '#platform/log'
import { createHttp } from '../create-http.ts'
import { httpErrors } from '../errors.ts'
import type { HttpOptions } from '../http-options.ts'
import { STRICT } from '../rate-limits.ts'

export const IIN = '900101300017'
export const BROWSER = { 'sec-fetch-site': 'same-origin', accept: 'text/html' }

export interface Started {
  readonly app: FastifyInstance
  readonly lines: string[]
}

/** A server with one route of each kind. */
export async function startServer(over: Partial<HttpOptions> = {}): Promise<Started> {
  const lines: string[] = []
  const app = await createHttp({
    log: createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) }),
    clock: () => instant(new Date('2026-04-02T09:00:00Z')),
    secrets: { cookies: 'x'.repeat(32) },
    publicUrl: 'http://qyzmet.test',
    ...over,
  })
  app.get('/form', (request, reply) =>
    reply.page(h('p', { lang: request.lang }, reply.csrfToken())),
  )
  app.post('/form', (request, reply) =>
    reply.send({ body: request.body, files: request.uploads.map(({ name }) => name) }),
  )
  app.get('/broken', () => {
    throw new Error(`secret of ${IIN}`)
  })
  app.get('/person/:iin', (_request, reply) => reply.send('ok'))
  app.get('/forbidden', (_request, reply) => reply.refuse(httpErrors.FORBIDDEN()))
  app.get('/wasm', { config: { content: ['wasm', 'signer'] } }, (_request, reply) =>
    reply.send('x'),
  )
  app.get('/pay', { config: { content: ['pay'] } }, (_request, reply) => reply.send('x'))
  app.get('/strict', { config: { rateLimit: STRICT } }, (_request, reply) => reply.send('x'))
  app.post('/flash', (_request, reply) =>
    reply.flash({ kind: 'success', text: 'Сақталды' }).redirect('/said', 303),
  )
  app.get('/said', (request, reply) =>
    reply.page(
      h(
        'p',
        {},
        request.flash.map((f) => f.text),
      ),
    ),
  )
  app.post('/machine', { config: { machine: true } }, (_request, reply) => reply.send('ok'))
  return { app, lines }
}

export const tokenIn = (page: string): string => /<p lang="\w+">([^<]+)</.exec(page)?.[1] ?? ''
export const cookiesOf = (reply: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))

/** Opens the page of the form and posts it with its own token. */
export async function post(app: FastifyInstance, over: InjectOptions = {}, field = '_csrf') {
  const page = await app.inject({ url: '/form', headers: BROWSER })
  return app.inject({
    method: 'POST',
    url: '/form',
    headers: { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' },
    cookies: cookiesOf(page),
    payload: new URLSearchParams({ [field]: tokenIn(page.body), name: 'Әлия' }).toString(),
    ...over,
  })
}
