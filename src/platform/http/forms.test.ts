import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpOptions, SessionView } from './index.ts'
import { BROWSER, cookiesOf, post, type Started, startServer, tokenIn } from './testing/index.ts'

const open: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()))
})
async function start(over: Partial<HttpOptions> = {}): Promise<Started> {
  const started = await startServer(over)
  open.push(started.app)
  return started
}

describe('a form', () => {
  it('is taken with the token of its page', async () => {
    const { app } = await start()
    const reply = await post(app)
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({ body: { name: 'Әлия' } })
  })

  it('is refused without a token, and with one of another browser', async () => {
    const { app } = await start()
    expect((await post(app, {}, 'other')).body).toContain('HTTP_STALE_FORM')
    expect((await post(app, { cookies: {} })).statusCode).toBe(403)
    const stranger = cookiesOf(await app.inject('/form'))
    expect((await post(app, { cookies: stranger })).statusCode).toBe(403)
  })

  it('is refused with the token of another session, and of no session', async () => {
    let session: SessionView | undefined = { id: '1', csrfSecret: 'a', account: {} }
    const { app } = await start({ sessionOf: async () => session })
    const page = await app.inject('/form')
    const payload = `_csrf=${tokenIn(page.body)}`
    const headers = { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' }
    const send = () => app.inject({ method: 'POST', url: '/form', headers, payload })
    expect((await send()).statusCode).toBe(200)
    session = { id: '2', csrfSecret: 'b', account: {} }
    expect((await send()).statusCode).toBe(403)
    session = undefined
    expect((await send()).statusCode).toBe(403)
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ])('that another site starts is refused: %o', async (foreign) => {
    const { app } = await start()
    const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    const reply = await post(app, { headers: { ...type, ...foreign } })
    expect(reply.statusCode).toBe(403)
    expect(reply.body).toContain('HTTP_FOREIGN_ORIGIN')
  })

  it('with files is read within limits, its token checked like any other', async () => {
    const { app } = await start({ uploads: { fileBytes: 100 } })
    const send = async (token: (real: string) => string, size: number) => {
      const page = await app.inject({ url: '/form', headers: BROWSER })
      const part = (name: string, rest: string) =>
        `--b\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n`
      const payload =
        part('_csrf', `\r\n\r\n${token(tokenIn(page.body))}`) +
        part(
          'doc',
          `; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n${'x'.repeat(size)}`,
        ) +
        '--b--\r\n'
      const headers = { ...BROWSER, 'content-type': 'multipart/form-data; boundary=b' }
      return app.inject({
        method: 'POST',
        url: '/form',
        headers,
        cookies: cookiesOf(page),
        payload,
      })
    }
    expect((await send((real) => real, 50)).json()).toMatchObject({ files: ['a.pdf'] })
    expect((await send(() => 'junk', 50)).statusCode).toBe(403)
    const large = await send((real) => real, 200)
    expect(large.statusCode).toBe(413)
    expect(large.body).toContain('HTTP_TOO_LARGE')
  })

  it('can say of a file beyond the limit itself, its token checked like any other', async () => {
    const { app } = await start({ uploads: { fileBytes: 100 } })
    app.post('/file', { config: { keepsOversized: true } }, ({ uploads, oversized, body }) => ({
      files: uploads.length,
      oversized,
      body,
    }))
    const send = async (token: (real: string) => string, size: number) => {
      const page = await app.inject({ url: '/form', headers: BROWSER })
      const payload = [
        `--b\r\ncontent-disposition: form-data; name="doc"; filename="a.pdf"\r\n\r\n${'x'.repeat(size)}\r\n`,
        `--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token(tokenIn(page.body))}\r\n--b--\r\n`,
      ].join('')
      const headers = { ...BROWSER, 'content-type': 'multipart/form-data; boundary=b' }
      const cookies = cookiesOf(page)
      return app.inject({ method: 'POST', url: '/file', headers, cookies, payload })
    }
    expect((await send((real) => real, 50)).json()).toMatchObject({ files: 1, oversized: [] })
    expect((await send((real) => real, 2e6)).json()).toMatchObject({ files: 0, oversized: ['doc'] })
    expect((await send(() => 'junk', 2e6)).statusCode).toBe(403)
  })

  it('is not asked of machines', async () => {
    const { app } = await start()
    const reply = await app.inject({ method: 'POST', url: '/machine' })
    expect(reply.statusCode).toBe(200)
    expect(reply.cookies).toEqual([])
  })
})
