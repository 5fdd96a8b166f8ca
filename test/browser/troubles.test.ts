import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { axeFindings, behindProxy, openSurfer, overflow, startBrowser } from './kit/surfer.ts'
import {
  fill,
  numberIn,
  openKey,
  order,
  sign,
  signIn,
  submitOf,
  toSigning,
  untilEnded,
} from './kit/way.ts'

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

function accountOf(id: string) {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(id)
  return account
}

/** A window of its own for this person; what the browser complained of is checked on the way out. */
async function as(
  id: string,
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof openSurfer>[2] = {},
): Promise<void> {
  const surfer = await openSurfer(browser, platform.baseUrl, options)
  await signIn(surfer.page, accountOf(id))
  await work(surfer.page)
  expect(surfer.complaints).toEqual([])
  await surfer.context.close()
}

const failure = (page: Page) => page.locator('[data-part=failure]')
const numbersIn = (page: Page) =>
  page
    .locator('main tbody th a')
    .evaluateAll((links) => links.map(({ textContent }) => textContent))

/** Counts what is sent to the portal while something is tried. */
function countPosts(page: Page): () => number {
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1
  })
  return () => posts
}

describe('a key that cannot sign is explained before anything is sent', () => {
  it('wrong password, then the key of another person, then an expired one; the right one signs', () =>
    as('tenant', async (page) => {
      const own = accountOf('tenant')
      await order(page)
      await toSigning(page)
      const posts = countPosts(page)
      await openKey(page, { ...own, keyPassword: 'басқа-құпиясөз' })
      expect(await failure(page).textContent()).toContain('Пароль дұрыс емес')
      await openKey(page, accountOf('owner'))
      expect(await failure(page).textContent()).toContain('басқа адамға берілген')
      expect(await page.textContent('[data-fact=owner]')).toContain('САҒЫНДЫҚОВА')
      await openKey(page, accountOf('director'))
      expect(await failure(page).textContent()).toContain('басқа адамға берілген')
      await page.clock.setSystemTime(Date.now() + 3 * 365 * 86_400_000)
      await openKey(page, own)
      expect(await failure(page).textContent()).toContain('мерзімі өткен')
      expect(await page.isVisible('[data-part=sign]')).toBe(false)
      expect(posts()).toBe(0)
      await page.clock.setSystemTime(Date.now())
      await sign(page, own)
      await untilEnded(page)
    }))

  it('a revoked key is refused by the authority, and the refusal says so', () =>
    as('operator', async (page) => {
      await page.goto('/cabinet/keys')
      await page.locator('main a[href$="/revoke"]').first().click()
      await submitOf(page, '/revoke').click()
      await page.waitForURL('**/cabinet/keys')
      await order(page)
      await toSigning(page)
      await sign(page, accountOf('operator'))
      await untilEnded(page)
      expect(await page.locator('.q-refusal').textContent()).toContain('қайтарып алын')
    }))
})

describe('the head of a legal entity', () => {
  it('orders for the entity, with the history of rights, and signs with its key', () =>
    as('director', async (page) => {
      await order(page)
      expect(await page.locator('main').textContent()).toContain(accountOf('director').number)
      await toSigning(page, { variant: 'history' })
      expect(await page.locator('.q-document').first().textContent()).toContain('тарихы')
      await sign(page, accountOf('director'))
      await untilEnded(page)
      await page.locator('main a[href$="result.pdf"]').waitFor()
    }))
})

describe('a request that is being filled in', () => {
  it('keeps the page and what was typed when the language is switched', () =>
    as('tenant', async (page) => {
      const number = await order(page)
      await page.goto(`/requests/${number}/fill/object`)
      await page.check('[name=object][value=address]')
      await submitOf(page, '/fill/object').click()
      await page.fill('#address', 'Абай')
      await page.fill('#house', '12 «б»')
      await page.click('.q-lang a[lang=ru]')
      await page.waitForURL(/lang=ru/)
      expect(await page.getAttribute('html', 'lang')).toBe('ru')
      expect(page.url()).toContain(`/requests/${number}/fill/object`)
      expect(await page.inputValue('#address')).toBe('Абай')
      expect(await page.inputValue('#house')).toBe('12 «б»')
      await page.goto(`/requests/${number}/withdraw`)
      await submitOf(page, '/withdraw').click()
      await page.waitForURL(/\/requests\/\d{14}$/)
    }))

  it('is not overwritten by another tab that shows an older state', () =>
    as('tenant', async (page) => {
      const number = await order(page)
      await page.goto(`/requests/${number}/fill/variant`)
      const other = await page.context().newPage()
      await other.goto(page.url())
      await page.check('[name=variant][value=history]', { force: true })
      await submitOf(page, '/fill/variant').click()
      await page.waitForURL('**/fill/region')
      await other.check('[name=variant][value=current]', { force: true })
      await submitOf(other, '/fill/variant').click()
      await other.locator('.govuk-error-summary').waitFor()
      expect(await other.isChecked('[name=variant][value=history]')).toBe(true)
      await other.close()
      await page.goto(`/requests/${number}/withdraw`)
      await submitOf(page, '/withdraw').click()
      await page.locator('[data-ended=true]').waitFor()
    }))

  it('is one request, however often the button is clicked', () =>
    as('registrar', async (page) => {
      await page.goto('/services/justice.realty-absence/order')
      await submitOf(page, '/order').dblclick()
      await page.waitForURL(/\/fill\//)
      const number = numberIn(page)
      await fill(page)
      await submitOf(page, '/check').dblclick()
      await page.waitForURL('**/sign')
      await openKey(page, accountOf('registrar'))
      await page.locator('[data-part=sign]').dblclick()
      await page.waitForURL(/\/requests\/\d{14}$/)
      await untilEnded(page)
      await page.goBack()
      await page.waitForURL(`**/requests/${number}`)
      await page.goto('/cabinet/requests')
      expect(await numbersIn(page)).toEqual([number])
      await page.goto('/cabinet/documents')
      expect(await page.locator('main tbody tr').count()).toBe(1)
    }))

  it('can be filled in without JavaScript, up to signing', () =>
    as(
      'owner',
      async (page) => {
        await order(page)
        await toSigning(page, { variant: 'history' })
        expect(await page.locator('.q-document').count()).toBe(2)
        expect(await page.isVisible('noscript')).toBe(true)
        expect(await page.isVisible('#key-file')).toBe(false)
      },
      { javaScriptEnabled: false },
    ))
})

describe('a request on its way', () => {
  it('shows where it is while the register is busy, then its end, without a reload', () =>
    as('tenant', async (page) => {
      const register = await platform.platform.database.pool('registry_realty').connect()
      await register.query('begin; lock table reg_realty.object in access exclusive mode')
      await order(page)
      await toSigning(page)
      await sign(page, accountOf('tenant'))
      await page.locator('.q-way__item--now').waitFor()
      expect(await page.getAttribute('[data-module=q-live]', 'data-ended')).toBe('false')
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 })
        expect([...(await axeFindings(page)), ...(await overflow(page))]).toEqual([])
      }
      await page.evaluate('globalThis.sameDocument = true')
      await register.query('rollback')
      register.release()
      await untilEnded(page)
      expect(await page.evaluate('globalThis.sameDocument')).toBe(true)
      await page.locator('main a[href$="result.pdf"]').waitFor()
    }))

  it('is refused with its ground, and ordered again with the same answers', () =>
    as('tenant', async (page) => {
      const cadastralNumber = '05:999:999:999:9:9'
      const number = await order(page)
      await toSigning(page, { object: 'cadastralNumber', cadastralNumber })
      await sign(page, accountOf('tenant'))
      await untilEnded(page)
      const refusal = await page.locator('.q-refusal').textContent()
      expect(refusal).toContain('ЖМТ МДҚ')
      await submitOf(page, '/again').click()
      await page.waitForURL(/\/(fill\/|check)/)
      expect(numberIn(page)).not.toBe(number)
      await fill(page)
      expect(await page.locator('#cadastralNumber').textContent()).toBe(cadastralNumber)
      await page.goto(`/requests/${numberIn(page)}/withdraw`)
      await submitOf(page, '/withdraw').click()
      await page.locator('[data-ended=true]').waitFor()
      expect(await page.locator('.govuk-notification-banner').isVisible()).toBe(true)
    }))
})
