import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '#core/kernel'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  type Citizen,
  cmsOf,
  contentOf,
  keyFor,
  newPerson,
  PASSWORD,
  textOf,
  visit,
} from './citizens.ts'
import {
  appointed,
  bringToHead,
  decide,
  type Desk,
  officials,
  type Officials,
  open,
  plotOf,
  signDecision,
  signing,
  sit,
  takeIn,
  untilCase,
} from './desks.ts'

let platform: TestPlatform
let citizen: Citizen
let who: Officials
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  citizen = await newPerson(platform)
  who = await officials(platform)
})
afterAll(() => platform?.stop())

describe('the way to a desk', () => {
  test('a session of the portal is none: the citizen is asked to sign in, and no form is taken', async () => {
    const { visitor } = citizen
    for (const path of ['/office', '/office/done', '/office/new', '/office/cases/10100000000001'])
      expect((await visitor.get(path)).url).toContain('/office/sign-in')
    const page = await visitor.get('/office/sign-in')
    const forged = {
      ...page,
      forms: page.forms.map((form) => ({ ...form, action: '/office/new' })),
    }
    expect((await visitor.submit(forged, '/office/new', {})).status).toBe(401)
  })

  test('the right password of a citizen opens none, and is noted', async () => {
    const { visitor, number } = citizen
    const page = await visitor.get('/office/sign-in')
    const answer = await visitor.submit(page, '/office/sign-in', { number, password: PASSWORD })
    expect(answer.status).toBe(403)
    expect(textOf(answer)).toContain('не назначены')
    const journal = await platform.platform.backend.officials.journalOf(number)
    expect(journal).toMatchObject([{ kind: 'not-an-official' }])
  })

  test('takes no form without the token of its own session', async () => {
    const page = await who.chancery.visitor.get('/office/new')
    const { visitor, number } = citizen
    const foreign = await visitor.get('/office/sign-in')
    const token = foreign.forms.find(({ fields }) => '_csrf' in fields)?.fields['_csrf'] ?? ''
    for (const foreignToken of ['', token]) {
      const fields = { _csrf: foreignToken, number }
      const answer = await who.chancery.visitor.submit(page, '/office/new', fields)
      expect(answer.status).toBe(403)
    }
  })

  test('a desk gives no cabinet either', async () => {
    expect((await who.head.visitor.get('/cabinet')).url).toContain('/sign-in')
  })

  test('passwords are guessed within the limits of the portal', async () => {
    const visitor = visit(platform.baseUrl)
    const page = await visitor.get('/office/sign-in')
    const { number } = await newPerson(platform)
    const guess = () =>
      visitor.submit(page, '/office/sign-in', { number, password: 'басқа пароль 77' })
    for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(401)
    expect((await guess()).status).toBe(429)
  })

  test('ends for who is dismissed, at the next click', async () => {
    const post = { role: 'akimat.chancery', unit: '630000000' }
    const { visitor, appointment } = await appointed(platform, citizen, post)
    expect((await visitor.get('/office')).url).toMatch(/\/office$/)
    await platform.platform.backend.officials.dismiss({
      appointment,
      from: plainDate('2026-01-06'),
      order: '100-к',
    })
    expect((await visitor.get('/office')).url).toContain('/office/sign-in')
  })
})

describe('a change of purpose, by its ten actions at the desks', () => {
  test('is taken in, checked, agreed by three bodies, voted, signed, issued and handed over', async () => {
    const { chancery, head } = who
    const number = await takeIn(who, citizen.number)
    await bringToHead(who, number)
    const shown = await decide(head, number, { outcome: 'done' })
    expect(textOf(shown)).toContain('Подписание решения')
    expect(contentOf(shown).toString()).toContain(`"number":"${number}"`)
    const signed = await signDecision(platform, head, shown)
    expect(textOf(signed)).toContain('Решение принято и подписано')
    expect(textOf(signed)).toContain('действительна')
    const waiting = await untilCase(chancery, number, 'name="receivedBy"')
    expect(textOf(await chancery.visitor.get('/office/hand-over'))).toContain('10 1000')
    const nameless = { receivedBy: 'САЯ', identity: '031234567' }
    expect((await chancery.visitor.submit(waiting, '/decide', nameless)).status).toBe(422)
    const handed = await chancery.visitor.submit(waiting, '/decide', {
      receivedBy: '  СЫНАҚОВА   САЯ ',
      identity: ' 031234567 ',
    })
    expect(textOf(handed)).toContain('услуга оказана')
    expect(textOf(handed)).toContain('031234567')
    expect(textOf(await chancery.visitor.get('/office/done'))).toContain('Выдача результата')
    const audited = await platform.platform.backend.cases.audit(number)
    expect(audited?.audit).toMatchObject({ replays: true })
    const receipt = { receivedBy: 'СЫНАҚОВА САЯ', identity: '031234567' }
    expect(Object.values(audited?.state.data ?? {})).toContainEqual(
      expect.objectContaining(receipt),
    )
    const told = textOf(await citizen.visitor.get(`/requests/${number}`))
    expect(told).toContain('Кому и когда выдан СЫНАҚОВА САЯ, ')
  })

  test('comes back with what was typed when it does not hold', async () => {
    const number = await takeIn(who, citizen.number)
    await decide(who.chancery, number)
    const page = await decide(who.chancery, number, { outcome: 'incomplete', check: ['2'] })
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/value="2" checked/)
    expect(textOf(page)).toContain('Напишите причину')
    const refused = await decide(who.chancery, number, {
      outcome: 'incomplete',
      remark: 'Нет правоустанавливающего документа',
    })
    expect(textOf(refused)).toContain('Письменный отказ')
    await decide(who.chancery, number, { remark: 'Нет правоустанавливающего документа' })
    expect(textOf(await untilCase(who.chancery, number, 'отказано'))).toContain('отказано')
  })

  test('is seen by nobody whose role and unit it does not pass', async () => {
    const number = await takeIn(who, citizen.number)
    const registrar = await sit(platform, 'registrar')
    expect((await open(registrar, number)).status).toBe(404)
    const found = await registrar.visitor.get(`/office?q=${number}`)
    expect(textOf(found)).not.toContain('назначения')
    const page = await open(who.chancery, number)
    const elsewhere = await open(who.head, number)
    expect(elsewhere.status).toBe(404)
    await decide(who.chancery, number)
    expect(textOf(page)).toContain('Регистрация заявления')
  })

  test('is decided once: a second click lands on the case, a colleague who was slower is told', async () => {
    const number = await takeIn(who, citizen.number)
    const colleague = await sit(platform, 'chancery', /канцелярии/)
    const [first, second] = [await open(who.chancery, number), await open(colleague, number)]
    const sent = await Promise.all([
      who.chancery.visitor.submit(first, '/decide'),
      colleague.visitor.submit(second, '/decide'),
    ])
    for (const answer of sent) expect([200, 409], textOf(answer)).toContain(answer.status)
    const again = await who.chancery.visitor.submit(first, '/decide')
    expect(again.url).toContain(`/office/cases/${number}`)
    const post = { role: 'akimat.chancery', unit: '630000000' }
    const { visitor } = await appointed(platform, await newPerson(platform), post)
    const slow = await visitor.get(`/office/cases/${number}`)
    const stale = await open(who.chancery, number)
    await decide(who.chancery, number, { outcome: 'complete', check: ['1', '2', '3', '4'] })
    const other = { outcome: 'incomplete', remark: 'x' }
    const own = await who.chancery.visitor.submit(stale, '/decide', other)
    expect(own.status).toBe(409)
    expect(textOf(own)).toContain('Вы уже завершили это действие')
    const answer = await visitor.submit(slow, '/decide', other)
    expect(answer.status).toBe(409)
    expect(textOf(answer)).toContain('другой сотрудник')
  })
})

describe('a request taken in at a service centre', () => {
  test('is filled in, certified by the operator’s key, issued, and handed over with the signature of who came', async () => {
    const operator = await sit(platform, 'operator', /Центра/)
    const { visitor, iin } = operator
    const plot = await plotOf(platform)
    const opened = await visitor.submit(await visitor.get('/office/new'), '/office/new', {
      opening: 'land.plot-ownership centre',
      number: citizen.number,
    })
    const number = /cases\/(\d{14})/.exec(opened.url)?.[1] ?? ''
    const page = await decide(operator, number, { acting: 'self' })
    expect(page.status).toBe(200)
    await untilCase(operator, number, 'name="object"')
    await decide(operator, number, { object: 'cadastralNumber', cadastralNumber: plot })
    const path = `/cases/${number}/sign-request`
    await untilCase(operator, number, path)
    const toSign = await visitor.get(`/office${path}`)
    const key = await keyFor(platform, { signer: iin, number: iin, kind: 'person' })
    const cms = cmsOf(key, contentOf(toSign))
    const changed = await visitor.submit(toSign, path, { cms, sha256: 'f'.repeat(64) })
    expect(changed.status).toBe(409)
    await visitor.submit(toSign, path, { cms })
    const waiting = await untilCase(operator, number, 'name="receivedBy"')
    expect(textOf(waiting)).toContain('действительна')
    expect(waiting.html).toContain('.pdf')
    const handed = await visitor.submit(waiting, '/decide', {
      receivedBy: 'СЫНАҚОВА САЯ',
      identity: '031234567',
    })
    expect(textOf(handed)).toContain('услуга оказана')
    const documents = await citizen.visitor.get('/cabinet/documents')
    expect(textOf(documents)).toContain('принадлеж')
  })
})

describe('the unit of an official', () => {
  const OPENING = 'land.plot-ownership centre'

  const operatorIn = async (unit: string): Promise<Desk> =>
    appointed(platform, await newPerson(platform), { role: 'centre.operator', unit })

  const takeAt = async ({ visitor }: Desk, number: string) =>
    visitor.submit(await visitor.get('/office/new'), '/office/new', { opening: OPENING, number })

  test('is that which took the request in: another centre neither sees nor takes it over', async () => {
    const [here, there] = [
      await operatorIn('centre-100000000'),
      await operatorIn('centre-110000000'),
    ]
    const applicant = await newPerson(platform)
    const opened = await takeAt(here, applicant.number)
    const number = /cases\/(\d{14})/.exec(opened.url)?.[1] ?? ''
    expect((await open(here, number)).status).toBe(200)
    const foreign = await open(there, number)
    expect(foreign.status).toBe(404)
    expect(textOf(foreign)).toContain('не проходит через вашу роль и подразделение')
    const forged = await there.visitor.submit(
      { ...opened, url: `${platform.baseUrl}/office/cases/${number}` },
      `/cases/${number}/decide`,
      {
        _csrf:
          (await there.visitor.get('/office/new')).forms.find(({ fields }) => '_csrf' in fields)
            ?.fields['_csrf'] ?? '',
      },
    )
    expect(forged.status).toBe(404)
    expect(textOf(await there.visitor.get('/office'))).not.toContain(applicant.number)
    const again = await takeAt(there, applicant.number)
    expect(again.status).toBe(409)
    expect(textOf(again)).toContain('уже принимает другое подразделение')
    expect((await takeAt(here, applicant.number)).url).toContain(number)
  })

  test('takes in no request of the official’s own', async () => {
    const operator = await operatorIn('centre-100000000')
    const own = await takeAt(operator, operator.iin)
    expect(own.status).toBe(403)
    expect(textOf(own)).toContain('Свой собственный запрос принять нельзя')
  })
})

describe('the signature of a decision', () => {
  test('is of this case, of this decision, by this official, or there is no decision', async () => {
    const { head } = who
    const [one, other] = [
      await takeIn(who, citizen.number),
      await takeIn(who, (await newPerson(platform)).number),
    ]
    await bringToHead(who, one)
    await bringToHead(who, other)
    const shown = await decide(head, one, { outcome: 'done' })
    const shownOther = await decide(head, other, { outcome: 'done' })
    const replayed = await signDecision(platform, head, shownOther, { content: contentOf(shown) })
    expect(replayed.status).toBeGreaterThanOrEqual(400)
    const changed = JSON.stringify({
      ...(JSON.parse(
        shown.forms.find(({ action }) => action.endsWith('/sign'))?.fields['decision'] ?? '{}',
      ) as object),
      outcome: 'returned',
      remark: 'вернуть',
    })
    const altered = await signDecision(platform, head, shown, { fields: { decision: changed } })
    expect(altered.status).toBe(409)
    const forged = JSON.stringify({ ...(JSON.parse(changed) as object), fields: { for: '5' } })
    const strange = await signDecision(platform, head, shown, { fields: { decision: forged } })
    expect(strange.status).toBe(422)
    const stranger = await keyFor(platform, citizen)
    const foreign = await signDecision(platform, head, shown, { key: stranger })
    expect(foreign.status).toBeGreaterThanOrEqual(400)
    const unsigned = await head.visitor.submit(shown, signing(shown), { cms: '' })
    expect(unsigned.status).toBe(422)
    for (const number of [one, other])
      expect(textOf(await open(head, number))).toContain('Подписание постановления')
    const signed = await signDecision(platform, head, shown)
    expect(textOf(signed)).toContain('Решение принято и подписано')
    const twice = await signDecision(platform, head, shown)
    expect(twice.url).toContain(`/office/cases/${one}`)
  })
})

describe('who looked at a case', () => {
  test('is told to the person concerned: role, unit, request', async () => {
    const person = await newPerson(platform)
    const number = await takeIn(who, person.number)
    const page = await person.visitor.get('/cabinet/data-access')
    expect(textOf(page)).toContain('Сотрудник канцелярии, Акимат Восточно-Казахстанской области')
    expect(page.html).toContain(number)
  })
})
