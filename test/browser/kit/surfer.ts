import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Settings of a platform whose visitors come from different addresses. */
export const behindProxy = { QYZMET_TRUST_PROXY: 'yes' } as const

/** Somebody at the portal with a real browser. What the browser complains of is kept: a broken rule of the CSP, an error of a script. */
export interface Surfer {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
  /** Opens a path of the portal. */
  goto(path: string): Promise<void>
}

export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] })

/** A refused form answers with a status such as 422, which Chromium reports as an error of loading. */
const isAnswerOfForm = (text: string): boolean =>
  /^Failed to load resource: the server responded with a status of 4(00|01|02|04|09|10|22|29)/.test(
    text,
  )

/** Everybody at an address of their own, so that the limits of one address are not met by the many people of one test. */
const ownAddress = (): string => `10.${[0, 0, 0].map(() => randomInt(1, 255)).join('.')}`

/**
 * Opens a browser window of somebody new. The platform must believe X-Forwarded-For: see {@link behindProxy}.
 */
export async function openSurfer(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<Surfer> {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-forwarded-for': ownAddress() },
    baseURL,
    viewport: { width: 1280, height: 900 },
    locale: 'kk',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const watch = (one: Page): void => {
    one.on('console', (message) => {
      const complaint = ['error', 'warning'].includes(message.type())
      if (complaint && !isAnswerOfForm(message.text())) complaints.push(message.text())
    })
    one.on('pageerror', (error) => complaints.push(error.message))
  }
  watch(page)
  context.on('page', watch)
  return {
    context,
    page,
    complaints,
    async goto(to) {
      await page.goto(to)
    },
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, one line a node. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if ((await page.evaluate('typeof globalThis.axe')) === 'undefined') await page.evaluate(axeSource)
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
  )
  return Array.isArray(found) ? found.map(String) : ['axe did not run']
}

/** What of the page does not fit into its window. */
export async function overflow(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(`(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > wide + 1)
      .slice(0, 5).map((one) => one.tagName + '.' + one.className + ' ' + Math.round(one.getBoundingClientRect().right))
  })()`)
  return Array.isArray(found) ? found.map(String) : []
}
