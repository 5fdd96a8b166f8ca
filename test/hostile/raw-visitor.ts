import { randomInt } from 'node:crypto'
import type { Lang } from '#core/kernel'

export interface Raw {
  readonly status: number
  readonly text: string
}

type Headers = Readonly<Record<string, string>>

/** Somebody who sends what no page of ours would: own fields, own bytes, own headers. Cookies and the form token are kept. */
export interface RawVisitor {
  readonly cookies: Map<string, string>
  token(): string
  /** Takes the form token of a page, as after signing in. */
  refresh(path: string): Promise<void>
  /** Goes on from another address. */
  move(): void
  get(path: string): Promise<Raw>
  post(path: string, fields: Headers, headers?: Headers): Promise<Raw>
  send(path: string, body: string | Buffer, headers?: Headers): Promise<Raw>
}

const someAddress = () => [10, randomInt(256), randomInt(256), randomInt(256)].join('.')

const encode = (fields: Headers): URLSearchParams => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

export async function rawVisitor(
  base: string,
  page: string,
  lang: Lang = 'en',
): Promise<RawVisitor> {
  const cookies = new Map<string, string>()
  let address = someAddress()
  let token = ''
  const call = async (path: string, init: RequestInit, headers: Headers = {}): Promise<Raw> => {
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': lang,
        'x-forwarded-for': address,
        accept: 'text/html',
        ...headers,
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return { status: response.status, text: await response.text() }
  }
  const refresh = async (path: string) => {
    const { text } = await call(path, {})
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token
  }
  await refresh(page)
  return {
    cookies,
    token: () => token,
    refresh,
    move: () => {
      address = someAddress()
    },
    get: (path) => call(path, {}),
    post: (path, fields, headers) =>
      call(path, { method: 'POST', body: encode({ _csrf: token, ...fields }) }, headers),
    send: (path, body, headers) =>
      call(
        path,
        { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body) },
        { 'x-csrf-token': token, ...headers },
      ),
  }
}
