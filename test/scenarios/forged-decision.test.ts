import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { BEHIND_PROXY, cmsOf, type Key, keyFor, newPerson, textOf } from './citizens.ts'
import {
  bringToCommission,
  decide,
  type Desk,
  type Officials,
  officials,
  open,
  takeIn,
} from './desks.ts'

let platform: TestPlatform
let who: Officials
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  who = await officials(platform)
})
afterAll(() => platform?.stop())

/** What a page would carry to its signature, sent there without the form that holds it to the regulation. */
async function forge(desk: Desk, number: string, decision: object) {
  const key: Key = await keyFor(platform, { signer: desk.iin, number: desk.iin, kind: 'person' })
  const page = await open(desk, number)
  const { action, visit } =
    page.forms.find(({ action: to }) => to.endsWith('/decide'))?.fields ?? {}
  const text = JSON.stringify({ action, visit: Number(visit), ...decision })
  const to = `/office/cases/${number}/sign`
  const forms = page.forms.map((form) => ({ ...form, action: to }))
  const signed = { cms: cmsOf(key, Buffer.from(text)), sha256: 'f'.repeat(64) }
  return desk.visitor.submit({ ...page, forms }, to, { decision: text, ...signed })
}

test('a checklist that is not whole is refused at the signature too, and nothing is decided', async () => {
  const { chancery } = who
  const number = await takeIn(who, (await newPerson(platform)).number)
  await decide(chancery, number)
  for (const fields of [
    {},
    { checked: '' },
    { checked: '1, 2, 3, 9' },
    { checked: '1, 1, 1, 1' },
  ]) {
    const forged = await forge(chancery, number, { outcome: 'complete', fields })
    expect([forged.status, textOf(forged)]).toEqual([422, expect.stringContaining('не отмечены')])
  }
  expect(textOf(await open(chancery, number))).toContain('Сейчас Проверка полноты документов')
})

test('a meeting without its quorum, or against its votes, is refused at the signature too', async () => {
  const { commission } = who
  const number = await takeIn(who, (await newPerson(platform)).number)
  await bringToCommission(who, number)
  const minutes = { minutes: '12', heldOn: '2026-11-01', present: '5', for: '4', against: '1' }
  const forgeries: readonly (readonly [object, string])[] = [
    [{ ...minutes, present: '1', for: '1', against: '0' }, 'Нет кворума'],
    [{ ...minutes, for: '5', against: '4' }, 'Голосов не может быть больше'],
    [{ ...minutes, for: '1', against: '4' }, 'не соответствует голосам'],
    [{ ...minutes, present: '-5' }, 'Введите целое число'],
    [{}, 'Укажите номер протокола'],
  ]
  for (const [fields, says] of forgeries) {
    const forged = await forge(commission, number, { outcome: 'positive', fields })
    expect([forged.status, textOf(forged)]).toEqual([422, expect.stringContaining(says)])
  }
  const whole = await decide(commission, number, {
    outcome: 'positive',
    ...minutes,
    heldOn: '01.11.2026',
  })
  expect(whole.status).toBe(200)
})
