import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberOf, order } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  type Citizen,
  cmsOf,
  contentOf,
  keyFor,
  newPerson,
  textOf,
} from './citizens.ts'

const SERVICE = 'justice.marriage-application'
const OFFICE = '130'
let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

const appointments = () => platform.platform.backend.appointments
const freeHours = async () =>
  (await appointments().free('marriage', OFFICE, undefined, 200)).map(({ local }) => local)

const on = (citizen: Citizen, page: Page, fields: Record<string, string>) =>
  citizen.visitor.submit(page, new URL(page.url).pathname, fields)

/** The page "where and when" of a new application. */
async function whereAndWhen(): Promise<{ citizen: Citizen; page: Page }> {
  const [citizen, partner] = [await newPerson(platform), await newPerson(platform)]
  const applicant = await on(citizen, await order(citizen.visitor, SERVICE), {})
  const page = await on(citizen, applicant, { partner: partner.number })
  return { citizen, page }
}

test('an hour that the office does not offer is refused on its page', async () => {
  const { citizen, page } = await whereAndWhen()
  const hours = await on(citizen, page, { office: OFFICE })
  const refused = await on(citizen, hours, { office: OFFICE, time: '2026-11-29T03:00' })
  expect([refused.status, new URL(refused.url).pathname.split('/').at(-1)]).toEqual([422, 'place'])
  expect(textOf(refused)).toContain('Выберите одно из свободных времён')
  const number = numberOf(refused)
  const check = await citizen.visitor.get(`/requests/${number}/check`)
  expect(textOf(check)).toContain('Выберите одно из свободных времён')
  const action = `/requests/${number}/check`
  const forms = refused.forms.map((form) => ({ ...form, action }))
  const forced = await citizen.visitor.submit({ ...refused, forms: forms.slice(-1) }, action)
  expect([forced.status, new URL(forced.url).pathname]).toEqual([422, action])
})

test('without scripts a button brings up what a choice asks for, and mistakes wait for "Continue"', async () => {
  const { citizen, page } = await whereAndWhen()
  expect(page.html).toContain('name="update"')
  const hours = await on(citizen, page, { office: '', update: 'yes' })
  expect([hours.status, hours.html.includes('govuk-error-summary')]).toEqual([200, false])
  const chosen = await on(citizen, hours, { office: OFFICE, update: 'yes' })
  expect(chosen.html).toContain('<select class="govuk-select" id="time"')
})

test('no office chosen is said to be missing', async () => {
  const { citizen, page } = await whereAndWhen()
  const refused = await on(citizen, page, { office: '' })
  expect(refused.status).toBe(422)
  expect(textOf(refused)).toContain('Отдел РАГС: Выберите отдел из списка')
})

test('an hour that others take before the signature is told of, and nothing is signed', async () => {
  const { citizen, page } = await whereAndWhen()
  const [first = '', second = ''] = await freeHours()
  const hours = await on(citizen, page, { office: OFFICE })
  const check = await on(citizen, hours, { office: OFFICE, time: first })
  expect(check.url).toMatch(/\/check$/)
  const signing = await on(citizen, check, {})
  expect(signing.url).toMatch(/\/sign$/)
  for (const key of Array.from({ length: 20 }, (_, n) => `others/${n}`)) {
    if (!(await freeHours()).includes(first)) break
    const caseId = crypto.randomUUID()
    await appointments().book({ key, caseId, calendar: 'marriage', office: OFFICE, wished: first })
  }
  const key = await keyFor(platform, {
    signer: citizen.signer,
    number: citizen.number,
    kind: 'person',
  })
  const refused = await on(citizen, signing, { cms: cmsOf(key, contentOf(signing)) })
  expect(refused.status).toBe(409)
  expect(textOf(refused)).toContain('Выбранное время больше не свободно')
  const number = numberOf(signing)
  const answers = await citizen.visitor.submit(refused, `/requests/${number}/revise`)
  expect(textOf(answers)).toContain('Это время уже заняли')
  const place = await citizen.visitor.get(`/requests/${number}/fill/place`)
  const again = await on(citizen, place, { office: OFFICE, time: second })
  expect(again.url).toMatch(/\/check$/)
  expect(textOf(again)).not.toContain('Это время уже заняли')
})
