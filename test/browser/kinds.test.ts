import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { dayOf, instant } from '#core/kernel'
import { formatsOf } from '#platform/i18n'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { axeFindings, behindProxy, openSurfer, startBrowser } from './kit/surfer.ts'
import {
  bodyOf,
  numberIn,
  openKey,
  order,
  pay,
  sign,
  submitOf,
  signIn,
  takeSeat,
  toSigning,
  untilEnded,
  untilSays,
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

async function open(id: string, lang: 'kk' | 'ru' | 'en') {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale: lang })
  await signIn(surfer.page, accountOf(id))
  await surfer.page.goto(`/cabinet?lang=${lang}`)
  return surfer
}

/** Looks for the service as people do, and comes to the page of its order. */
async function findAndOrder(page: Page, query: string, service: string): Promise<string> {
  await page.goto('/')
  await page.fill('main [name=q], header [name=q], [name=q]', query)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/services?q=*')
  await page.locator('main .q-card a').first().click()
  await page.waitForURL(`**/services/${service}`)
  return order(page, service)
}

/** The plot of a party in the land cadastre. */
async function plotOf(number: string): Promise<string> {
  const { rows } = await platform.platform.database
    .pool('registry_land')
    .query<{ plot: string }>(
      'select cadastral_number as plot from reg_land.holding where holder_number = $1 and ended_on is null limit 1',
      [number],
    )
  const [row] = rows
  if (row === undefined) throw new Error(`${number} has no plot`)
  return row.plot
}

describe('a certificate of the land cadastre', () => {
  it('is found by a slip of the keyboard, ordered, signed, and checked by its number', async () => {
    const account = accountOf('owner')
    const { page, context, complaints } = await open('owner', 'ru')
    const number = await findAndOrder(page, 'пренадлежность участка', 'land.plot-ownership')
    await submitOf(page, new URL(page.url()).pathname).click()
    await page.locator('#street').waitFor()
    await page.check('[name=object][value=cadastralNumber]', { force: true })
    await page.locator('#cadastralNumber').waitFor()
    expect(await page.locator('#street, #house, button[name=update]').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await toSigning(page, {
      object: 'cadastralNumber',
      cadastralNumber: await plotOf(account.number),
    })
    expect(numberIn(page)).toBe(number)
    await sign(page, account)
    await untilEnded(page)
    await page.getByRole('heading', { name: 'Результат готов' }).waitFor()
    await page.locator('main a[href^="/cabinet/documents/"]').first().click()
    await page.waitForURL(/documents\/\d{14}$/)
    expect(await axeFindings(page)).toEqual([])
    const pdf = await page.request.get(
      (await page.getAttribute('main a[href$=".pdf"]', 'href')) ?? '',
    )
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    await page.locator('main a[href^="/check?number="]').click()
    await page.locator('main form button').first().click()
    await page.locator('[data-verdict=valid]').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

interface Marriage {
  readonly date: string
  readonly place: string
  readonly spouse: string
}

/** The marriage of a person as the register of civil acts has it. */
async function marriageOf(iin: string): Promise<Marriage> {
  const { rows } = await platform.platform.database.pool('registry_civil_acts').query<Marriage>(
    `select v.happened_on as date, v.place_ru as place, s.ru_surname as spouse
     from reg_civil_acts.participant p
     join reg_civil_acts.version v on v.number = p.number and v.version = p.version
     join reg_civil_acts.participant s on s.number = p.number and s.version = p.version and s.iin <> p.iin
     where p.iin = $1 and p.kind = 'marriage' order by v.version desc limit 1`,
    [iin],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`${iin} has no marriage`)
  return row
}

/** Orders what rests on the record of one's marriage, and signs it; the request waits for the duty then. */
async function orderByMarriage(page: Page, id: string, service: string): Promise<string> {
  const account = accountOf(id)
  const { date, place, spouse } = await marriageOf(account.number)
  const [year = '', month = '', day = ''] = date.split('-')
  const number = await order(page, service)
  await toSigning(page, {
    variant: 'marriage',
    spouse,
    'marriageDate-day': day,
    'marriageDate-month': month,
    'marriageDate-year': year,
    marriagePlace: place,
  })
  await sign(page, account)
  return number
}

describe('a certificate of a civil act', () => {
  it('is paid for at the bank and comes with its receipt', async () => {
    const { page, context, complaints } = await open('mother', 'en')
    const number = await orderByMarriage(page, 'mother', 'justice.civil-act-certificate')
    await pay(page, number)
    await untilSays(page, number, 'The result is ready')
    await page.goto('/cabinet/documents')
    expect(await page.locator('main tbody tr').count()).toBe(2)
    await page.goto('/cabinet/payments')
    expect(await bodyOf(page)).toContain(number)
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** As the desk writes a day: 26.11.2026. */
const TODAY = formatsOf('en').dateShort(dayOf(instant(new Date())))

/** An official takes a seat at the desk. */
async function openDesk(id: string): Promise<Page> {
  const { page } = await openSurfer(browser, platform.baseUrl, { locale: 'en' })
  await takeSeat(page, accountOf(id))
  return page
}

describe('a repeat certificate', () => {
  it('is accepted by the portal, and the office records that it was handed over on paper', async () => {
    const { page, context, complaints } = await open('mother', 'en')
    const number = await orderByMarriage(page, 'mother', 'justice.repeat-certificate')
    await pay(page, number)
    await untilSays(page, number, 'Documents of this request')
    const desk = await openDesk('civil-registrar')
    await desk.goto('/office/hand-over')
    await desk.locator(`main a[href="/office/cases/${number}"]`).click()
    await desk.fill('#receivedBy', 'САҒЫНДЫҚОВА АЙГҮЛ')
    await desk.fill('#identity', 'ID 012345678')
    await desk.fill('#handedOn', TODAY)
    await desk.locator('main form[action$="/decide"] button[type=submit]').click()
    await desk.waitForURL(/\/office/)
    if ((await desk.locator('#key-file').count()) > 0) {
      await openKey(desk, accountOf('civil-registrar'))
      await desk.click('[data-part=sign]')
      await desk.waitForURL(new RegExp(`/office(/cases/${number})?$`))
    }
    await untilSays(page, number, 'Processed')
    await page.goto('/cabinet/data-access')
    expect(await bodyOf(page)).toContain('An official opened the request')
    expect(complaints).toEqual([])
    await context.close()
  })
})
