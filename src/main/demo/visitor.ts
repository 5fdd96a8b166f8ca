import { type Form, type Page, readForms } from './page.ts'

export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** What is typed into a form; several values of one field are the boxes that were ticked. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Somebody at the portal without a browser: keeps cookies, follows redirects, sends forms with their hidden fields. */
export interface Visitor {
  get(path: string): Promise<Page>
  /** Sends the form of `page` whose action contains `action`, with these fields on top of what stands in it. */
  submit(page: Page, action: string, fields?: Answers): Promise<Page>
  /** Sends a form with files. */
  upload(page: Page, action: string, files: Readonly<Record<string, UploadedFile>>): Promise<Page>
  download(path: string): Promise<{ readonly status: number; readonly bytes: Buffer }>
}

const MAX_REDIRECTS = 10

function cookieJar() {
  const cookies = new Map<string, string>()
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    take(response: Response) {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...rest] = line.split(';')
        const at = pair.indexOf('=')
        const gone =
          rest.some((part) => /^\s*max-age=0\s*$/i.test(part)) ||
          /expires=thu, 01 jan 1970/i.test(line)
        if (gone) cookies.delete(pair.slice(0, at))
        else cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
    },
  }
}

const pairsOf = (form: Form, fields: Answers): [name: string, value: string][] =>
  Object.entries({ ...form.fields, ...fields }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )

function bodyOf(form: Form, fields: Answers): URLSearchParams | FormData {
  const pairs = pairsOf(form, fields)
  if (!form.multipart) return new URLSearchParams(pairs)
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

function formOf(page: Page, action: string, multipart?: true): Form {
  const form = page.forms.find(
    (one) => one.action.includes(action) && (multipart === undefined || one.multipart),
  )
  if (form === undefined)
    throw new Error(`${page.url} has no form for ${action} (status ${page.status})`)
  return form
}

const headersFor = (base: string, lang: string, cookie: string) => ({
  cookie,
  'accept-language': lang,
  origin: base,
  accept: 'text/html,*/*',
})

const isRedirect = ({ status }: Response) => status >= 300 && status < 400

/** Sends requests with the visitor's cookies and follows where the answers lead. */
function createSender(base: string, lang: string, extra: Readonly<Record<string, string>>) {
  const jar = cookieJar()
  const request = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = { ...extra, ...headersFor(base, lang, jar.header()) }
    const response = await fetch(url, { ...init, redirect: 'manual', headers })
    jar.take(response)
    return response
  }
  return async (start: string, init: RequestInit): Promise<{ url: string; response: Response }> => {
    let url = new URL(start, base).href
    let response = await request(url, init)
    for (let turn = 0; turn < MAX_REDIRECTS && isRedirect(response); turn += 1) {
      await response.arrayBuffer()
      url = new URL(response.headers.get('location') ?? '/', url).href
      response = await request(url, { method: 'GET' })
    }
    return { url, response }
  }
}

/** A visitor of the portal at `base`, reading it in `lang`. `extra`: headers that a proxy before the portal would add. */
export function createVisitor(
  base: string,
  lang: 'kk' | 'ru' | 'en' = 'ru',
  extra: Readonly<Record<string, string>> = {},
): Visitor {
  const send = createSender(base, lang, extra)
  const open = async (start: string, init: RequestInit): Promise<Page> => {
    const { url, response } = await send(start, init)
    const html = await response.text()
    return { url, status: response.status, html, forms: readForms(html, url) }
  }
  return {
    get: (path) => open(path, { method: 'GET' }),
    submit(page, action, fields = {}) {
      const form = formOf(page, action)
      const target = new URL(form.action, page.url)
      if (form.method === 'post')
        return open(target.href, { method: 'POST', body: bodyOf(form, fields) })
      target.search = new URLSearchParams(pairsOf(form, fields)).toString()
      return open(target.href, { method: 'GET' })
    },
    upload(page, action, files) {
      const form = formOf(page, action, true)
      const data = new FormData()
      for (const [name, value] of Object.entries(form.fields)) data.set(name, value)
      for (const [field, { name, type, bytes }] of Object.entries(files))
        data.set(field, new Blob([new Uint8Array(bytes)], { type }), name)
      return open(new URL(form.action, page.url).href, { method: 'POST', body: data })
    },
    async download(path) {
      const { response } = await send(path, { method: 'GET' })
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
    },
  }
}
