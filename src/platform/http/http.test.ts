import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import { h } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { LANGS } from '#core/kernel'
import { checkCatalogue } from '#platform/i18n'
import { httpErrors, type HttpOptions, STRICT } from './index.ts'
import { BROWSER, cookiesOf, IIN, type Started, startServer, tokenIn } from './testing/index.ts'

const open: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()))
})
async function start(over: Partial<HttpOptions> = {}): Promise<Started> {
  const started = await startServer(over)
  open.push(started.app)
  return started
}

describe('headers', () => {
  it('allow our own origin alone, and no inline script or style', async () => {
    const { app } = await start()
    const { headers } = await app.inject('/form')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toMatch(/unsafe|http:|\*|wss:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('lets a form lead on to the bank where a page says that it needs to, and nowhere else', async () => {
    const { app: paying } = await startServer({ bankOrigin: 'https://bank.test' })
    const policyOf = async (url: string) =>
      String((await paying.inject(url)).headers['content-security-policy'])
    expect(await policyOf('/pay')).toContain("form-action 'self' https://bank.test;")
    expect(await policyOf('/form')).toContain("form-action 'self';")
    await paying.close()
  })

  it('widen the policy only for the route that asks', async () => {
    const { app } = await start()
    const policy = String((await app.inject('/wasm')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).toContain('wss://127.0.0.1:13579')
  })

  it('promise https only where there is https', async () => {
    const plain = await (await start()).app.inject('/form')
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    expect(plain.cookies[0]).toMatchObject({ name: 'form', httpOnly: true, sameSite: 'Lax' })
    const secure = await (await start({ publicUrl: 'https://qyzmet.test' })).app.inject('/form')
    expect(secure.headers['strict-transport-security']).toContain('max-age=31536000')
    expect(secure.cookies[0]).toMatchObject({ name: '__Host-form', secure: true, path: '/' })
  })
})

describe('the language', () => {
  const langOf = async (app: FastifyInstance, over: InjectOptions) =>
    (await app.inject({ url: '/form', ...over })).headers['content-language']

  it('is the address, then the cookie, then the account, then the browser, then Kazakh', async () => {
    const sessionOf = async (request: FastifyRequest) =>
      request.headers['x-in'] === undefined
        ? undefined
        : ({ id: '1', csrfSecret: 's', lang: 'ru', account: {} } as const)
    const { app } = await start({ sessionOf })
    const headers = { 'accept-language': 'de, en-GB;q=0.8, ru;q=0.5' }
    const signedIn = { ...headers, 'x-in': '1' }
    expect(await langOf(app, { url: '/form?lang=en', cookies: { lang: 'ru' } })).toBe('en')
    expect(await langOf(app, { headers: signedIn, cookies: { lang: 'kk' } })).toBe('kk')
    expect(await langOf(app, { headers: signedIn })).toBe('ru')
    expect(await langOf(app, { headers })).toBe('en')
    expect(await langOf(app, { headers: { 'accept-language': 'de' } })).toBe('kk')
  })

  it('that the address asks for is kept for the next page', async () => {
    const { app } = await start()
    const { cookies } = await app.inject('/form?lang=ru&q=1')
    expect(cookies.find(({ name }) => name === 'lang')?.value).toBe('ru')
  })
})

describe('refusals', () => {
  it('have all their texts', () => {
    const texts = Object.entries(httpErrors.definitions).map(([key, { text }]) => [key, text])
    expect(checkCatalogue(Object.fromEntries(texts))).toEqual([])
  })

  it.each([
    ['/none', 404, 'HTTP_NOT_FOUND'],
    ['/forbidden', 403, 'HTTP_FORBIDDEN'],
    ['/broken', 500, 'HTTP_INTERNAL'],
  ])(
    'of %s are a page in each language, with code and reference, without a stack',
    async (url, status, code) => {
      const { app } = await start()
      const bodies = new Set<string>()
      for (const lang of LANGS) {
        const reply = await app.inject({
          url: `${url}?lang=${lang}`,
          headers: { accept: 'text/html' },
        })
        expect(reply.statusCode).toBe(status)
        expect(reply.body).toContain(`<html lang="${lang}"`)
        expect(reply.body).toContain(code)
        expect(reply.body).toContain(String(reply.headers['x-request-id']))
        expect(reply.body).not.toMatch(/secret|\.ts:|Error:/)
        bodies.add(reply.body.replace(/lang="\w\w"/, ''))
      }
      expect(bodies.size).toBe(3)
    },
  )

  it('are JSON for who asks for JSON', async () => {
    const { app } = await start()
    const reply = await app.inject({ url: '/none', headers: { accept: 'application/json' } })
    expect(reply.json()).toMatchObject({ error: { code: 'HTTP_NOT_FOUND' } })
  })

  it('come after too many tries, with the time to wait', async () => {
    const { app } = await start()
    for (let i = 0; i < STRICT.max; i++) expect((await app.inject('/strict')).statusCode).toBe(200)
    const reply = await app.inject('/strict')
    expect(reply.statusCode).toBe(429)
    expect(reply.body).toContain('HTTP_TOO_MANY')
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('of a body that is too large or unreadable are coded', async () => {
    const { app } = await start({ bodyBytes: 100 })
    const send = (payload: string, type: string) =>
      app.inject({ method: 'POST', url: '/form', headers: { 'content-type': type }, payload })
    expect((await send('a'.repeat(200), 'application/json')).statusCode).toBe(413)
    expect((await send('{', 'application/json')).statusCode).toBe(400)
    expect((await send('x', 'text/csv')).statusCode).toBe(415)
  })

  it('of an address without end are a page, and of headers without end are told in three languages', async () => {
    const { app } = await start()
    const long = await app.inject({ url: `/form?q=${'a'.repeat(9000)}&lang=ru`, headers: BROWSER })
    expect([long.statusCode, long.body.includes('HTTP_ADDRESS_TOO_LONG')]).toEqual([414, true])
    expect(long.body).toContain('слишком длинный')
    const base = await app.listen({ host: '127.0.0.1', port: 0 })
    const longer = await fetch(`${base}/form?q=${'a'.repeat(30_000)}`, { headers: BROWSER })
    expect([longer.status, (await longer.text()).includes('HTTP_ADDRESS_TOO_LONG')]).toEqual([
      414,
      true,
    ])
    const endless = await fetch(`${base}/form?q=${'a'.repeat(70_000)}`, { headers: BROWSER })
    const told = await endless.text()
    expect([endless.status, told.includes('HTTP_HEADERS_TOO_LARGE')]).toEqual([431, true])
    for (const lang of ['kk', 'ru', 'en']) expect(told).toContain(`<p lang="${lang}">`)
  })

  it('fall back to the plain page when the error view fails itself', async () => {
    const errorView = () => {
      throw new Error('view')
    }
    const { app } = await start({ errorView })
    expect((await app.inject('/none')).body).toContain('HTTP_NOT_FOUND')
  })
})

describe('a flash message', () => {
  it('is said once, and only as we wrote it', async () => {
    const { app } = await start()
    const page = await app.inject({ url: '/form', headers: BROWSER })
    const sent = await app.inject({
      method: 'POST',
      url: '/flash',
      headers: { ...BROWSER, 'x-csrf-token': tokenIn(page.body) },
      cookies: cookiesOf(page),
    })
    const { flash = '' } = cookiesOf(sent)
    const said = await app.inject({ url: '/said', cookies: { flash } })
    expect(said.body).toContain('Сақталды')
    expect(said.cookies.find(({ name }) => name === 'flash')?.value).toBe('')
    const forged = await app.inject({ url: '/said', cookies: { flash: `x${flash}` } })
    expect(forged.body).not.toContain('Сақталды')
  })
})

describe('the log', () => {
  it('holds the pattern of the route and never an address or a person', async () => {
    const { app, lines } = await start()
    await app.inject(`/person/${IIN}?name=Salova`)
    await app.inject('/broken')
    expect(lines.join('')).toContain('/person/:iin')
    expect(lines.join('')).not.toMatch(/Salova|900101300017/)
  })
})

describe('health and draining', () => {
  it('fail when a check fails', async () => {
    const { app } = await start({
      checks: { database: async () => false, queue: async () => true },
    })
    const reply = await app.inject('/health')
    expect(reply.statusCode).toBe(503)
    expect(reply.json()).toEqual({ status: 'failing', failed: ['database'] })
  })

  it('answer 503 to new requests while a running one ends', async () => {
    const { app } = await start()
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    app.get('/slow', async (_request, reply) => {
      await gate
      return reply.send('done')
    })
    const slow = app.inject('/slow')
    await wait(1)
    app.startDraining()
    const refused = await app.inject('/form')
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['retry-after']).toBe('5')
    expect((await app.inject('/health')).json()).toMatchObject({ status: 'draining' })
    release()
    expect((await slow).body).toBe('done')
  })
})

describe('a page that may be kept', () => {
  it('is not sent again while it is the same', async () => {
    const { app } = await start()
    app.get('/open', (_request, reply) => reply.page(h('p', {}, 'x'), { cache: 'revalidate' }))
    const first = await app.inject('/open')
    const etag = String(first.headers.etag)
    const again = await app.inject({ url: '/open', headers: { 'if-none-match': etag } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })
})
