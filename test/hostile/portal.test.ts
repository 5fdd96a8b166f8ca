import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberOf, order } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
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
  untilEnded,
  visit,
} from '../scenarios/citizens.ts'
import { caseOf } from '../scenarios/steps/scene.ts'
import { hostileFields } from './hostile-fields.ts'
import { type Raw, rawVisitor } from './raw-visitor.ts'

let platform: TestPlatform
let citizen: Citizen
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  citizen = await newPerson(platform, 'en')
})
afterAll(() => platform?.stop())

const healthy = async () => {
  expect((await fetch(`${platform.baseUrl}/health`)).status).toBe(200)
}

/** Whatever came in, the answer is a page for people: never a fault of ours, never our insides. */
function expectPolite({ status, text }: Pick<Raw, 'status' | 'text'>): void {
  expect(status).toBeLessThan(500)
  expect(text).not.toMatch(
    /\n\s+at .+:\d+:\d+|node_modules|\/src\/|syntax error at or near|PostgreSQL/,
  )
}

describe('the same form sent twice', () => {
  test('an order, an answer, a check, a signature and a withdrawal happen once', async () => {
    const { visitor } = citizen
    const form = await visitor.get(`/services/${SERVICE}/order`)
    const twice = (page: Page, action: string, fields = {}) =>
      Promise.all([visitor.submit(page, action, fields), visitor.submit(page, action, fields)])
    const orders = await twice(form, `/services/${SERVICE}/order`)
    expect(new Set(orders.map(numberOf)).size).toBe(1)
    const number = numberOf(orders[0])
    const first = await order(visitor, SERVICE)
    expect(numberOf(first)).toBe(number)
    const page = await visitor.get(`/requests/${number}/fill/variant`)
    for (const answer of await twice(page, '/fill/variant', { variant: 'history' }))
      expect(answer.status).toBe(200)
    const check = await visitor.get(`/requests/${number}/check`)
    for (const answer of await twice(check, '/check')) expect(answer.status).toBeLessThan(500)
    const signing = await visitor.get(`/requests/${number}/sign`)
    const key = await keyFor(platform, citizen)
    const cms = cmsOf(key, contentOf(signing))
    for (const answer of await twice(signing, new URL(signing.url).pathname, { cms }))
      expect(answer.status).toBeLessThan(500)
    await untilEnded(citizen, number)
    const state = await caseOf({ platform }, number)
    expect(state.status).toBe('finished')
    expect(await platform.platform.backend.documents.ofCase(state.id)).toHaveLength(1)

    const survey = await visitor.get(`/requests/${number}/survey`)
    for (const answer of await twice(survey, '/survey', { q1: '3', q2: '2' }))
      expect(answer.status).toBe(200)
    const draft = numberOf(await order(visitor, SERVICE))
    const leaving = await visitor.get(`/requests/${draft}/withdraw`)
    for (const answer of await twice(leaving, '/withdraw')) expect(answer.status).toBeLessThan(500)
    expect((await caseOf({ platform }, draft)).status).toBe('withdrawn')
  })

  test('a registration makes one account', async () => {
    const person = await newPerson(platform)
    const raw = await rawVisitor(platform.baseUrl, '/register')
    const fields = { number: person.number, password: PASSWORD, repeat: PASSWORD }
    const [one, two] = await Promise.all([
      raw.post('/register/password', fields),
      raw.post('/register/password', fields),
    ])
    expect([one.status, two.status]).toEqual([409, 409])
  })

  test('a signature of one request is worth nothing on another', async () => {
    const key = await keyFor(platform, citizen)
    const first = await fillOut(citizen, {})
    const cms = cmsOf(key, contentOf(first))
    await file(citizen, first, { key })
    await untilEnded(citizen, numberOf(first))
    const second = await fillOut(citizen, {})
    await citizen.visitor.submit(second, new URL(second.url).pathname, { cms })
    const page = await untilEnded(citizen, numberOf(second))
    expect(page.html).toContain('SIGNATURE_CONTENT_CHANGED')
  })
})

describe('what belongs to somebody else', () => {
  test('is absent: case, form, signature, PDF, events, survey, withdrawal', async () => {
    const owner = await newPerson(platform)
    const { number } = await request(owner, await keyFor(platform, owner), {})
    const [document] = await platform.platform.backend.documents.ofCase(
      (await caseOf({ platform }, number)).id,
    )
    const strange = await newPerson(platform, 'en')
    const nowhere = '10100000999999'
    for (const tail of [
      '',
      '/fill',
      '/check',
      '/sign',
      '/result.pdf',
      '/survey',
      '/withdraw',
      '/request.json',
    ]) {
      const theirs = await strange.visitor.get(`/requests/${number}${tail}`)
      const nobodys = await strange.visitor.get(`/requests/${nowhere}${tail}`)
      expect([tail, theirs.status]).toEqual([tail, 404])
      // Nothing tells a request of others from one that never was.
      const told = ({ html }: Page) => [
        /<h1[^>]*>[^<]*/.exec(html)?.[0],
        /[A-Z]+_NOT_[A-Z]+/.exec(html)?.[0],
      ]
      expect(told(theirs)).toEqual(told(nobodys))
      expect(told(theirs)[1]).toBe('REQUEST_NOT_FOUND')
    }
    expect((await strange.visitor.get(`/cases/${number}/events`)).status).toBe(404)
    const pdf = await strange.visitor.get(`/cabinet/documents/${document?.number}.pdf`)
    expect(pdf.status).toBe(404)
    for (const path of [
      '/cabinet',
      '/cabinet/requests',
      '/cabinet/documents',
      '/cabinet/notifications',
    ])
      expect((await strange.visitor.get(path)).html).not.toContain(number)
    const guess = await strange.visitor.get(`/cabinet/requests?number=${number}`)
    expect(new URL(guess.url).pathname).toBe('/cabinet/requests')
  })

  test('keys of others are neither shown nor revoked', async () => {
    const owner = await newPerson(platform)
    const key = await keyFor(platform, owner)
    const page = await citizen.visitor.get(`/cabinet/keys/${key.serialHex}/revoke`)
    expect(page.status).toBe(404)
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    await raw.post('/sign-in', { number: citizen.number, password: PASSWORD })
    await raw.refresh('/cabinet/profile')
    const answer = await raw.post(`/cabinet/keys/${key.serialHex}/revoke`, { reason: 'superseded' })
    expect(answer.status).toBe(404)
    const [own] = await platform.platform.backend.authority.certificatesOf(owner.signer)
    expect(own?.status).toBe('valid')
  })
})

describe('forms of others and sessions of others', () => {
  test('a form without its token, with a foreign one, or from another site is refused', async () => {
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    const other = await rawVisitor(platform.baseUrl, '/sign-in')
    const fields = { number: citizen.number, password: PASSWORD }
    for (const token of ['', 'x', other.token(), `${raw.token()}x`, raw.token().slice(1)]) {
      const answer = await raw.post('/sign-in', { ...fields, ['_csrf']: token })
      expect([answer.status, answer.text.includes('HTTP_STALE_FORM')]).toEqual([403, true])
    }
    const foreign = await raw.post('/sign-in', fields, { origin: 'https://evil.example' })
    expect([foreign.status, foreign.text.includes('HTTP_FOREIGN_ORIGIN')]).toEqual([403, true])
    const site = await raw.post('/sign-in', fields, { 'sec-fetch-site': 'cross-site' })
    expect(site.status).toBe(403)
  })

  test('a session that somebody planted before sign-in is not the one after it', async () => {
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    raw.cookies.set('session', 'planted-by-somebody-else')
    await raw.post('/sign-in', { number: citizen.number, password: PASSWORD })
    const token = raw.cookies.get('session')
    expect(token).toBeDefined()
    expect(token).not.toBe('planted-by-somebody-else')
    const thief = visit(platform.baseUrl)
    expect((await thief.get('/cabinet')).url).toContain('/sign-in')
    await raw.refresh('/cabinet/profile')
    await raw.post('/sign-out', {})
    raw.cookies.set('session', String(token))
    expect((await raw.get('/cabinet')).status).toBe(303)
  })
})

describe('hostile forms', () => {
  test('no form of somebody signed in answers with a fault, whatever its fields', async () => {
    const person = await newPerson(platform, 'en')
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    await raw.post('/sign-in', { number: person.number, password: PASSWORD })
    const number = numberOf(await order(person.visitor, SERVICE))
    await raw.refresh('/cabinet/profile')
    const targets = [
      '/fill/variant',
      '/fill/region',
      '/fill/object',
      '/check',
      '/sign',
      '/survey',
      '/revise',
      '/again',
    ]
    const paths = [
      ...targets.map((tail) => `/requests/${number}${tail}`),
      '/cabinet/profile',
      '/get-key',
      '/cabinet/notifications',
      '/services/__proto__/order',
      '/requests/%00/fill/variant',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), hostileFields, async (path, typed) => {
        const { _csrf: _, ...rest } = typed
        // Signing out by chance would end the test, not the platform.
        if (rest['do'] === 'everywhere') return
        expectPolite(await raw.post(path, rest))
      }),
      { numRuns: 120, endOnFailure: true },
    )
    await healthy()
  })

  test('no public form or address answers with a fault', async () => {
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/sign-in',
          '/register',
          '/register/password',
          '/forgot-password',
          '/forgot-password/sign',
          '/sign-out',
        ),
        hostileFields,
        async (path, typed) => {
          raw.move()
          expectPolite(await raw.post(path, typed))
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.webPath({ size: 'small' }),
        fc.webQueryParameters(),
        async (path, query) => {
          raw.move()
          expectPolite(await raw.get(`${platform.baseUrl}/${path.replace(/^\/+/, '')}?${query}`))
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
    await healthy()
  })

  test.each([
    ['application/json', '{"number":{"$gt":""}}'],
    ['application/x-www-form-urlencoded', Buffer.from('number=%ff%fe&password=%c3%28')],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(50_000)],
    ['application/x-www-form-urlencoded', `number=${'1'.repeat(400_000)}`],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a'],
    ['multipart/form-data', 'no boundary'],
    ['text/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['application/octet-stream', Buffer.alloc(300_000)],
  ])('a body of %s is refused politely', async (type, body) => {
    const raw = await rawVisitor(platform.baseUrl, '/sign-in')
    const answer = await raw.send('/sign-in', body, { 'content-type': type })
    expectPolite(answer)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await healthy()
  })

  test('refusals are told in the reader’s language', async () => {
    for (const [lang, words] of [
      ['kk', 'Бұл бет ескірген'],
      ['ru', 'Эта страница устарела'],
      ['en', 'This page is out of date'],
    ] as const) {
      const raw = await rawVisitor(platform.baseUrl, '/sign-in', lang)
      expect((await raw.post('/sign-in', { _csrf: 'x' })).text).toContain(words)
    }
  })
})
