import type { Page } from 'playwright-core'
import type { DemonstrationAccount } from '../../../src/main/demonstration.ts'

export const SERVICE = 'justice.realty-absence'

/** The button of the form that goes to `action`, whatever the language. */
export const submitOf = (page: Page, action: string) =>
  page.locator(`main form[action$="${action}"] button[type=submit]:not([name=update])`)

export async function signIn(
  page: Page,
  { number, password }: Pick<DemonstrationAccount, 'number' | 'password'>,
): Promise<void> {
  await page.goto('/sign-in')
  await page.fill('#number', number)
  await page.fill('#password', password)
  await submitOf(page, '/sign-in').click()
  await page.waitForURL('**/cabinet')
}

/** Orders the service and gives the number of the request; the first page of its form stands open. */
export async function order(page: Page, service: string = SERVICE): Promise<string> {
  await page.goto(`/services/${service}/order`)
  await submitOf(page, '/order').click()
  await page.waitForURL(/\/requests\/\d{14}\/fill\//)
  return numberIn(page)
}

export function numberIn(page: Page): string {
  const [, number] = /\/requests\/(\d{14})/.exec(page.url()) ?? []
  if (number === undefined) throw new Error(`no request at ${page.url()}`)
  return number
}

/** By field of the form; fields that are not asked for are passed over. */
export type Answers = Readonly<Record<string, string>>

async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.count()) === 0) continue
    const kind = await field.first().evaluate((one) => `${one.tagName}:${one.getAttribute('type')}`)
    if (kind === 'SELECT:null') await field.selectOption(value)
    else if (kind === 'INPUT:radio')
      await page.check(`main [name="${name}"][value="${value}"]`, { force: true })
    else await field.fill(value)
  }
}

/** Goes through the pages of the form from the one that stands open, up to the page of all answers. */
export async function fill(page: Page, answers: Answers = {}): Promise<void> {
  for (let turn = 0; turn < 12 && page.url().includes('/fill/'); turn += 1) {
    await answer(page, answers)
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      submitOf(page, new URL(page.url()).pathname).click(),
    ])
  }
  await page.waitForURL('**/check')
}

export async function toSigning(page: Page, answers: Answers = {}): Promise<void> {
  await fill(page, answers)
  await submitOf(page, '/check').click()
  await page.waitForURL('**/sign')
}

export type KeyOf = Pick<DemonstrationAccount, 'keyFile' | 'keyPassword'>

/** Chooses the key file and opens it; the certificate or what is wrong is shown then. */
export async function openKey(page: Page, { keyFile, keyPassword }: KeyOf): Promise<void> {
  await page.setInputFiles('#key-file', keyFile)
  await page.fill('#key-password', keyPassword)
  await page.click('[data-part=open]')
  await page.locator('[data-part=sign]:visible, [data-part=failure]:visible').first().waitFor()
}

export async function sign(page: Page, key: KeyOf): Promise<void> {
  await openKey(page, key)
  await page.click('[data-part=sign]')
  await page.waitForURL(/\/requests\/\d{14}$/)
}

/** Waits until the page itself shows that the request has ended with its document, without a reload by hand. */
export const untilEnded = (page: Page) =>
  page.locator('[data-module=q-live][data-ended=true]').waitFor()

export const bodyOf = async (page: Page): Promise<string> => (await page.textContent('main')) ?? ''

/** Reloads the page of a request until it says what is waited for. */
export async function untilSays(page: Page, number: string, words: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.goto(`/requests/${number}`)
    if ((await bodyOf(page)).includes(words)) return
    await page.waitForTimeout(500)
  }
  throw new Error(`${number}: ${await bodyOf(page)}`)
}

/** A card of the demonstration's bank that pays. */
const CARD = '4400430000000015'

/** The duty at the bank, from the page of the request (in English) to the page after the payment. */
export async function pay(page: Page, number: string): Promise<void> {
  await untilSays(page, number, 'Pay the duty')
  // A page that waits goes there by itself, and may be faster.
  await page.goto(`/requests/${number}/payment`).catch(() => page.waitForURL('**/payment'))
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/pay\//)
  await page.fill('#number', CARD)
  await page.fill('#expiry', '12/30')
  await page.fill('#code', '123')
  await page.click('main button')
  await page.locator('[data-paid]').waitFor()
}

/** An official signs in at the desk and takes the first seat. */
export async function takeSeat(
  page: Page,
  { number, password }: Pick<DemonstrationAccount, 'number' | 'password'>,
): Promise<void> {
  await page.goto('/office/sign-in')
  await page.fill('#number', number)
  await page.fill('#password', password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/\/office(\/seat)?$/)
  if (!page.url().endsWith('/seat')) return
  await page.locator('main input[type=radio]').first().check({ force: true })
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/\/office$/)
}

/** Reloads the page of a case at the desk until it asks for a decision. */
export async function untilAsked(page: Page, number: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.goto(`/office/cases/${number}`)
    if ((await page.locator('#decision').count()) > 0) return
    await page.waitForTimeout(500)
  }
  throw new Error(`${number}: ${await bodyOf(page)}`)
}
