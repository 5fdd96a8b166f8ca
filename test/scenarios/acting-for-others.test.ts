import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, type Iin, instant } from '#core/kernel'
import { type PowerRow, revokePower } from '#registries/notary'
import { fill, numberOf, register, signIn } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  ASTANA,
  BEHIND_PROXY,
  type Citizen,
  file,
  keyFor,
  newPerson,
  PASSWORD,
  SERVICE,
  textOf,
  until,
  untilEnded,
  visit,
} from './citizens.ts'
import { found } from './people.ts'
import { givePower, OWNER } from './powers.ts'

const MOTHER = '880722400013' as Iin
const DAUGHTER = '150612600016'

let platform: TestPlatform
let attorney: Citizen
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  attorney = await newPerson(platform)
})
afterAll(() => platform?.stop())

const powerTo = (iin: string, change: Partial<PowerRow> = {}) => givePower(platform, iin, change)

/** What a page says, its banners included. */
const wholeOf = ({ html }: Page): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const orderOf = (service: string) => `/services/${service}/order`
const ORDER = orderOf(SERVICE)
async function order(visitor: Visitor, onBehalf: string, path = ORDER): Promise<Page> {
  return visitor.submit(await visitor.get(path), path, { onBehalf })
}
/** The page of signing of a request made by that right. */
async function toSigning(citizen: Citizen, onBehalf: string): Promise<Page> {
  const opened = await order(citizen.visitor, onBehalf)
  expect(opened.status, textOf(opened)).toBe(200)
  if (opened.url.endsWith('/sign')) return opened
  const number = numberOf(opened)
  const form = await until(citizen, `/requests/${number}/fill`, ({ url }) => /\/fill\//.test(url))
  return fill(citizen.visitor, form, { region: ASTANA })
}

async function visitorOf(id: string): Promise<Visitor> {
  const account = platform.accounts.find((one) => one.id === id)
  const visitor = visit(platform.baseUrl, 'kk')
  await signIn(visitor, account?.number ?? '', account?.password ?? '')
  return visitor
}

describe('by a power of attorney', () => {
  test('the representative orders, signs and gets the result; every page says for whom; the principal sees it all', async () => {
    const number = await powerTo(attorney.number)
    const page = await attorney.visitor.get(ORDER)
    expect(textOf(page)).toContain('По доверенности: САГИНДЫКОВА АСЕЛ')
    const signing = await toSigning(attorney, `attorney:${number}`)
    expect(wholeOf(signing)).toContain(
      `Вы действуете от имени другого лица: САГИНДЫКОВА АСЕЛ, ${OWNER}`,
    )
    await file(attorney, signing, { key: await keyFor(platform, attorney) })
    const request = numberOf(signing)
    const ended = await untilEnded(attorney, request)
    expect(wholeOf(ended)).toContain('Вы действуете от имени другого лица')
    expect(textOf(ended)).toContain('СЫНАКОВА САЯ (доверенность)')
    expect(ended.html).toContain('result.pdf')
    const document = /href="(\/requests\/\d+\/documents\/\d+)"/.exec(ended.html)?.[1] ?? ''
    const opened = await attorney.visitor.get(document)
    expect([opened.status, opened.html.includes(`${document}.pdf`)]).toEqual([200, true])
    expect((await attorney.visitor.get(`${document}.pdf`)).status).toBe(200)
    const stranger = await newPerson(platform)
    for (const address of [document, `${document}.pdf`])
      expect((await stranger.visitor.get(address)).status).toBe(404)
    expect((await attorney.visitor.get(`/requests/${request}/documents/${request}`)).status).toBe(
      404,
    )

    const owner = await visitorOf('owner')
    const seen = await owner.get(`/requests/${request}`)
    expect(seen.status).toBe(200)
    expect(wholeOf(seen)).not.toContain('Сіз басқа тұлғаның атынан')
    expect(textOf(await owner.get('/cabinet/notifications'))).toContain(request)
    const section = textOf(await owner.get('/cabinet/representation'))
    expect(section).toContain('анықтама алуға')
    expect(section).toContain(request)
    expect(textOf(await owner.get('/cabinet/data-access'))).toContain(
      'СЫНАҚОВА САЯ сіздің атыңыздан әрекет етуге құқылы ма',
    )
    expect(section).not.toContain('жауап бермей тұр')
    expect(textOf(await attorney.visitor.get('/cabinet/notifications'))).toContain(request)
    // The own lists name it too, and say for whom.
    for (const [address, listed] of [
      ['/cabinet', request],
      ['/cabinet/requests', request],
      ['/cabinet/requests?status=finished', request],
      ['/cabinet/documents', document.split('/').at(-1) ?? ''],
    ] as const) {
      const list = textOf(await attorney.visitor.get(address))
      expect(list, address).toContain(listed)
      expect(list, address).toContain('от имени: САГИНДЫКОВА АСЕЛ')
    }
    expect((await attorney.visitor.get('/cabinet/documents')).html).toContain(`href="${document}"`)
    const searched = await attorney.visitor.get(`/cabinet/requests?number=${request}`)
    expect(new URL(searched.url).pathname).toBe(`/requests/${request}`)
    for (const address of ['/cabinet', '/cabinet/requests', '/cabinet/documents'])
      expect(textOf(await stranger.visitor.get(address)), address).not.toContain('САГИНДЫКОВА')
    const mine = textOf(await attorney.visitor.get('/cabinet/representation'))
    expect(mine).toContain(`САГИНДЫКОВА АСЕЛ, ${OWNER}`)
  })

  test('is named, with its number and day, before and at the signature; the hint at the number speaks of the principal', async () => {
    const number = await powerTo(attorney.number)
    const begun = numberOf(await order(attorney.visitor, `attorney:${number}`))
    const form = await until(attorney, `/requests/${begun}/fill`, ({ url }) => /\/fill\//.test(url))
    expect(textOf(form)).toContain('Номер того, от чьего имени вы действуете: САГИНДЫКОВА АСЕЛ')
    expect(textOf(form)).not.toContain('вашей учётной записи')
    const where = textOf(await attorney.visitor.get(`/requests/${begun}/fill/region`))
    expect(where).not.toContain('вашему зарегистрированному адресу')
    expect(where).toContain('Предложено по данным того, от чьего имени вы действуете')
    const signing = await fill(attorney.visitor, form, { region: ASTANA })
    const path = `/requests/${begun}/revise`
    const checking = await attorney.visitor.submit(signing, path, {})
    expect(new URL(checking.url).pathname).toBe(`/requests/${begun}/check`)
    for (const page of [signing, checking]) {
      expect(textOf(page)).toContain(`СЫНАКОВА САЯ, ИИН ${attorney.number}`)
      expect(textOf(page)).toContain(`доверенность № ${number} от 10 января 2024`)
    }
    expect(signing.html).toContain(`сенімхат № ${number}`)
    // It is in what is signed, too.
    expect(signing.html).toMatch(/basis[^}]*attorney[^}]*issuedOn[^}]*2024-01-10/)
  })

  test('that is revoked before the signature nothing is signed, and its request is closed', async () => {
    const number = await powerTo(attorney.number)
    const signing = await toSigning(attorney, `attorney:${number}`)
    const request = `/requests/${numberOf(signing)}`
    const drafts = await attorney.visitor.get('/cabinet/drafts')
    expect(textOf(drafts)).toContain(numberOf(signing))
    expect(textOf(drafts)).toContain('от имени: САГИНДЫКОВА АСЕЛ')
    const leaving = await attorney.visitor.get(`${request}/withdraw`)
    const revokedOn = dayOf(instant(new Date()))
    await revokePower(platform.platform.database.pool('registry_notary'), { number, revokedOn })
    const refused = await file(attorney, signing, { key: await keyFor(platform, attorney) })
    expect(refused.status).toBe(409)
    expect(textOf(refused)).toContain('Ваше полномочие прекратилось')
    expect(refused.html).toContain('REPRESENTATION_ENDED')
    const withdrawn = await attorney.visitor.submit(leaving, `${request}/withdraw`, {})
    expect([withdrawn.status, withdrawn.html.includes('REPRESENTATION_ENDED')]).toEqual([409, true])
    for (const address of [request, `${request}/sign`, `${request}/fill`, `${request}/check`]) {
      const closed = await attorney.visitor.get(address)
      expect([closed.status, closed.html.includes('REPRESENTATION_CLOSED')], address).toEqual([
        403,
        true,
      ])
      expect(wholeOf(closed)).not.toContain(OWNER)
    }
    const events = await attorney.visitor.get(`/cases/${numberOf(signing)}/events`)
    expect(events.status).toBe(403)
    // What was done stays listed, for both.
    expect(textOf(await attorney.visitor.get('/cabinet/representation'))).toContain(
      numberOf(signing),
    )
    const owner = await visitorOf('owner')
    expect((await owner.get(request)).status).toBe(200)
  })

  test('whose power ended after the result the representative reads nothing of it', async () => {
    const number = await powerTo(attorney.number)
    const signing = await toSigning(attorney, `attorney:${number}`)
    await file(attorney, signing, { key: await keyFor(platform, attorney) })
    const request = `/requests/${numberOf(signing)}`
    const ended = await untilEnded(attorney, numberOf(signing))
    const document = /href="(\/requests\/\d+\/documents\/\d+)"/.exec(ended.html)?.[1] ?? ''
    const survey = await attorney.visitor.get(`${request}/survey`)
    const revokedOn = dayOf(instant(new Date()))
    await revokePower(platform.platform.database.pool('registry_notary'), { number, revokedOn })
    const refused = await attorney.visitor.submit(survey, `${request}/survey`, {})
    expect([refused.status, refused.html.includes('REPRESENTATION_ENDED')]).toEqual([409, true])
    for (const address of [request, `${request}/result.pdf`, document, `${document}.pdf`])
      expect((await attorney.visitor.get(address)).status, address).toBe(403)
    // That it was filed stays in the list; how it ended does not, nor does what was issued.
    const row = (await attorney.visitor.get('/cabinet/requests')).html
      .split('<tr')
      .find((one) => one.includes(numberOf(signing)))
    expect(row).toContain('САГИНДЫКОВА АСЕЛ')
    expect(row).toContain('полномочие не подтверждено')
    for (const address of ['/cabinet/requests?status=finished', '/cabinet/documents']) {
      const list = (await attorney.visitor.get(address)).html
      expect(list, address).not.toContain(numberOf(signing))
    }
  })

  test('the key of the principal does not sign for the representative', async () => {
    const number = await powerTo(attorney.number)
    const signing = await toSigning(attorney, `attorney:${number}`)
    const other = { signer: OWNER as Iin, number: OWNER, kind: 'person' as const }
    await file(attorney, signing, { key: await keyFor(platform, other) })
    expect(textOf(await untilEnded(attorney, numberOf(signing)))).toContain(
      'SIGNATURE_WRONG_PERSON',
    )
  })

  test.each<[string, Partial<PowerRow>]>([
    ['without the code that the service asks for', { codes: ['land.documents'] }],
    ['that has expired', { validUntil: '2025-01-01' }],
    ['that was revoked', { revokedOn: '2025-01-01' }],
    [
      'that was given to somebody else',
      { representative: { iin: '830315400011', name: { kk: 'А', ru: 'А' } } },
    ],
  ])('%s nobody orders', async (_, change) => {
    const number = await powerTo(attorney.number, change)
    const refused = await order(attorney.visitor, `attorney:${number}`)
    expect(refused.status).toBe(403)
    expect(refused.html).toContain('REPRESENTATION_NO')
  })
})

describe('for a child', () => {
  test('a parent orders what the regulation provides for, of the child’s own record, and is told about it', async () => {
    const mother = await visitorOf('mother')
    const citizen: Citizen = { visitor: mother, number: MOTHER, signer: MOTHER, kind: 'person' }
    const path = orderOf('justice.civil-act-certificate')
    expect(textOf(await mother.get(path))).toContain('Балам үшін: КӘРІМОВА ДАНА АРМАНҚЫЗЫ')
    const request = numberOf(await order(mother, `parent:${DAUGHTER}`, path))
    const at = `/requests/${request}/fill`
    const form = await until(citizen, at, ({ url }) => /\/fill\//.test(url))
    const signing = await fill(mother, form, {
      variant: 'birth',
      'birthDate-day': '12',
      'birthDate-month': '6',
      'birthDate-year': '2015',
      birthPlace: 'Көкпекті ауданы',
      father: 'КӘРІМОВ АРМАН',
      mother: 'КӘРІМОВА ЖАНАР',
    })
    expect(wholeOf(signing)).toContain(`КӘРІМОВА ДАНА АРМАНҚЫЗЫ, ${DAUGHTER}`)
    await file(citizen, signing, { key: await keyFor(platform, citizen) })
    // The register found the record of the child: the duty is asked for.
    await until(citizen, `/requests/${request}`, ({ html }) => html.includes('/payment'))
    const payments = textOf(await mother.get('/cabinet/payments'))
    expect(payments).toContain(request)
    expect(payments).toContain('КӘРІМОВА ДАНА АРМАНҚЫЗЫ')
    const told = await mother.get('/cabinet/notifications')
    expect(textOf(told)).toContain(request)
  })

  test('nothing is ordered where the regulation does not provide for it, nor for the child of a stranger', async () => {
    const mother = await visitorOf('mother')
    const child = `parent:${DAUGHTER}`
    expect((await mother.get(ORDER)).html).not.toContain(child)
    const refused = await order(mother, child)
    expect([refused.status, refused.html.includes('REPRESENTATION_NOT_FOR_SERVICE')]).toEqual([
      403,
      true,
    ])
    const stranger = await order(attorney.visitor, child)
    expect([stranger.status, stranger.html.includes('REPRESENTATION_NOT_ENTITLED')]).toEqual([
      403,
      true,
    ])
  })
})

describe('for a legal entity', () => {
  test('its head orders and signs with the key of the organisation, not with the own one', async () => {
    const { bin, headIin } = await found(platform.platform)
    const visitor = visit(platform.baseUrl)
    await register(visitor, { number: headIin, password: PASSWORD })
    const head: Citizen = { visitor, number: headIin, signer: headIin, kind: 'person' }
    const signing = await toSigning(head, `head:${bin}`)
    expect(textOf(signing)).toContain(bin)
    expect(textOf(signing)).toContain(`ИИН ${headIin}`)
    expect(textOf(signing)).toContain('первый руководитель юридического лица')
    const entityKey = await keyFor(platform, { signer: headIin, number: bin, kind: 'entity' })
    await file(head, signing, { key: entityKey })
    expect((await untilEnded(head, numberOf(signing))).html).toContain('result.pdf')

    const second = await toSigning(head, `head:${bin}`)
    await file(head, second, { key: await keyFor(platform, head) })
    expect(textOf(await untilEnded(head, numberOf(second)))).toContain(
      'SIGNATURE_WRONG_ORGANISATION',
    )
  })

  test('that somebody else heads nobody orders', async () => {
    const { bin } = await found(platform.platform)
    const refused = await order(attorney.visitor, `head:${bin}`)
    expect([refused.status, refused.html.includes('REPRESENTATION_NOT_ENTITLED')]).toEqual([
      403,
      true,
    ])
  })
})

test('the request of a principal is not open to others who act for somebody', async () => {
  const number = await powerTo(attorney.number)
  const signing = await toSigning(attorney, `attorney:${number}`)
  const stranger = await newPerson(platform)
  await powerTo(stranger.number)
  const request = numberOf(signing)
  for (const address of [
    `/requests/${request}`,
    `/requests/${request}/sign`,
    `/cases/${request}/events`,
  ])
    expect((await stranger.visitor.get(address)).status, address).toBe(404)
})
