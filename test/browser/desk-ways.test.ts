import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Lang } from '#core/kernel'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { axeFindings, behindProxy, openSurfer, overflow, startBrowser } from './kit/surfer.ts'
import {
  bodyOf,
  fill,
  openKey,
  order,
  pay,
  sign,
  signIn,
  submitOf,
  takeSeat,
  toSigning,
  untilAsked,
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

async function open(id: string, locale: Lang) {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale })
  await signIn(surfer.page, accountOf(id))
  await surfer.page.goto(`/cabinet?lang=${locale}`)
  return surfer
}

async function openDesk(id: string, locale: Lang) {
  const surfer = await openSurfer(browser, platform.baseUrl, { locale })
  await takeSeat(surfer.page, accountOf(id))
  await surfer.page.goto(`/office?lang=${locale}`)
  return surfer
}

/** An official goes to what is signed and signs it with their own key. */
async function decideAndSign(page: Page, id: string): Promise<void> {
  await submitOf(page, '/decide').click()
  await page.waitForURL('**/decide')
  await openKey(page, accountOf(id))
  await page.click('[data-part=sign]')
  await page.waitForURL(/\/office\/cases\/\d{14}$/)
}

/** What a screen reader or a narrow screen has against the page. */
const defectsOf = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize({ width: 320, height: 900 })
  const narrow = await overflow(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...narrow, ...(await axeFindings(page))]
}

describe('wrong data in a certificate', () => {
  interface Flat {
    readonly plot: string
    readonly region: string
    readonly area: string
  }

  async function flatOf(holder: string): Promise<Flat> {
    const { rows } = await platform.platform.database.pool('registry_realty').query<Flat>(
      `select o.cadastral_number as plot, o.region, o.area_total::text as area
       from reg_realty.object o join reg_realty.registered_right r using (cadastral_number)
       where r.holder = $1 and o.area_total is not null limit 1`,
      [holder],
    )
    const [row] = rows
    if (row === undefined) throw new Error('no flat')
    return row
  }

  it('are found by the owner, corrected by the registrar, and the new document takes the place of the old', async () => {
    const owner = accountOf('owner')
    const { plot, region, area } = await flatOf(owner.number)
    const { page, complaints, context } = await open('owner', 'kk')
    await order(page, 'justice.realty-rights')
    await toSigning(page, {
      region,
      object: 'cadastralNumber',
      cadastralNumber: plot,
      language: 'kk',
    })
    await sign(page, owner)
    await untilEnded(page)
    await page.locator('main a[href^="/cabinet/documents/"]').first().click()
    await page.waitForURL(/documents\/\d{14}$/)
    const before = page.url().slice(-14)
    await submitOf(page, '/correct').click()
    await page.waitForURL(/\/requests\/\d{14}\/fill\//)
    const number = /requests\/(\d{14})/.exec(page.url())?.[1] ?? ''
    await fill(page, {
      attribute: 'area-total',
      wrong: area,
      area: '88.8',
      basis: '02.02.2010 № 245-01234 техникалық паспорт',
    })
    await submitOf(page, '/check').click()
    await page.waitForURL('**/sign')
    expect(await bodyOf(page)).toContain('88.8')
    await sign(page, owner)

    const desk = await openDesk('registrar', 'kk')
    await untilAsked(desk.page, number)
    const shown = await bodyOf(desk.page)
    for (const words of [
      'Тіркелімде не өзгереді',
      'жалпы ауданы',
      area,
      '88.8',
      'Нысаналы мақсаты',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toContain('areaTotal')
    await desk.page.evaluate(
      `document.querySelectorAll('details').forEach((one) => { one.open = true })`,
    )
    expect(await defectsOf(desk.page)).toEqual([])
    const pdf = await desk.page.request.get(`/office/cases/${number}/documents/${before}.pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    for (const box of await desk.page.locator('main input[name=check]').all())
      await box.check({ force: true })
    await desk.page.locator('main input[value=complete]').check({ force: true })
    await decideAndSign(desk.page, 'registrar')

    await untilSays(page, number, 'Нәтиже дайын')
    await page.goto(`/check?number=${before}&lang=kk`)
    await page.locator('main form button').first().click()
    await page.locator('[data-verdict=revoked]').waitFor()
    const after = await page.locator('[data-replaced-by]').getAttribute('data-replaced-by')
    expect(after).toMatch(/^\d{14}$/)
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/cabinet/documents')
    expect(await bodyOf(page)).toContain(after)
    expect([...complaints, ...desk.complaints]).toEqual([])
    await context.close()
    await desk.context.close()
  })
})

const FORM = {
  office: 'main select[name=office]',
  time: 'main select[name=time]',
} as const

const onwards = (page: Page) => page.locator('main form button[type=submit]').click()

/** The pages of the application: who else, where, and when of the hours that are free there; gives the hour, too. */
async function applyToMarry(page: Page, partner: string) {
  const number = await order(page, 'justice.marriage-application')
  await onwards(page)
  await page.waitForURL(/\/fill\/partner$/)
  await page.fill('main [name=partner]', partner)
  await onwards(page)
  await page.waitForURL(/\/fill\/place$/)
  await page.locator(FORM.office).selectOption({ index: 1 })
  const office = await page.inputValue(FORM.office)
  await onwards(page)
  await page.locator(FORM.time).waitFor()
  expect(await axeFindings(page)).toEqual([])
  const hour =
    (await page.locator(`${FORM.time} optgroup option`).nth(3).getAttribute('value')) ?? ''
  await page.locator(FORM.time).selectOption(hour)
  await onwards(page)
  await page.waitForURL(/\/check$/)
  await submitOf(page, '/check').click()
  await page.waitForURL(/\/sign$/)
  return { number, office, hour }
}

describe('an application for marriage', () => {
  it('is signed by both, paid, checked by the office, and both are told day, hour and place: another where theirs was taken', async () => {
    const [groom, bride] = [accountOf('groom'), accountOf('bride')]
    const his = await open('groom', 'en')
    const { number, office, hour } = await applyToMarry(his.page, bride.number)
    await sign(his.page, groom)
    await untilSays(his.page, number, 'Waiting for a signature now')
    const hers = await open('bride', 'en')
    expect(await bodyOf(hers.page)).toContain('your consent is asked')
    await hers.page.goto('/cabinet/notifications')
    expect(await bodyOf(hers.page)).toContain(number)
    await hers.page.goto(`/requests/${number}`)
    expect(await bodyOf(hers.page)).toContain('You are asked to consent')
    expect(await bodyOf(hers.page)).not.toContain('Withdraw the request')
    expect(await axeFindings(hers.page)).toEqual([])
    await hers.page.locator('main a[href$="/sign"]').click()
    expect(await bodyOf(hers.page)).toContain(groom.number)
    await sign(hers.page, bride)
    await pay(his.page, number)

    // Both halls of that hour are taken by others before the office has checked.
    const { appointments } = platform.platform.backend
    for (const n of [1, 2])
      await appointments.book({
        key: `other/${n}`,
        caseId: `00000000-0000-4000-8000-00000000000${n}`,
        calendar: 'marriage',
        office,
        wished: hour,
      })
    const taken = await appointments.free('marriage', office, undefined, 500)
    expect(taken.map(({ local }) => local)).not.toContain(hour)

    const desk = await openDesk('civil-registrar', 'en')
    await untilAsked(desk.page, number)
    expect(await bodyOf(desk.page)).toContain('State duty')
    for (const box of await desk.page.locator('main input[name=check]').all())
      await box.check({ force: true })
    await desk.page.locator('main input[value=complete]').check({ force: true })
    await decideAndSign(desk.page, 'civil-registrar')

    await untilSays(his.page, number, 'The result is ready')
    for (const { page } of [his, hers]) {
      await page.goto(`/requests/${number}`)
      const body = await bodyOf(page)
      expect(body).toContain('Appointed time')
      expect(body).toContain('The hour that was chosen had been taken')
      expect(await axeFindings(page)).toEqual([])
      await page.goto('/cabinet/notifications')
      expect(await bodyOf(page)).toContain(`A time is appointed for request No ${number}`)
    }
    await desk.page.goto(`/office/cases/${number}`)
    expect(await bodyOf(desk.page)).toContain('Appointed time')
    expect([...his.complaints, ...hers.complaints, ...desk.complaints]).toEqual([])
    for (const { context } of [his, hers, desk]) await context.close()
  })

  it('ends when the other applicant declines, and both are told', async () => {
    const [groom, bride] = [accountOf('groom'), accountOf('bride')]
    const his = await open('groom', 'en')
    const { number } = await applyToMarry(his.page, bride.number)
    await sign(his.page, groom)
    await untilSays(his.page, number, 'Waiting for a signature now')
    const hers = await open('bride', 'en')
    await hers.page.goto(`/requests/${number}/decline`)
    expect(await bodyOf(hers.page)).toContain('This cannot be undone')
    await hers.page.locator('main form[action$="/decline"] button').click()
    expect(await bodyOf(hers.page)).toContain('You have declined')
    await untilSays(his.page, number, 'The request has expired')
    await his.page.goto('/cabinet/notifications')
    expect(await bodyOf(his.page)).toContain(number)
    await his.context.close()
    await hers.context.close()
  })
})
