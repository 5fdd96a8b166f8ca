import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { closeOfferCall, offerCall } from '#capabilities/payments'
import { addSeconds, type Iin, instant, type Lang, type Party } from '#core/kernel'
import { type SqlCall, writeCalls } from '#platform/db'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { axeFindings, behindProxy, openSurfer, overflow, startBrowser } from './kit/surfer.ts'
import { SERVICE, signIn } from './kit/way.ts'

const shots = path.join(os.tmpdir(), 'qyzmet-shots')
const BLOCKED = '4400430000000064'
const NEVER_TOLD = '4400430000000098'

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

const person = (id: string) => {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(id)
  return account
}

const call = async (one: SqlCall) => {
  const { text, values } = writeCalls([one], 1)
  await platform.platform.database.pool('app').query(`select ${text}`, [...values])
}

let visits = 0

/** A duty on somebody's request; the request itself does not wait for it, so what is paid is given back. */
async function offered(iin: Iin) {
  const { cases } = platform.platform.backend
  const party: Party = { kind: 'person', iin }
  const actor = { kind: 'applicant', party } as const
  const opened = await cases.open({
    service: SERVICE,
    channel: 'portal',
    party,
    language: 'kk',
    actor,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const { id: caseId, number } = opened.value
  visits += 1
  const key = `${caseId}/pay/${visits}`
  const at = instant(new Date())
  await call(
    offerCall({
      key,
      caseId,
      action: 'pay',
      visit: visits,
      number,
      service: { kk: 'Қайталама куәлік', ru: 'Повторное свидетельство', en: 'Repeat certificate' },
      party,
      people: { party: { kk: 'СЫНАҚОВА САЯ', ru: 'СЫНАКОВА САЯ' } },
      name: { kk: 'Мемлекеттік баж', ru: 'Государственная пошлина', en: 'State duty' },
      amount: 129_750,
      until: addSeconds(at, 86_400),
      at,
    }),
  )
  return { key, number }
}

/** One reader without scripts, in one language; every page is looked at wide and narrow. */
async function openReader(lang: Lang) {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale: lang })
  const { page } = surfer
  const defects: string[] = []
  const look = async (name: string) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      const found = [...(await overflow(page)), ...(await axeFindings(page))]
      defects.push(...found.map((one) => `${name} ${width}: ${one}`))
      if (fs.existsSync(shots))
        await page.screenshot({
          path: path.join(shots, `${name}-${lang}-${width}.png`),
          fullPage: true,
        })
    }
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
  }
  return { page, look, defects, surfer }
}

async function payWith(page: Page, number: string): Promise<void> {
  await page.fill('#number', number)
  await page.fill('#expiry', '12/30')
  await page.fill('#code', '123')
  await page.click('main button')
}

const untilReturned = async (page: Page, number: string) => {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(`/requests/${number}/payment`)
    if ((await page.locator('[data-returned=true]').count()) > 0) return
    await page.waitForTimeout(500)
  }
  throw new Error('not given back')
}

describe.each(['kk', 'ru', 'en'] as const)('in %s', (lang) => {
  it('a duty is paid at the bank, declined first, given back by itself, and its receipt is checked', async () => {
    const { number: iin, password } = person('tenant')
    const { page, look, defects, surfer } = await openReader(lang)
    await signIn(page, { number: iin, password })
    await page.goto(`/?lang=${lang}`)
    const { number } = await offered(iin as Iin)
    await page.goto(`/requests/${number}/payment`)
    await look('payment-offered')
    await page.click('main form button')
    await page.waitForURL(/\/pay\//)
    await look('bank-card')
    await payWith(page, '4400')
    await look('bank-mistyped')
    await payWith(page, BLOCKED)
    await page.waitForSelector('[data-declined=blocked]')
    await look('bank-declined')
    await page.click('main p a[href*="/requests/"]')
    await page.waitForSelector('[data-declined=blocked]')
    await look('payment-declined')
    await page.click('main form button')
    await page.waitForURL(/\/pay\//)
    await payWith(page, NEVER_TOLD)
    await page.waitForSelector('[data-paid]')
    await look('bank-paid')
    await page.click('a.button')
    await page.waitForURL(/\/payment$/)
    await look('payment-paid')
    await untilReturned(page, number)
    await look('payment-returned')
    await page.goto('/cabinet/payments')
    await look('payments')
    const receipt = await page.locator('a[href*="/cabinet/documents/"]').first().textContent()
    await page.goto('/receipts/check')
    await look('receipt-check')
    await page.fill('main [name=number]', receipt ?? '')
    await page.fill('main [name=amount]', '1')
    await page.click('main form button')
    await look('receipt-unknown')
    await page.fill('main [name=amount]', '1 297,50')
    await page.click('main form button')
    await page.waitForSelector('[data-receipt=returned]')
    await look('receipt-checked')
    const late = await offered(iin as Iin)
    await call(closeOfferCall(late.key, addSeconds(instant(new Date()), 90_000)))
    await page.goto(`/requests/${late.number}/payment`)
    await page.waitForSelector('[data-over]')
    await look('payment-over')
    await surfer.context.close()
    expect([...defects, ...surfer.complaints]).toEqual([])
  })
})

it('a duty is paid without scripts', async () => {
  const { number: iin, password } = person('tenant')
  const surfer = await openSurfer(browser, platform.baseUrl, { javaScriptEnabled: false })
  const { page } = surfer
  await signIn(page, { number: iin, password })
  const { number } = await offered(iin as Iin)
  await page.goto(`/requests/${number}/payment`)
  await page.click('main form button')
  await page.waitForURL(/\/pay\//)
  await payWith(page, NEVER_TOLD)
  await page.click('a.button')
  await page.waitForURL(/\/payment$/)
  expect(await page.locator('[data-paid], [data-returned]').count()).toBe(1)
  await surfer.context.close()
})
