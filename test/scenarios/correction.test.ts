import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Iin } from '#core/kernel'
import type { Page } from '../../src/main/demo/page.ts'
import { fill, numberOf, order, signIn } from '../../src/main/demo/citizen.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  type Citizen,
  contentOf,
  file,
  keyFor,
  textOf,
  untilEnded,
  visit,
} from './citizens.ts'
import { decide, type Desk, open, signDecision, sit, untilCase } from './desks.ts'

const SERVICE = 'justice.realty-rights'

let platform: TestPlatform
let owner: Citizen
let registrar: Desk
let object: Flat
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  owner = await personaAt('owner')
  registrar = await sit(platform, 'registrar')
  object = await flatOf(owner.number)
})
afterAll(() => platform?.stop())

/** One of the demonstration's people, signed in on the portal. */
async function personaAt(id: string): Promise<Citizen> {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(id)
  const { number, password } = account
  const visitor = visit(platform.baseUrl)
  await signIn(visitor, number, password)
  await visitor.get('/cabinet?lang=ru')
  return { visitor, number, signer: number as Iin, kind: 'person' }
}

interface Flat {
  readonly plot: string
  readonly region: string
  readonly area: string
}

const realty = () => platform.platform.database.pool('registry_realty')

async function flatOf(holder: string): Promise<Flat> {
  const { rows } = await realty().query<Flat>(
    `select o.cadastral_number as plot, o.region, o.area_total::text as area
     from reg_realty.object o join reg_realty.registered_right r using (cadastral_number)
     where r.holder = $1 and o.area_total is not null limit 1`,
    [holder],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`${holder} has no flat`)
  return row
}

const areaNow = async (): Promise<string> => (await flatOf(owner.number)).area

async function signed(citizen: Citizen, page: Page): Promise<string> {
  await file(citizen, page, { key: await keyFor(platform, citizen) })
  return numberOf(page)
}

const documentIn = ({ html }: Page): string => {
  const [, number] = /\/cabinet\/documents\/(\d{14})/.exec(html) ?? []
  if (number === undefined) throw new Error('no document here')
  return number
}

/** A certificate of the flat, as the register has it now; gives its number. */
async function certificate(): Promise<string> {
  const form = await order(owner.visitor, SERVICE)
  const page = await fill(owner.visitor, form, {
    region: object.region,
    object: 'cadastralNumber',
    cadastralNumber: object.plot,
    language: 'ru',
  })
  return documentIn(await untilEnded(owner, await signed(owner, page)))
}

/** Asks on the page of the document that another area is put in the place of the one that it states. */
async function askFor(document: string, area: string): Promise<string> {
  const { visitor } = owner
  const shown = await visitor.get(`/cabinet/documents/${document}`)
  const form = await visitor.submit(shown, `/documents/${document}/correct`)
  const page = await fill(visitor, form, {
    attribute: 'area-total',
    wrong: object.area,
    area,
    basis: 'технический паспорт от 02.02.2010 № 245-01234',
  })
  expect(contentOf(page).toString()).toContain(`"value":"${area}"`)
  return signed(owner, page)
}

/** What the public page of checks says of a document. */
const checked = async (document: string): Promise<string> => {
  const visitor = visit(platform.baseUrl)
  return textOf(await visitor.submit(await visitor.get('/check'), '/check', { number: document }))
}

describe('wrong data in a certificate', () => {
  test('are corrected by the registrar’s signature, and the corrected document takes the place of the old one', async () => {
    const before = await certificate()
    const number = await askFor(before, '77.7')
    const waiting = await untilCase(registrar, number, 'name="check"')
    expect(textOf(await registrar.visitor.get('/office'))).toContain('Сверка записи с документами')
    const shown = textOf(waiting)
    expect(shown).toContain('Что изменится в регистре')
    expect(shown).toContain(object.area)
    expect(shown).toContain('77.7')
    expect(shown).toContain('технический паспорт от 02.02.2010')
    expect(shown).toContain('отказать в исправлении')
    const toSign = await decide(registrar, number, { outcome: 'complete', check: ['1', '2', '3'] })
    expect(textOf(toSign)).toContain('исправить запись регистра')
    expect(contentOf(toSign).toString()).toContain(
      '"ru":"Идентификационный документ принадлежит заявителю"',
    )
    expect(textOf(await signDecision(platform, registrar, toSign))).toContain(
      'Решение принято и подписано',
    )
    const after = documentIn(await untilEnded(owner, number))
    expect(after).not.toBe(before)
    expect(await areaNow()).toBe('77.7')
    expect(await checked(before)).toContain(`Вместо него действует документ ${after}`)
    expect(await checked(after)).toContain('подлинный')
    expect(textOf(await owner.visitor.get(`/cabinet/documents/${before}`))).toContain(after)
    expect(textOf(await owner.visitor.get('/cabinet/notifications'))).toContain(number)
    expect(textOf(await open(registrar, number))).toContain('услуга оказана')
  })

  test('are left as they are with a ground, which the applicant gets as a signed document', async () => {
    const before = await certificate()
    const was = await areaNow()
    const number = await askFor(before, '11.1')
    await untilCase(registrar, number, 'name="check"')
    const remark = 'В техническом паспорте та же площадь, что и в регистре'
    const incomplete = await decide(registrar, number, {
      outcome: 'incomplete',
      check: ['3'],
      remark,
    })
    await signDecision(platform, registrar, incomplete)
    const refusing = await untilCase(registrar, number, 'name="ground"')
    const unfounded = await registrar.visitor.submit(refusing, `/cases/${number}/decide`, {
      remark,
    })
    expect(unfounded.status).toBe(422)
    const toSign = await decide(registrar, number, { ground: 'entryRight', remark })
    expect(textOf(toSign)).toContain('Запись регистра соответствует документам')
    await signDecision(platform, registrar, toSign)
    const page = await untilEnded(owner, number)
    expect(textOf(page)).toContain('Запись регистра соответствует документам')
    expect(textOf(page)).toContain(remark)
    const refusal = documentIn(page)
    expect(await checked(refusal)).toContain('отказ')
    expect(await checked(before)).toContain('подлинный')
    expect(await areaNow()).toBe(was)
    expect(textOf(await owner.visitor.get('/cabinet/notifications'))).toContain('отказано')
    // The applicant may ask again about the same document, with what was typed before.
    const again = await owner.visitor.submit(page, '/again')
    expect(new URL(again.url).pathname).toMatch(/^\/requests\/\d{14}\/fill/)
    expect(again.html).toContain(`value="11.1"`)
    expect(textOf(await owner.visitor.get('/cabinet/requests'))).toContain(
      `исправление ошибки в документе № ${before}`,
    )
  })
})
