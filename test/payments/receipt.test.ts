import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Iin } from '#core/kernel'
import { asel, cardThat, type PaymentWorld, paymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await paymentWorld()
})
afterAll(() => world?.close())

const GOOD = cardThat('The payment goes through')

it('a duty of a child is receipted to the mother who paid it, and both are told', async () => {
  const mother = {
    iin: '880722400013' as Iin,
    name: { kk: 'КӘРІМОВА ЖАНАР', ru: 'КАРИМОВА ЖАНАР' },
  }
  const order = await world.offer({
    people: { party: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ', ru: 'САГИНДЫКОВА АСЕЛ' }, by: mother },
  })
  await world.pay(order, GOOD)
  await world.told()
  await world.work()
  const { receipt = '' } = (await world.order(order.caseId)).payment ?? {}
  const pdf = await world.documents.documents.content(receipt)
  const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  expect(words).toMatch(/Плательщик\s+КӘРІМОВА ЖАНАР\s+КАРИМОВА ЖАНАР/)
  expect(words).toContain(mother.iin)
  expect(words).toContain('САГИНДЫКОВА АСЕЛ, 840731400431')
  for (const party of [asel, { kind: 'person', iin: mother.iin } as const]) {
    const titles = (await world.notifications.listOf(party, 'ru')).map(({ title }) => title)
    expect(titles.join()).toContain(order.request)
  }
})
