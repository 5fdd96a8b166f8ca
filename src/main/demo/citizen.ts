import { randomBytes } from 'node:crypto'
import {
  certificateRequest,
  generateKeys,
  makeKeyFile,
  type OpenedKey,
  openKeyFile,
  signDetached,
} from '#apps/ui/browser/keys'
import type { Page } from './page.ts'
import type { Visitor } from './visitor.ts'

/** A step that did not come out as it should; the page that the citizen got tells why. */
export class StepFailed extends Error {}

const told = ({ html }: Page): string => {
  const [, summary = ''] = /govuk-error-summary[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(html) ?? []
  const [, title = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? []
  return `${title} ${summary}`
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function expectPath(page: Page, path: RegExp): Page {
  if (page.status === 200 && path.test(new URL(page.url).pathname)) return page
  throw new StepFailed(`${new URL(page.url).pathname} (${page.status}): ${told(page)}`)
}

const buffer = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, 'base64')).buffer

/** Registers on the portal by IIN or BIN and password; false when this number has an account already. */
export async function register(
  visitor: Visitor,
  claim: { number: string; headIin?: string; password: string },
): Promise<boolean> {
  const { number, headIin = '', password } = claim
  const found = await visitor.submit(await visitor.get('/register'), '/register', {
    number,
    headIin,
  })
  if (found.status === 409) return false
  const done = await visitor.submit(found, '/register/password', {
    number,
    headIin,
    password,
    repeat: password,
  })
  if (done.status === 409) return false
  expectPath(done, /^\/cabinet/)
  return true
}

export async function signIn(visitor: Visitor, number: string, password: string): Promise<void> {
  expectPath(
    await visitor.submit(await visitor.get('/sign-in'), '/sign-in', { number, password }),
    /^\/cabinet/,
  )
}

export const signOut = async (visitor: Visitor): Promise<void> => {
  expectPath(await visitor.submit(await visitor.get('/cabinet'), '/sign-out'), /^\/$/)
}

interface Issued {
  readonly certificate: string
  readonly chain: readonly string[]
  readonly label: string
}

/** Makes a key, has it certified, and puts the key file together, as the browser does; then opens that file. */
export async function getKey(visitor: Visitor): Promise<OpenedKey> {
  const keys = await generateKeys()
  const request = Buffer.from(await certificateRequest(keys)).toString('base64')
  const page = await visitor.get('/get-key')
  const answer = await visitor.submit(page, '/get-key', { request })
  if (answer.status !== 200)
    throw new StepFailed(`no key (${answer.status}): ${answer.html.slice(0, 300)}`)
  const issued = JSON.parse(answer.html) as Issued
  const password = randomBytes(12).toString('base64url')
  const file = await makeKeyFile({
    privateKey: keys.privateKey,
    certificate: buffer(issued.certificate),
    chain: issued.chain.map(buffer),
    password,
    label: issued.label,
  })
  return openKeyFile(file, password)
}

/** Orders the service and gives the number of the request. */
export async function order(visitor: Visitor, service: string): Promise<Page> {
  const page = await visitor.get(`/services/${service}/order`)
  const opened = await visitor.submit(page, `/services/${service}/order`)
  return untilFillable(visitor, opened)
}

const PATIENCE_MS = 30_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The register is asked who the applicant is before the form opens; that takes a moment. */
async function untilFillable(visitor: Visitor, opened: Page): Promise<Page> {
  let page = opened
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (/\/fill\//.test(page.url) || page.url.endsWith('/check')) return page
    if (page.status !== 200) throw new StepFailed(told(page))
    await pause(50)
    page = await visitor.get(`/requests/${numberOf(page)}/fill`)
  }
  throw new StepFailed('the form did not open')
}

export function numberOf(page: Page): string {
  const [, number] = /\/requests\/(\d{14})/.exec(page.url) ?? []
  if (number === undefined) throw new StepFailed(`${page.url}: ${told(page)}`)
  return number
}

/** Goes through the pages of the form with these answers, and on to signing. */
export async function fill(
  visitor: Visitor,
  first: Page,
  answers: Readonly<Record<string, string>>,
): Promise<Page> {
  let page = first
  for (let turn = 0; turn < 20 && /\/fill\//.test(page.url); turn += 1) {
    const form = page.forms.find((one) => one.action.includes('/fill/'))
    const wanted = Object.entries(answers).filter(
      ([name]) => form !== undefined && name in { ...form.fields },
    )
    const asked = Object.entries(answers).filter(([name]) => page.html.includes(`name="${name}"`))
    page = await visitor.submit(page, '/fill/', Object.fromEntries([...wanted, ...asked]))
    if (page.status !== 200) throw new StepFailed(told(page))
  }
  return expectPath(await visitor.submit(page, '/check'), /\/sign$/)
}

/** Reads the page to sign, signs exactly its bytes, and files the request. */
export async function sign(visitor: Visitor, page: Page, key: OpenedKey): Promise<Page> {
  const [, content = ''] = /data-content="([^"]+)"/.exec(page.html) ?? []
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  const cms = Buffer.from(await signDetached(key, bytes, new Date())).toString('base64')
  return expectPath(
    await visitor.submit(page, new URL(page.url).pathname, { cms }),
    /\/requests\/\d{14}$/,
  )
}

/** Waits on the page of the request until its result can be opened. */
export async function untilReady(visitor: Visitor, number: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    const page = await visitor.get(`/requests/${number}`)
    if (page.html.includes(`/requests/${number}/result.pdf`)) return
    if (page.html.includes('data-ended="true"')) throw new StepFailed(told(page))
  }
  throw new StepFailed('no result in half a minute')
}

export async function download(visitor: Visitor, number: string): Promise<Buffer> {
  const { status, bytes } = await visitor.download(`/requests/${number}/result.pdf`)
  if (status !== 200) throw new StepFailed(`no PDF (${status})`)
  return bytes
}

/** Has a PDF checked on the public page, without log-in, and gives the verdict. */
export async function check(visitor: Visitor, pdf: Buffer): Promise<string> {
  const page = await visitor.get('/check')
  const answer = await visitor.upload(page, '/check', {
    file: { name: 'document.pdf', type: 'application/pdf', bytes: pdf },
  })
  const [, verdict] = /data-verdict="([a-z]+)"/.exec(answer.html) ?? []
  if (verdict === undefined) throw new StepFailed(told(answer))
  return verdict
}
