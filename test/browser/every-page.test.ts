import fs from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Lang } from '#core/kernel'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { axeFindings, behindProxy, openSurfer, overflow, startBrowser } from './kit/surfer.ts'
import {
  fill,
  type KeyOf,
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
  return async () => {
    await browser.close()
    await platform.stop()
  }
})

const SETTINGS = '/cabinet/notifications/settings'

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
async function openReader(lang: Lang) {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale: lang })
  const { page } = surfer
  const defects: string[] = []
  const look = async (name: string) => {
    await unfold(page)
    defects.push(...(await defectsOf(page, lang, name)))
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  return {
    page,
    lang,
    look,
    see: async (address: string, name: string) => {
      await page.goto(address)
      await look(name)
    },
    /** Fills in and sends the form that goes to `action`. */
    send: async (action: string, fields: Readonly<Record<string, string>> = {}) => {
      for (const [name, value] of Object.entries(fields))
        await page.fill(`main [name="${name}"]`, value)
      const loaded = page.waitForEvent('domcontentloaded')
      await submitOf(page, action).first().click()
      await loaded
    },
    done: async () => {
      await surfer.context.close()
      expect([...defects, ...surfer.complaints]).toEqual([])
    },
  }
}
type Reader = Awaited<ReturnType<typeof openReader>>

async function publicPages({ see, send, look, page }: Reader): Promise<void> {
  await see('/', 'home')
  await see('/services', 'catalogue')
  await see('/services?q=qqqq', 'catalogue-none')
  await see('/services?q=cghfdrf', 'catalogue-meant')
  await see('/services?category=land&for=person', 'catalogue-narrowed')
  await see(`/services/${SERVICE}`, 'service')
  await see('/services/land.plot-ownership', 'service-land')
  await see('/check', 'check')
  await send('/check', { number: '123' })
  await look('check-error')
  await page.goto('/check')
  await send('/check', { number: '10100005622331' })
  await look('check-unknown')
  await see('/systems', 'systems')
  await see('/help', 'help')
  await see('/nowhere', 'not-found')
  await see('/demonstration/mailbox', 'mailbox')
  await see('/stop-letters/00000000-0000-4000-8000-000000000000', 'mail-stop')
}

async function doors({ see, send, look }: Reader): Promise<void> {
  const { number } = accountOf('tenant')
  await see('/register', 'register')
  await send('/register', { number: '123' })
  await look('register-error')
  await send('/register', { number })
  await look('register-password')
  await see('/sign-in?to=%2Fcabinet%2Frequests', 'sign-in')
  await send('/sign-in', { number, password: 'x' })
  await look('sign-in-error')
  await see('/forgot-password', 'forgot')
  await send('/forgot-password', { number })
  await look('forgot-proof')
}

async function emptyCabinet({ see }: Reader): Promise<void> {
  await see('/cabinet', 'cabinet-empty')
  await see('/cabinet/requests', 'requests-none')
  await see('/cabinet/documents', 'documents-none')
  await see('/cabinet/notifications', 'notifications-none')
  await see('/cabinet/drafts', 'drafts-none')
}

async function keyPages({ page, see, look }: Reader): Promise<void> {
  await see('/cabinet/keys', 'keys')
  await page.locator('main a[href$="/revoke"]').first().click()
  await page.waitForURL('**/revoke')
  await look('key-revoke')
  await see('/get-key', 'get-key')
  await page.fill('#key-password', 'a')
  await page.click('[data-part=make]')
  await page.locator('[data-part=failure]').waitFor()
  await look('get-key-error')
  await page.fill('#key-password', 'long-enough-password')
  await page.fill('#key-repeat', 'long-enough-password')
  await page.click('[data-part=make]')
  await page.locator('[data-part=done]').waitFor()
  await look('get-key-done')
}

async function formPages({ page, see, look, send }: Reader): Promise<void> {
  await see(`/services/${SERVICE}/order`, 'order')
  await order(page)
  for (const name of ['applicant', 'variant', 'region', 'object', 'language']) {
    if (name !== 'applicant' || page.url().endsWith(name)) await look(`fill-${name}`)
    if (name === 'object') {
      await page.check('[name=object][value=address]')
      await send('/fill/object')
      await send('/fill/object')
      await look('fill-object-error')
      await page.check('[name=object][value=region]')
    }
    await send(`/fill/${name}`)
  }
  await look('check-answers')
  await see('/cabinet/drafts', 'drafts')
  await see('/cabinet', 'cabinet-waiting')
  await page.goBack()
  await page.goBack()
  await send('/check')
}

async function signedRequest({ page, look, see, send }: Reader, key: KeyOf): Promise<void> {
  await openKey(page, { ...key, keyPassword: 'wrong' })
  await look('sign-wrong-password')
  await openKey(page, key)
  await look('sign')
  await page.click('[data-part=sign]')
  await page.waitForURL(/\/requests\/\d{14}$/)
  await untilEnded(page)
  await look('request-finished')
  const request = page.url()
  const link = page.locator('main a[href$="result.pdf"]')
  const pdf = await page.request.get((await link.getAttribute('href')) ?? '')
  await see(`${request}/survey`, 'survey')
  await send('/survey')
  await look('survey-error')
  await page.goto('/check')
  const file = { name: 'document.pdf', mimeType: 'application/pdf', buffer: await pdf.body() }
  await page.setInputFiles('#file', file)
  await page.locator('form[enctype] button').click()
  await page.locator('[data-verdict=valid]').waitFor()
  await look('check-valid')
}

async function otherEnds({ page, look, see, send }: Reader, key: KeyOf): Promise<void> {
  await order(page)
  await fill(page)
  await see(page.url().replace(/check$/, 'withdraw'), 'withdraw')
  await send('/withdraw')
  await look('request-withdrawn')
  await order(page)
  await toSigning(page, { object: 'cadastralNumber', cadastralNumber: '05:245:001:123:1:2' })
  await sign(page, key)
  await untilEnded(page)
  await look('request-refused')
}

async function fullCabinet({ page, see, look }: Reader): Promise<void> {
  await see('/cabinet', 'cabinet')
  await see('/cabinet/requests', 'requests')
  await see('/cabinet/documents', 'documents')
  await see('/cabinet/notifications', 'notifications')
  await see('/cabinet/data-access', 'data-access')
  await see('/cabinet/profile', 'profile')
  await see('/cabinet/sessions', 'sessions')
  await see('/cabinet/requests?status=finished&period=month', 'requests-narrowed')
  await page.goto('/cabinet/documents')
  await page.locator('main table a').first().click()
  await page.waitForURL(/documents\/\d{14}$/)
  await look('document')
}

/** From the address to the letter and its link. */
async function mailPages({ page, see, look, send }: Reader): Promise<void> {
  await see(SETTINGS, 'mail-settings')
  await send(SETTINGS, { email: 'asel@example.kz' })
  await look('mail-pending')
  await untilLetter(page)
  await page.locator('main table a').first().click()
  await look('mailbox-letter')
  await page.locator('main a[href*="/confirm-email/"]').click()
  await look('mail-confirm')
  await page.locator('main form button').click()
  await look('mail-confirmed')
  await see(SETTINGS, 'mail-choice')
}

async function untilLetter(page: Page): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await page.goto('/demonstration/mailbox')
    if ((await page.locator('main table a').count()) > 0) return
    await page.waitForTimeout(100)
  }
  throw new Error('no letter came')
}

describe('every page is accessible, fits, has its title and its language', () => {
  it.each(['kk', 'ru', 'en'] as const)('for everybody: %s', async (lang) => {
    const reader = await openReader(lang)
    await publicPages(reader)
    await doors(reader)
    await reader.done()
  })

  it.each([
    { lang: 'kk', id: 'owner' },
    { lang: 'ru', id: 'tenant' },
    { lang: 'en', id: 'director' },
  ] as const)('in the cabinet: $lang', async ({ lang, id }) => {
    const account = accountOf(id)
    const reader = await openReader(lang)
    await signIn(reader.page, account)
    await reader.page.goto(`/cabinet?lang=${lang}`)
    await emptyCabinet(reader)
    await keyPages(reader)
    await formPages(reader)
    await signedRequest(reader, account)
    await otherEnds(reader, account)
    await fullCabinet(reader)
    await mailPages(reader)
    await reader.done()
  })
})
