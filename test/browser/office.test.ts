import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, inject, it } from 'vitest'
import { LANGS } from '#core/kernel'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { bringToHead, officials, type Officials, takeIn } from '../scenarios/desks.ts'
import { press, tabTo, typeInto } from './kit/keyboard.ts'
import {
  axeFindings,
  behindProxy,
  openSurfer,
  overflow,
  startBrowser,
  type Surfer,
} from './kit/surfer.ts'

/** Pictures of the desk are put here when the folder exists, to be looked at after a run. */
const shots = path.join(os.tmpdir(), 'qyzmet-shots')

let platform: TestPlatform
let browser: Browser
let who: Officials
const numbers: string[] = []

const accountOf = (id: string) => {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(id)
  return account
}

beforeAll(async () => {
  platform = await startTestPlatform({ env: behindProxy })
  browser = await startBrowser(inject('chromium'))
  who = await officials(platform)
  for (const id of ['owner', 'tenant', 'registrar']) {
    const number = await takeIn(who, accountOf(id).number)
    await bringToHead(who, number)
    numbers.push(number)
  }
  return async () => {
    await browser.close()
    await platform.stop()
  }
})

/** Signs in and sits down by keyboard alone. */
async function sitDown(surfer: Surfer, lang: string): Promise<void> {
  const { page } = surfer
  const { number, password } = accountOf('akim')
  await surfer.goto(`/office/sign-in?lang=${lang}`)
  await typeInto(page, '#number', number)
  await typeInto(page, '#password', password)
  await Promise.all([page.waitForURL('**/office/seat'), page.keyboard.press('Enter')])
  await tabTo(page, page.locator('input[name="appointment"]').first())
  await page.keyboard.press('Space')
  await press(page, 'main form button', '**/office')
}

const focusedNumber = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent.replaceAll(" ", "")')

it('a head finds, reads, decides and signs by keyboard alone', async () => {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale: 'ru' })
  const { page } = surfer
  await sitDown(surfer, 'ru')
  await page.keyboard.press('j')
  const first = await focusedNumber(page)
  // The same key in the Russian layout.
  await page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', bubbles: true }))`,
  )
  expect(await focusedNumber(page)).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focusedNumber(page)).toBe(first)
  await page.keyboard.press('?')
  expect(await page.locator('[data-key="help"]').getAttribute('open')).not.toBeNull()
  await page.keyboard.press('/')
  await page.keyboard.type('jk')
  expect(await page.inputValue('#q')).toBe('jk')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await Promise.all([page.waitForURL('**/office/cases/*'), page.keyboard.press('Enter')])
  await page.keyboard.press('d')
  await page.keyboard.press('Space')
  await press(page, '#decision button.govuk-button', '**/decide')
  await tabTo(page, page.locator('#key-file'))
  const { keyFile, keyPassword } = accountOf('akim')
  await page.setInputFiles('#key-file', keyFile)
  await typeInto(page, '#key-password', keyPassword)
  await page.keyboard.press('Enter')
  await page.locator('[data-part="sign"]:not([hidden])').waitFor()
  expect(await page.locator('[data-fact="number"]').textContent()).toBe(accountOf('akim').number)
  await Promise.all([page.waitForURL(/cases\/\d+$/), page.keyboard.press('Enter')])
  expect(await page.locator('main').textContent()).toContain('Решение принято и подписано')
  await page.keyboard.press('l')
  await page.waitForURL('**/office')
  expect(surfer.complaints).toEqual([])
  await surfer.context.close()
})

/** Opens what is folded, so that it is looked at too. */
const unfold = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)

async function defectsOf(page: Page, name: string): Promise<string[]> {
  const defects: string[] = []
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const found = [...(await axeFindings(page)), ...(await overflow(page))]
      defects.push(...found.map((one) => `${name} ${width} ${colorScheme}: ${one}`))
      if (fs.existsSync(shots))
        await page.screenshot({
          path: path.join(shots, `office-${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        })
    }
  return defects
}

it('every page of the desk is clean for a screen reader, at 320 px, in light and dark, in three languages', async () => {
  const surfer = await openSurfer(browser, platform.baseUrl)
  const { page } = surfer
  await sitDown(surfer, 'kk')
  const [, number = ''] = numbers
  const pages = {
    list: '/office',
    empty: '/office?q=111111111111',
    case: `/office/cases/${number}`,
    done: '/office/done',
    hand: '/office/hand-over',
    new: '/office/new',
    seat: '/office/seat',
  }
  const defects: string[] = []
  for (const lang of LANGS) {
    for (const [name, at] of Object.entries(pages)) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await surfer.goto(`${at}${at.includes('?') ? '&' : '?'}lang=${lang}`)
      await unfold(page)
      defects.push(...(await defectsOf(page, `${name}-${lang}`)))
    }
    await surfer.goto(pages.case)
    await page.locator('input[value="returned"]').check()
    await page.locator('#decision button.govuk-button').click()
    await page.locator('.govuk-error-summary').waitFor()
    defects.push(...(await defectsOf(page, `wrong-${lang}`)))
    await page.locator('input[value="done"]').check()
    await page.locator('#decision button.govuk-button').click()
    await page.locator('[data-module="q-sign"]').waitFor()
    defects.push(...(await defectsOf(page, `sign-${lang}`)))
  }
  expect(defects).toEqual([])
  expect(surfer.complaints).toEqual([])
})

it('a case prints as one readable sheet, without its forms', async () => {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale: 'ru' })
  await sitDown(surfer, 'ru')
  await surfer.goto(`/office/cases/${numbers[1] ?? ''}`)
  await surfer.page.emulateMedia({ media: 'print' })
  expect(await surfer.page.locator('.q-decision').isVisible()).toBe(false)
  expect(await surfer.page.locator('.q-facts').isVisible()).toBe(true)
  expect(await surfer.page.locator('.q-document').first().isVisible()).toBe(true)
  if (fs.existsSync(shots))
    await surfer.page.screenshot({ path: path.join(shots, 'office-print.png'), fullPage: true })
})
