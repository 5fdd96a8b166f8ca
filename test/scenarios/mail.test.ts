import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestMailServer, testMailServer, textOfLetter } from '#platform/mail/testing'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  type Citizen,
  keyFor,
  newPerson,
  request,
  textOf,
  visit,
} from './citizens.ts'

const SETTINGS = '/cabinet/notifications/settings'

let server: TestMailServer
let platform: TestPlatform
let citizen: Citizen
beforeAll(async () => {
  server = await testMailServer()
  platform = await startTestPlatform({ env: { ...BEHIND_PROXY, QYZMET_SMTP_URL: server.url } })
  citizen = await newPerson(platform, 'en')
})
afterAll(async () => {
  await platform?.stop()
  await server.close()
})

async function arrived(count: number): Promise<string> {
  for (const end = Date.now() + 15_000; server.letters.length < count; ) {
    if (Date.now() > end) throw new Error(`${server.letters.length} letters`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return textOfLetter(server.letters[count - 1])
}
const pathIn = (letter: string, part: string): string => {
  const [, path = ''] = new RegExp(`(/${part}/[\\w-]+)`).exec(letter) ?? []
  return path
}

describe('notifications by e-mail', () => {
  test('need an address that its owner confirmed by the button behind the link', async () => {
    const { visitor } = citizen
    const page = await visitor.get(SETTINGS)
    const bad = await visitor.submit(page, SETTINGS, { email: 'asel' })
    expect([bad.status, textOf(bad)]).toEqual([422, expect.stringContaining('Check the e-mail')])
    const sent = await visitor.submit(page, SETTINGS, { email: 'asel@example.kz' })
    expect(textOf(sent)).toContain('A letter with a link was sent to asel@example.kz')
    const link = pathIn(await arrived(1), 'confirm-email')
    const stranger = visit(platform.baseUrl, 'en')
    const confirm = await stranger.get(link)
    expect(textOf(await visitor.get(SETTINGS))).toContain('not given')
    expect(textOf(await stranger.submit(confirm, link))).toContain('The address is confirmed')
    expect((await stranger.submit(confirm, link)).status).toBe(410)
    expect((await stranger.get(link)).status).toBe(410)
    expect(textOf(await visitor.get(SETTINGS))).not.toContain('not given')
  })

  test('tell of the request in the language of the account, with a link to it', async () => {
    const { number } = await request(citizen, await keyFor(platform, citizen), {})
    const letter = await arrived(3)
    expect(letter).toContain(`Request No ${number} is done`)
    expect(letter).toContain(`${platform.baseUrl}/requests/${number}`)
    expect(server.letters[2]).toMatch(/^Subject: Qyzmet: your request has been dealt with\r$/m)
    expect(server.letters[2]).toMatch(/^To: asel@example\.kz\r$/m)
  })

  test('are chosen in the settings, and end by the link in each without signing in', async () => {
    const { visitor } = citizen
    const page = await visitor.get(SETTINGS)
    const choice = page.forms.findIndex(({ fields }) => fields['do'] === 'choose')
    const chosen = await visitor.submit({ ...page, forms: page.forms.slice(choice) }, SETTINGS, {
      on: 'result',
    })
    expect(textOf(chosen)).toContain('Your choice is saved')
    const stop = pathIn(await arrived(3), 'stop-letters')
    const anybody = visit(platform.baseUrl, 'en')
    const asked = await anybody.get(stop)
    expect(textOf(await anybody.submit(asked, stop))).toContain('The letters have stopped')
    const wrong = '/stop-letters/00000000-0000-4000-8000-000000000000'
    const guess = await anybody.get(wrong)
    expect((await anybody.submit(guess, wrong)).status).toBe(404)
  })

  test('keep no request waiting while the server is away', async () => {
    server.answer = 451
    const { page } = await request(citizen, await keyFor(platform, citizen), {})
    expect(page.html).toContain('data-ended="true"')
  })

  test('lie in the mailbox page of a demonstration alone, and not where a mail server is set', async () => {
    expect((await visit(platform.baseUrl).get('/demonstration/mailbox')).status).toBe(404)
  })
})
