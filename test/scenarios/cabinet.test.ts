import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberOf, order } from '../../src/main/demo/citizen.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  ASTANA,
  BEHIND_PROXY,
  type Citizen,
  cmsOf,
  contentOf,
  file,
  fillOut,
  keyFor,
  newPerson,
  PASSWORD,
  request,
  SERVICE,
  textOf,
  visit,
} from './citizens.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

const pathOf = ({ url }: { readonly url: string }) => new URL(url).pathname
const signInAgain = async ({ visitor, number }: Citizen) =>
  visitor.submit(await visitor.get('/sign-in'), '/sign-in', { number, password: PASSWORD })
const endSessions = ({ platform: { database } }: TestPlatform) =>
  database.pool('app').query('delete from identity.session')
/** The page of the form that asks for the region, opened. */
async function regionPage({ visitor }: Citizen, number: string) {
  return visitor.get(`/requests/${number}/fill/region`)
}

describe('a form whose session ends in the middle', () => {
  test('keeps what was typed: after signing in one goes on from the same page', async () => {
    const citizen = await newPerson(platform, 'en')
    const number = numberOf(await order(citizen.visitor, SERVICE))
    const page = await regionPage(citizen, number)
    await endSessions(platform)
    const asked = await citizen.visitor.submit(page, '/fill/region', { region: ASTANA })
    expect(textOf(asked)).toContain('nothing you typed is lost')
    const wrong = await citizen.visitor.submit(asked, '/sign-in', {
      number: citizen.number,
      password: 'another password altogether',
    })
    expect(wrong.status).toBe(401)
    const back = await citizen.visitor.submit(wrong, '/sign-in', {
      number: citizen.number,
      password: PASSWORD,
    })
    expect(pathOf(back)).toBe(`/requests/${number}/fill/region`)
    expect(textOf(back)).toContain('What you typed is saved')
    expect(back.forms.find(({ action }) => action.includes('/fill/'))?.fields['region']).toBe(
      ASTANA,
    )
  })

  test('gives nothing of it to somebody else who signs in there', async () => {
    const citizen = await newPerson(platform, 'en')
    const other = await newPerson(platform, 'en')
    const number = numberOf(await order(citizen.visitor, SERVICE))
    const page = await regionPage(citizen, number)
    await endSessions(platform)
    const asked = await citizen.visitor.submit(page, '/fill/region', { region: ASTANA })
    const back = await citizen.visitor.submit(asked, '/sign-in', {
      number: other.number,
      password: PASSWORD,
    })
    expect(back.status).toBe(404)
    expect(back.html).not.toContain(citizen.number)
  })

  test('shows it again, unsaved, to who has signed in in another tab', async () => {
    const citizen = await newPerson(platform, 'en')
    const number = numberOf(await order(citizen.visitor, SERVICE))
    const page = await regionPage(citizen, number)
    await endSessions(platform)
    await signInAgain(citizen)
    const again = await citizen.visitor.submit(page, '/fill/region', { region: ASTANA })
    expect(again.status).toBe(409)
    expect(textOf(again)).toContain('You have signed in anew')
    expect(again.forms.find(({ action }) => action.includes('/fill/'))?.fields['region']).toBe(
      ASTANA,
    )
    const next = await citizen.visitor.submit(again, '/fill/region', { region: ASTANA })
    expect(next.status).toBe(200)
    expect(pathOf(next)).not.toContain('/fill/region')
  })

  test('takes nothing from another site', async () => {
    const citizen = await newPerson(platform, 'en')
    const number = numberOf(await order(citizen.visitor, SERVICE))
    const answer = await fetch(`${platform.baseUrl}/requests/${number}/fill/region`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ region: ASTANA }),
    })
    expect(answer.status).toBe(403)
  })
})

describe('drafts', () => {
  test('are listed, go on where they were left after a new sign-in, and are deleted once', async () => {
    const citizen = await newPerson(platform, 'en')
    const { visitor } = citizen
    const number = numberOf(await fillOut(citizen, {}))
    await endSessions(platform)
    await signInAgain(citizen)
    const list = await visitor.get('/cabinet/drafts')
    expect(textOf(list)).toContain(number)
    expect(textOf(list)).toContain('not signed yet')
    expect((await visitor.get(`/requests/${number}/sign`)).status).toBe(200)
    const gone = await visitor.submit(list, '/delete')
    expect(textOf(gone)).toContain('The draft is deleted')
    expect(textOf(gone)).toContain('No drafts')
    expect(textOf(await visitor.submit(list, '/delete'))).toContain('The draft is deleted')
  })

  test('are nobody else’s to see or delete', async () => {
    const citizen = await newPerson(platform, 'en')
    const other = await newPerson(platform, 'en')
    numberOf(await order(citizen.visitor, SERVICE))
    const list = await citizen.visitor.get('/cabinet/drafts')
    const foreign = await other.visitor.get('/cabinet/notifications/settings')
    const form = list.forms.find(({ action }) => action.includes('/delete'))
    const forged = {
      ...foreign,
      forms: foreign.forms.map((one) => ({ ...one, action: form?.action ?? '' })),
    }
    expect((await other.visitor.submit(forged, '/delete')).status).toBe(404)
    expect(textOf(await other.visitor.get('/cabinet/drafts'))).toContain('No drafts')
  })
})

describe('the cabinet', () => {
  test('says first what waits for its reader', async () => {
    const citizen = await newPerson(platform, 'en')
    await fillOut(citizen, {})
    expect(textOf(await citizen.visitor.get('/cabinet'))).toMatch(/Waiting for you.*to be signed/)
  })

  test('narrows the requests by status, service and period', async () => {
    const citizen = await newPerson(platform, 'en')
    const { number } = await request(citizen, await keyFor(platform, citizen), {})
    const shows = async (query: string) =>
      textOf(await citizen.visitor.get(`/cabinet/requests?${query}`)).includes(number)
    expect(await shows('')).toBe(true)
    expect(await shows(`service=${SERVICE}&period=month&status=finished`)).toBe(true)
    expect(await shows('status=refused')).toBe(false)
    expect(await shows('service=land.purpose-change')).toBe(false)
    expect(await shows('service=%27%20or%201=1')).toBe(false)
  })

  test('has a page for each document, with its check, for its owner alone', async () => {
    const citizen = await newPerson(platform, 'en')
    const { page } = await request(citizen, await keyFor(platform, citizen), {})
    const [, number = ''] = /\/cabinet\/documents\/(\d{14})"/.exec(page.html) ?? []
    const document = await citizen.visitor.get(`/cabinet/documents/${number}`)
    expect(textOf(document)).toContain(number)
    const check = await visit(platform.baseUrl, 'en').get(`/check?number=${number}`)
    expect(check.html).toContain(`value="${number}"`)
    const other = await newPerson(platform, 'en')
    expect((await other.visitor.get(`/cabinet/documents/${number}`)).status).toBe(404)
    expect((await other.visitor.get(`/cabinet/documents/${number}.pdf`)).status).toBe(404)
  })

  test('tells who looked at one’s data, with the request it was for', async () => {
    const citizen = await newPerson(platform, 'en')
    const { number } = await request(citizen, await keyFor(platform, citizen), {})
    expect(textOf(await citizen.visitor.get('/cabinet/data-access'))).toContain(number)
  })

  test('ends another session and keeps this one', async () => {
    const citizen = await newPerson(platform, 'en')
    const other = visit(platform.baseUrl, 'en')
    await other.submit(await other.get('/sign-in'), '/sign-in', {
      number: citizen.number,
      password: PASSWORD,
    })
    const page = await citizen.visitor.get('/cabinet/sessions')
    expect(textOf(await citizen.visitor.submit(page, '/cabinet/sessions'))).toContain(
      'The session has ended',
    )
    expect(pathOf(await other.get('/cabinet'))).toBe('/sign-in')
    expect(pathOf(await citizen.visitor.get('/cabinet'))).toBe('/cabinet')
  })
})

describe('a request that is signed in two windows', () => {
  test('says of the later signature that it was not taken, and nothing of a second click', async () => {
    const citizen = await newPerson(platform, 'en')
    const key = await keyFor(platform, citizen)
    const early = await fillOut(citizen, {})
    const held = { key, content: contentOf(early) }
    await citizen.visitor.submit(early, '/revise')
    const late = await file(citizen, early, held)
    expect(textOf(late)).toContain('you went back to the answers')
    const again = await citizen.visitor.submit(
      await citizen.visitor.get(`/requests/${numberOf(early)}/check`),
      '/check',
    )
    const fresh = { key, content: contentOf(again) }
    await file(citizen, again, fresh)
    expect(textOf(await file(citizen, again, fresh))).not.toContain('was not taken')
    const other = await citizen.visitor.submit(again, new URL(again.url).pathname, {
      cms: cmsOf(key, Buffer.from('other')),
      sha256: '0'.repeat(64),
    })
    expect(textOf(other)).toContain('the request has meanwhile moved on')
  })
})

test('whoever signs in goes on in the language of the page, until another is chosen in the profile', async () => {
  const { number } = await newPerson(platform, 'kk')
  const visitor = visit(platform.baseUrl, 'ru')
  const langOf = ({ html }: { readonly html: string }) => /<html[^>]* lang="(\w\w)"/.exec(html)?.[1]
  const credentials = { number, password: PASSWORD }
  const entered = await visitor.submit(await visitor.get('/sign-in'), '/sign-in', credentials)
  expect(langOf(entered)).toBe('ru')
  const profile = await visitor.get('/cabinet/profile')
  const chosen = await visitor.submit(profile, '/cabinet/profile', {
    do: 'language',
    language: 'en',
  })
  expect(langOf(chosen)).toBe('en')
  expect(langOf(await visitor.get('/'))).toBe('en')
})
