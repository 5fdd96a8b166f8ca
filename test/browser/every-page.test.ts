import fs from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Lang } from '#core/kernel'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  axeFindings,
  behindProxy,
  openSurfer,
  overflow,
  startBrowser,
  type Surfer,
} from './kit/surfer.ts'
import {
  fill,
  openKey,
  order,
  SERVICE,
  sign,
  signIn,
  submitOf,
  toSigning,
  untilEnded,
} from './kit/way.ts'

/** Pictures of all pages are put here when the folder exists, to be looked at after a run. */
const shots = path.join(os.tmpdir(), 'qyzmet-shots')

let platform: TestPlatform
let browser: Browser

beforeAll(async () => {
  platform = await startTestPlatform({ env: behindProxy })
  browser = await startBrowser(inject('chromium'))
})

afterAll(async () => {
  await browser.close()
  await platform.stop()
})

/** Each page is seen in all four ways over its languages. */
const LOOKS = {
  kk: [
    { width: 1280, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ],
  ru: [
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ],
  en: [
    { width: 1280, colorScheme: 'light' },
    { width: 320, colorScheme: 'light' },
  ],
} as const

/** Opens what is folded, so that it is looked at too. */
const unfold = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)

function accountOf(id: string) {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(id)
  return account
}

/** Looks at the page as it stands, wide and narrow, light and dark. */
async function defectsOf(page: Page, lang: Lang, name: string): Promise<string[]> {
  const defects: string[] = []
  const told = (where: string, found: readonly string[]) =>
    defects.push(...found.map((one) => `${name} ${where}: ${one}`))
  for (const { width, colorScheme } of LOOKS[lang]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    told(`${width} ${colorScheme}`, [...(await overflow(page)), ...(await axeFindings(page))])
    if (fs.existsSync(shots)) {
      const picture = `${name}-${lang}-${width}-${colorScheme}.png`
      await page.screenshot({ path: path.join(shots, picture), fullPage: true })
    }
  }
  const html = await page.getAttribute('html', 'lang')
  if (html !== lang) told('html', [`lang is ${html}, not ${lang}`])
  if (!/\S – Qyzmet$/.test(await page.title())) told('title', [await page.title()])
  return defects
}

/** One reader in one language; collects what is wrong on every page that was looked at. */
async function reader(lang: Lang) {
  const surfer: Surfer = await openSurfer(browser, platform.baseUrl, { locale: lang })
  const defects: string[] = []
  return {
    ...surfer,
    async look(name: string) {
      defects.push(...(await defectsOf(surfer.page, lang, name)))
      await surfer.page.setViewportSize({ width: 1280, height: 900 })
    },
    async see(to: string, name: string) {
      await surfer.goto(to)
      await this.look(name)
    },
    async done() {
      await surfer.context.close()
      expect([...defects, ...surfer.complaints]).toEqual([])
    },
  }
}

const waysOf = async (lang: Lang) => {
  const one = await reader(lang)
  const { page } = one
  const send = async (action: string, fields: Readonly<Record<string, string>> = {}) => {
    for (const [name, value] of Object.entries(fields))
      await page.fill(`main [name="${name}"]`, value)
    await Promise.all([page.waitForNavigation(), submitOf(page, action).first().click()])
  }
  return { ...one, one, page, send }
}

describe('every page', () => {
  it.each(['kk', 'ru', 'en'] as const)('for everybody is accessible and fits: %s', async (lang) => {
    const { one, page, send } = await waysOf(lang)
    await one.see('/', 'home')
    await one.see('/services', 'catalogue')
    await one.see('/services?q=qqqq', 'catalogue-none')
    await one.goto(`/services/${SERVICE}`)
    await unfold(page)
    await one.look('service')
    await one.see('/check', 'check')
    await send('/check', { number: '123' })
    await one.look('check-error')
    await one.goto('/check')
    await send('/check', { number: '10100005622331' })
    await one.look('check-unknown')
    await one.see('/systems', 'systems')
    await one.goto('/help')
    await unfold(page)
    await one.look('help')
    await one.see('/register', 'register')
    await send('/register', { number: '123' })
    await one.look('register-error')
    await send('/register', { number: accountOf('tenant').number })
    await one.look('register-known')
    await one.see('/sign-in?to=%2Fcabinet%2Frequests', 'sign-in')
    await send('/sign-in', { number: '900115300102', password: 'x' })
    await one.look('sign-in-error')
    await one.see('/forgot-password', 'forgot')
    await send('/forgot-password', { number: '900115300102' })
    await one.look('forgot-proof')
    await one.see('/nowhere', 'not-found')
    await one.done()
  })
})

describe('the cabinet', () => {
  it.each([
    ['tenant', 'ru'],
    ['owner', 'kk'],
    ['director', 'en'],
  ] as const)('of %s in %s', async (id, lang) => {
    const account = accountOf(id)
    const { one, page, send } = await waysOf(lang)
    await signIn(page, account)
    await one.goto(`/cabinet?lang=${lang}`)
    await one.see('/cabinet', 'cabinet-empty')
    await one.see('/cabinet/requests', 'requests-none')
    await one.see('/cabinet/documents', 'documents-none')
    await one.see('/cabinet/notifications', 'notifications-none')
    await one.see('/cabinet/keys', 'keys')
    await one.goto(
      (await page.locator('main a[href$="/revoke"]').first().getAttribute('href')) ?? '',
    )
    await one.look('key-revoke')
    await one.see('/get-key', 'get-key')
    await page.fill('#key-password', 'a')
    await page.click('[data-part=make]')
    await page.locator('[data-part=failure]').waitFor()
    await one.look('get-key-error')
    await page.fill('#key-password', 'long-enough-password')
    await page.fill('#key-repeat', 'long-enough-password')
    await page.click('[data-part=make]')
    await page.locator('[data-part=done]').waitFor()
    await one.look('get-key-done')
    await one.see(`/services/${SERVICE}/order`, 'order')
    await order(page)
    for (let turn = 0; turn < 9 && page.url().includes('/fill/'); turn += 1) {
      const name = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await one.look(`fill-${name}`)
      if (name === 'object') {
        await page.check('[name=object][value=address]', { force: true })
        await send('/fill/object')
        await send('/fill/object')
        await one.look('fill-object-error')
        await page.check('[name=object][value=region]', { force: true })
      }
      await send(new URL(page.url()).pathname)
    }
    await one.look('check-answers')
    await send('/check')
    await unfold(page)
    await openKey(page, { ...account, keyPassword: 'wrong' })
    await one.look('sign-wrong-password')
    await openKey(page, account)
    await one.look('sign')
    await page.click('[data-part=sign]')
    await page.waitForURL(/\/requests\/\d{14}$/)
    await untilEnded(page)
    await one.look('request-finished')
    await one.see(`${page.url()}/survey`, 'survey')
    await send('/survey')
    await one.look('survey-error')
    await one.see('/cabinet', 'cabinet')
    await order(page)
    await fill(page)
    await one.see(page.url().replace(/check$/, 'withdraw'), 'withdraw')
    await send('/withdraw')
    await one.look('request-withdrawn')
    await order(page)
    await toSigning(page, { object: 'cadastralNumber', cadastralNumber: '05:245:001:123:1:2' })
    await sign(page, account)
    await untilEnded(page)
    await unfold(page)
    await one.look('request-refused')
    await one.see('/cabinet/requests', 'requests')
    await one.see('/cabinet/documents', 'documents')
    await one.see('/cabinet/notifications', 'notifications')
    await one.see('/cabinet/data-access', 'data-access')
    await one.goto('/cabinet/profile')
    await unfold(page)
    await one.look('profile')
    await one.done()
  })
})
