import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Iin } from '#core/kernel'
import { fill, numberOf, signIn } from '../../src/main/demo/citizen.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { BEHIND_PROXY, type Citizen, file, keyFor, textOf, until, visit } from './citizens.ts'

const MOTHER = '880722400013' as Iin
const DAUGHTER = '150612600016'
const CERTIFICATE = 'justice.repeat-certificate'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

/** Pays what a request asks for, on the page of the bank, with a card of the demonstration. */
async function pay(number: string): Promise<void> {
  const { cases, payments } = platform.platform.backend
  const audited = await cases.audit(number)
  const [payment] = audited === undefined ? [] : await payments.ofCase(audited.state.id)
  if (payment === undefined) throw new Error('nothing is to be paid')
  const { order, party } = payment
  const begun = await payments.begin({ order, party })
  if (!begun.ok) throw new Error(begun.error.code)
  const answer = await fetch(begun.value.page, {
    method: 'POST',
    body: new URLSearchParams({ number: '4400430000000015', expiry: '12/30', code: '123' }),
    redirect: 'manual',
  })
  expect(answer.status, await answer.text()).toBe(303)
}

async function mother(): Promise<Visitor> {
  const account = platform.accounts.find(({ id }) => id === 'mother')
  if (account === undefined) throw new Error('the country has no mother')
  const visitor = visit(platform.baseUrl)
  await signIn(visitor, account.number, account.password)
  return visitor
}

test('a paid request for a repeat certificate tells what it costs, its receipt, and where to fetch the paper; for a child too', async () => {
  const visitor = await mother()
  const citizen: Citizen = { visitor, number: MOTHER, signer: MOTHER, kind: 'person' }
  const path = `/services/${CERTIFICATE}/order`
  const offered = textOf(await visitor.get(`${path}?lang=ru`))
  expect(offered).toContain('После подписи нужно оплатить государственную пошлину: сегодня 4')
  expect(offered).toContain('Оплата пошлины')
  const opened = await visitor.submit(await visitor.get(path), path, {
    onBehalf: `parent:${DAUGHTER}`,
  })
  const number = numberOf(opened)
  const request = `/requests/${number}`
  const form = await until(citizen, `${request}/fill`, ({ url }) => /\/fill\//.test(url))
  const signing = await fill(visitor, form, {
    variant: 'birth',
    'birthDate-day': '12',
    'birthDate-month': '6',
    'birthDate-year': '2015',
    birthPlace: 'Көкпекті ауданы',
    father: 'КӘРІМОВ АРМАН',
    mother: 'КӘРІМОВА ЖАНАР',
  })
  await file(citizen, signing, { key: await keyFor(platform, citizen) })
  await until(citizen, request, ({ html }) => html.includes('/payment'))
  await pay(number)
  const waiting = await until(citizen, request, ({ html }) => html.includes('data-to-fetch'))
  expect(textOf(waiting)).toMatch(
    /Ваша заявка принята на обработку под № \d+\. Бумажное свидетельство выдаётся здесь: .+РАГС.+, .+\. Приходите/,
  )
  const told = await visitor.get('/cabinet/notifications')
  expect(textOf(told)).toContain('получите документ на бумаге')
  const withReceipt = await until(citizen, request, ({ html }) => /Чек № \d/.test(html))
  const links = [...withReceipt.html.matchAll(/href="(\/requests\/\d+\/documents\/\d+)"/g)]
  expect(links).toHaveLength(2)
  for (const [, address = ''] of links) {
    await until(citizen, address, ({ status }) => status === 200)
    expect((await visitor.get(`${address}.pdf`)).status).toBe(200)
  }
  const paid = await visitor.get(`${request}/payment`)
  expect(paid.html).toMatch(/href="\/requests\/\d+\/documents\/\d+\.pdf"/)
})
