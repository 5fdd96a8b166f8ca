import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCertificate } from '#platform/crypto'
import type { Page } from '../../src/main/demo/page.ts'
import { getKey } from '../../src/main/demo/citizen.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  type Citizen,
  contentOf,
  fillOut,
  keyFor,
  newPerson,
  request,
  visit,
} from './citizens.ts'

let platform: TestPlatform
let owner: Citizen
let stranger: Citizen
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  owner = await newPerson(platform, 'en')
  stranger = await newPerson(platform, 'en')
})
afterAll(() => platform?.stop())

/** The page as its reader may have changed it: its forms go somewhere else. */
const redirected = (page: Page, from: string, to: string): Page => ({
  ...page,
  forms: page.forms.map((form) => ({ ...form, action: form.action.replace(from, to) })),
})

describe('the request of another person', () => {
  test('is not there: neither its page, its document, its events nor what it asks to sign', async () => {
    const { number } = await request(owner, await keyFor(platform, owner), {})
    const unsigned = await fillOut(owner, {})
    const draft = new URL(unsigned.url).pathname.split('/')[2] ?? ''
    const addresses = [
      `/requests/${number}`,
      `/requests/${number}/result.pdf`,
      `/requests/${number}/withdraw`,
      `/cases/${number}/events`,
      `/requests/${draft}/sign`,
      `/requests/${draft}/request.json`,
      `/requests/${draft}/fill/variant`,
    ]
    for (const address of addresses) {
      expect((await stranger.visitor.get(address)).status, address).toBe(404)
    }
    const nobody = visit(platform.baseUrl)
    const pdf = await nobody.download(`/requests/${number}/result.pdf`)
    expect(pdf.bytes.includes('%PDF-')).toBe(false)
  })

  test('takes no signature of a stranger, however the form is sent', async () => {
    const own = await fillOut(stranger, {})
    const others = await fillOut(await newPerson(platform), {})
    const [, mine = ''] = /\/requests\/(\d+)/.exec(own.url) ?? []
    const [, theirs = ''] = /\/requests\/(\d+)/.exec(others.url) ?? []
    const cms = contentOf(others).toString('base64')
    const sent = await stranger.visitor.submit(redirected(own, mine, theirs), `/${theirs}/sign`, {
      cms,
    })
    expect(sent.status).toBe(404)
  })
})

describe('the key of another person', () => {
  test('is neither shown nor revoked, however the form is sent', async () => {
    const key = await keyFor(platform, owner)
    const own = await keyFor(platform, stranger)
    const { visitor } = stranger
    expect((await visitor.get('/cabinet/keys')).html).not.toContain(key.serialHex)
    expect((await visitor.get(`/cabinet/keys/${key.serialHex}/revoke`)).status).toBe(404)
    const page = await visitor.get(`/cabinet/keys/${own.serialHex}/revoke`)
    const sent = await visitor.submit(redirected(page, own.serialHex, key.serialHex), '/revoke', {
      reason: 'keyCompromise',
    })
    expect(sent.status).toBe(404)
    const kept = await platform.platform.backend.authority.certificatesOf(owner.signer)
    expect(kept.find(({ serialHex }) => serialHex === key.serialHex)?.status).toBe('valid')
  })
})

test('a certificate names whom the register names, by the number of the account', async () => {
  const { certificate } = await getKey(stranger.visitor)
  const read = readCertificate(Buffer.from(certificate.toSchema(true).toBER()))
  if (!read.ok) throw new Error(read.error.code)
  const { iin, bin, commonName } = read.value.subject
  expect({ iin, bin }).toEqual({ iin: stranger.number, bin: undefined })
  expect(commonName).toMatch(/^СЫНАҚОВА /)
})
