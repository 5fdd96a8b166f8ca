import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { demonstrationCitizens } from '../../src/main/demonstration-country.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { press, tabTo, typeInto } from './kit/keyboard.ts'
import { behindProxy, openSurfer, startBrowser } from './kit/surfer.ts'
import {
  numberIn,
  order as orderBy,
  SERVICE,
  sign,
  signIn,
  toSigning,
  untilEnded,
} from './kit/way.ts'

/** Printed pages are put here when the folder exists, to be looked at after a run. */
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

const WORDS = {
  kk: {
    registered: 'Жеке кабинет',
    answers: 'Жауаптарыңызды тексеріңіз',
    go: 'Дұрыс, қол қоюға өту',
    ready: 'Нәтиже дайын',
    genuine: 'Құжат түпнұсқа және жарамды',
    thanks: 'рақмет',
  },
  ru: {
    registered: 'Личный кабинет',
    answers: 'Проверьте ответы',
    go: 'Всё верно, перейти к подписи',
    ready: 'Результат готов',
    genuine: 'Документ подлинный и действителен',
    thanks: 'спасибо',
  },
} as const

const PASSWORD = 'ұзын-пароль-2026'
const KEY_PASSWORD = 'кілт-паролі-2026'

/** A person of the country who has no account yet. */
function newcomer(index: number): string {
  const known = new Set(platform.accounts.map(({ number }) => number))
  const iin = demonstrationCitizens(platform.config).filter((one) => !known.has(one))[index]
  if (iin === undefined) throw new Error('the country is too small')
  return iin
}

async function register(page: Page, iin: string): Promise<void> {
  await press(page, 'header a[href="/register"]', '**/register')
  await typeInto(page, '#number', iin)
  await page.keyboard.press('Enter')
  await typeInto(page, '#password', PASSWORD)
  await typeInto(page, '#repeat', PASSWORD)
  await Promise.all([page.waitForURL('**/cabinet'), page.keyboard.press('Enter')])
}

async function signOut(page: Page): Promise<void> {
  await tabTo(page, page.locator('form[action="/sign-out"] button'))
  await Promise.all([page.waitForURL(/\/$/), page.keyboard.press('Space')])
}

async function signInAgain(page: Page, iin: string): Promise<void> {
  await press(page, 'header a[href="/sign-in"]', '**/sign-in')
  await typeInto(page, '#number', iin)
  await typeInto(page, '#password', PASSWORD)
  await Promise.all([page.waitForURL('**/cabinet'), page.keyboard.press('Enter')])
}

/** Makes a key in the browser and keeps the file that the browser saves. */
async function getKey(page: Page, folder: string): Promise<string> {
  await press(page, 'main a[href="/cabinet/keys"]', '**/cabinet/keys')
  await press(page, 'main a[href="/get-key"]', '**/get-key')
  await typeInto(page, '#key-password', KEY_PASSWORD)
  await typeInto(page, '#key-repeat', KEY_PASSWORD)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  const file = path.join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

async function order(page: Page): Promise<string> {
  await press(page, 'header a[href="/services"]', '**/services')
  await press(page, `main a[href="/services/${SERVICE}"]`, `**/${SERVICE}`)
  await press(page, 'main a[href$="/order"]', '**/order')
  await press(page, 'main form button', /\/fill\/applicant$/)
  return numberIn(page)
}

/** Five pages; on the second one the other variant is chosen with the arrow key. */
async function fillEveryPage(page: Page): Promise<void> {
  await press(page, 'main form button', /\/fill\/variant$/)
  await tabTo(page, page.locator('[name=variant][value=current]'))
  await page.keyboard.press('ArrowDown')
  await press(page, 'main form button', /\/fill\/region$/)
  await press(page, 'main form button', /\/fill\/object$/)
  await press(page, 'main form button', /\/fill\/language$/)
  await press(page, 'main form button', /\/check$/)
}

async function signRequest(page: Page, keyFile: string): Promise<void> {
  await page.setInputFiles('#key-file', keyFile)
  await typeInto(page, '#key-password', KEY_PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('[data-part=sign]:focus').waitFor()
  await Promise.all([page.waitForURL(/\/requests\/\d{14}$/), page.keyboard.press('Enter')])
}

/** Opens the PDF with its link, and saves it with the other one. */
async function takePdf(page: Page, number: string, folder: string): Promise<string> {
  const address = `/requests/${number}/result.pdf`
  expect(await page.getAttribute(`main a[href="${address}"]`, 'href')).toBe(address)
  const opened = await page.request.get(address)
  expect(opened.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline/) as string,
  })
  await tabTo(page, page.locator(`main a[href="${address}?save=1"]`))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  const file = path.join(folder, download.suggestedFilename())
  await download.saveAs(file)
  expect(fs.readFileSync(file).equals(await opened.body())).toBe(true)
  return file
}

async function answerSurvey(page: Page, number: string): Promise<void> {
  await press(page, `aside a[href="/requests/${number}/survey"]`, '**/survey')
  for (const question of ['q1', 'q2']) {
    await tabTo(page, page.locator(`#${question}`))
    await page.keyboard.press('Space')
  }
  await press(page, 'main form button', `**/requests/${number}`)
}

describe('the whole way by keyboard alone', () => {
  it.each([
    { lang: 'kk', index: 0 },
    { lang: 'ru', index: 1 },
  ] as const)('leads from registration to the checked PDF: $lang', async ({ lang, index }) => {
    const words = WORDS[lang]
    const iin = newcomer(index)
    const folder = fs.mkdtempSync(path.join(platform.config.data, 'surfer-'))
    const { page, context, complaints } = await openSurfer(browser, platform.baseUrl, {
      locale: lang,
    })
    const heading = () => page.locator('h1').textContent()
    await page.goto('/')
    await register(page, iin)
    expect(await heading()).toBe(words.registered)
    await signOut(page)
    await signInAgain(page, iin)
    const keyFile = await getKey(page, folder)
    const number = await order(page)
    await fillEveryPage(page)
    expect(await heading()).toBe(words.answers)
    expect(await page.locator('main form button').textContent()).toBe(words.go)
    await press(page, 'main form button', /\/sign$/)
    await signRequest(page, keyFile)
    await untilEnded(page)
    await page.getByRole('heading', { name: words.ready }).waitFor()
    const pdf = await takePdf(page, number, folder)
    await answerSurvey(page, number)
    expect((await page.locator('main').textContent())?.toLowerCase()).toContain(words.thanks)
    await signOut(page)

    await press(page, 'header a[href="/check"]', '**/check')
    await page.setInputFiles('#file', pdf)
    await tabTo(page, page.locator('form[enctype] button'))
    await page.keyboard.press('Enter')
    await page.locator('[data-verdict=valid]', { hasText: words.genuine }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** The page as its printer would have it, and the text on it. */
async function printed(page: Page, name: string): Promise<string> {
  const file = path.join(platform.config.data, `${name}.pdf`)
  await page.pdf({
    path: file,
    format: 'A4',
    margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
  })
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}

describe('on paper', () => {
  it('the request and its status stand without menus and buttons', async () => {
    const account = platform.accounts.find(({ id }) => id === 'owner')
    if (account === undefined) throw new Error('owner')
    const { page, context } = await openSurfer(browser, platform.baseUrl, { colorScheme: 'dark' })
    await signIn(page, account)
    const number = await orderBy(page)
    await toSigning(page)
    const request = await printed(page, 'request')
    expect(request).toContain(number)
    expect(request).toContain('Жылжымайтын мүліктің')
    expect(request).toContain('Удостоверение РК')
    expect(request).not.toContain('Құжатты тексеру')
    expect(request).not.toContain('Кілт паролі')
    await sign(page, account)
    await untilEnded(page)
    const status = await printed(page, 'status')
    expect(status).toContain(number)
    expect(status).toContain('Регламент бойынша барысы')
    expect(status).not.toContain('PDF ашу')
    expect(status).not.toContain('Сауалнама')
    if (fs.existsSync(shots))
      for (const name of ['request', 'status'])
        fs.copyFileSync(
          path.join(platform.config.data, `${name}.pdf`),
          path.join(shots, `${name}.pdf`),
        )
    await context.close()
  })
})
