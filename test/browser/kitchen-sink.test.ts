import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { instant } from '#core/kernel'
import { createUi, visitOf } from '#apps/ui'
import { samplePages } from '#apps/ui/testing'
import { buildAssets } from '#platform/assets'
import { createHttp } from '#platform/http'
import { createLog } from '#platform/log'

const root = resolve(import.meta.dirname, '../..')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const shots = join(tmpdir(), 'shots')
const NAMES = samplePages('').map(({ name }) => name)
const WIDTHS = [1280, 320]
const SCHEMES = ['light', 'dark'] as const
const CASES = NAMES.flatMap((name) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ name, width, scheme }))),
)

let app: FastifyInstance
let browser: Browser
let origin: string
let out: string

beforeAll(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'kitchen-')), 'assets')
  await mkdir(shots, { recursive: true })
  const assets = await buildAssets({ root, out })
  const ui = createUi({ assets })
  app = await createHttp({
    log: createLog({ level: 'silent', pretty: false }),
    clock: () => instant(new Date()),
    secrets: { cookies: 'k'.repeat(32) },
    publicUrl: 'http://localhost',
    requestsPerMinute: 100_000,
    assets,
    errorView: ui.errorView,
  })
  for (const { name } of samplePages(''))
    app.get(`/${name}`, (request, reply) => {
      const sample = samplePages(reply.csrfToken()).find((each) => each.name === name)
      if (sample === undefined) throw new TypeError(name)
      return reply.page(ui.page(visitOf(request, reply, sample.account), sample.props))
    })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
}, 60_000)

afterAll(async () => {
  await browser.close()
  await app.close()
  await rm(resolve(out, '..'), { recursive: true, force: true })
})

/** Opens a page and hands over what the browser complained of on the way. */
async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<{ seen: T; complaints: readonly string[] }> {
  const context = await browser.newContext({ ...options, bypassCSP: false })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${origin}${path}`, { waitUntil: 'load' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  const seen = await look(page)
  await context.close()
  return { seen, complaints }
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'))
  const found: unknown = await page.evaluate(
    `axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
      .then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.target.join(' ') + ' ' + (n.any[0]?.message ?? ''))))`,
  )
  return Array.isArray(found) ? found.map(String) : ['axe did not run']
}

describe('every part of a page', () => {
  it.each(CASES)(
    'is accessible and fits: $name at $width px, $scheme',
    async ({ name, width, scheme }) => {
      const options = { viewport: { width, height: 900 }, colorScheme: scheme }
      const lang = samplePages('').find((each) => each.name === name)?.lang ?? 'kk'
      const { seen, complaints } = await visit(`/${name}?lang=${lang}`, options, async (page) => {
        await page.screenshot({
          path: join(shots, `${name}-${width}-${scheme}.png`),
          fullPage: true,
        })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        return { findings: await axeFindings(page), wide }
      })
      expect(seen.findings).toEqual([])
      expect(seen.wide).toBeLessThanOrEqual(width)
      expect(complaints).toEqual([])
    },
  )

  it('uses our own font, with the Kazakh letters', async () => {
    const { seen } = await visit('/home?lang=kk', {}, (page) =>
      page.evaluate(() => document.fonts.check('16px "Golos Text Variable"', 'ӘҒҚҢӨҰҮҺІ')),
    )
    expect(seen).toBe(true)
  })

  it('keeps what was typed when the language is switched, and the page', async () => {
    const { seen } = await visit('/form?lang=kk&step=2', {}, async (page) => {
      await page.fill('#note', 'Екі қабатты үй')
      await page.check('#variant-2')
      await page.fill('#password', 'secret')
      await page.click('.q-lang a[lang=ru]')
      await page.waitForURL(/lang=ru/)
      return {
        url: page.url(),
        note: await page.inputValue('#note'),
        variant: await page.isChecked('#variant-2'),
        password: await page.inputValue('#password'),
        html: await page.getAttribute('html', 'lang'),
      }
    })
    expect(seen).toMatchObject({ note: 'Екі қабатты үй', variant: true, password: '', html: 'ru' })
    expect(seen.url).toContain('/form?lang=ru&step=2')
  })

  it('shows and hides a password, and moves to the field of an error', async () => {
    const { seen, complaints } = await visit('/form?lang=en', {}, async (page) => {
      const focused = await page.evaluate(() => document.activeElement?.className)
      await page.click('.govuk-password-input__toggle')
      const type = await page.getAttribute('#password', 'type')
      await page.click('.govuk-error-summary a[href="#iin"]')
      return { focused, type, field: await page.evaluate(() => document.activeElement?.id) }
    })
    expect(seen).toEqual({ focused: 'govuk-error-summary', type: 'text', field: 'iin' })
    expect(complaints).toEqual([])
  })

  it('can be read without JavaScript', async () => {
    const { seen } = await visit('/form?lang=en', { javaScriptEnabled: false }, (page) =>
      page.isVisible('#iin'),
    )
    expect(seen).toBe(true)
  })
})
