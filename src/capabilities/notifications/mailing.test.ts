import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, type Iin, type Instant, LANGS, type Party } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { checkCatalogue } from '#platform/i18n'
import { createWorker, jobsSchema, type Worker } from '#platform/jobs'
import { createLog } from '#platform/log'
import { createMailer, type Mailer } from '#platform/mail'
import { type TestMailServer, testMailServer, textOfLetter } from '#platform/mail/testing'
import { groupTexts } from './groups.ts'
import { around, confirmation, subjects } from './mail-texts.ts'
import { createMailing, type Mailing } from './mailing.ts'
import { type NewNotification, notify } from './notify.ts'
import { notificationsSchema } from './schema.ts'
import { sendLetter } from './send-letter.ts'
import { notificationTexts } from './texts.ts'
import { writeLetter } from './write-letter.tsx'

const START = '2026-04-02T10:00:00.000Z' as Instant
const asel: Party = { kind: 'person', iin: '880101400017' as Iin }
const stranger: Party = { kind: 'person', iin: '900202300014' as Iin }
const service = { kk: 'Анықтама', ru: 'Справка', en: 'Certificate' }

let database: Awaited<ReturnType<typeof testDatabase>>
let mailing: Mailing
let mailer: Mailer
let worker: Worker
let server: TestMailServer
let now = START
let letters: string[]
let serial = 0

const pool = () => database.database.pool('app')
const tell = (kind: NewNotification['kind'] = 'registered', party = asel) => {
  serial += 1
  const params = { number: '10100005601038', service, ground: 'негіз' }
  const told = { key: `n/${serial}`, party, kind, params, request: '10100005601038', at: now }
  return notify(pool(), told)
}
const states = async () =>
  (
    await pool().query<{ state: string }>('select state from notifications.letter order by at, id')
  ).rows.map(({ state }) => state)
const tokenIn = (raw: string | undefined): string =>
  /confirm-email\/([\w-]+)/.exec(textOfLetter(raw))?.[1] ?? 'none'
/** Time passes, and the worker does what has become due. */
async function pass(seconds: number): Promise<void> {
  now = addSeconds(now, seconds)
  await worker.idle()
}
async function confirmed(email = 'asel@example.kz'): Promise<void> {
  expect(await mailing.ask(asel, email, 'kk')).toMatchObject({ ok: true })
  await pass(1)
  expect(await mailing.confirm(tokenIn(letters.at(-1)))).toMatchObject({ ok: true, value: email })
}

beforeAll(async () => {
  database = await testDatabase([jobsSchema, notificationsSchema])
  server = await testMailServer()
  letters = server.letters
  mailer = createMailer({ url: server.url, from: 'Qyzmet <no-reply@example.kz>' })
  const clock = () => now
  mailing = createMailing({ pool: pool(), clock })
  worker = createWorker({
    pool: pool(),
    clock,
    handlers: {
      'notifications.letter': sendLetter({
        pool: pool(),
        clock,
        mailer,
        baseUrl: 'https://qyzmet.example',
      }),
    },
    log: createLog({ level: 'silent', pretty: false }),
    concurrency: 2,
    leaseSeconds: 30,
  })
  worker.start()
})
afterAll(async () => {
  await worker.stop()
  mailer.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  await worker.idle()
  await pool().query('delete from jobs.job')
  for (const table of ['address', 'confirmation', 'letter'])
    await pool().query(`delete from notifications.${table}`)
  server.answer = undefined
  letters.length = 0
})

describe('the texts of letters', () => {
  it('are whole in three languages', () => {
    expect(checkCatalogue({ ...subjects, ...around, ...groupTexts, ...confirmation })).toEqual([])
  })

  it('tell nothing of the person in the subject, and everything in both forms', () => {
    for (const language of LANGS)
      for (const kind of Object.keys(notificationTexts)) {
        const texts = {
          ground: 'G',
          system: 'S',
          until: 'U',
          amount: 'A',
          receipt: 'R',
          reason: 'W',
        }
        const params = { number: '10100005601038', service, ...texts }
        const kept = { id: 'x', email: 'a@b.kz', language, kind, params, request: '10100005601038' }
        const written = writeLetter({ ...kept, wayOut: 'key' }, 'https://qyzmet.example')
        expect(written?.subject).not.toMatch(/\d|Анықтама|Справка|Certificate/)
        for (const form of [written?.text, written?.html]) {
          expect(form).toContain('https://qyzmet.example/requests/10100005601038')
          expect(form).toContain('https://qyzmet.example/cabinet/notifications/settings')
          expect(form).toContain('https://qyzmet.example/stop-letters/key')
        }
        expect(written?.html).not.toMatch(/<img|<script|<link|url\(|src=/)
      }
  })

  it('never become markup', () => {
    const params = { number: '1', service, ground: '<b onclick=x>' }
    const kept = { id: 'x', email: 'a@b.kz', language: 'en', kind: 'refused', params } as const
    const written = writeLetter({ ...kept, request: null, wayOut: null }, 'https://qyzmet.example')
    expect(written?.html).toContain('&lt;b onclick=x>')
  })
})

describe('an e-mail address', () => {
  it('is used once its link was followed, and the link works once', async () => {
    await mailing.ask(asel, ' Asel@Example.KZ ', 'ru')
    expect(await mailing.settingsOf(asel)).toMatchObject({ pending: { email: 'Asel@example.kz' } })
    await tell()
    await pass(1)
    expect(letters).toHaveLength(1)
    const token = tokenIn(letters[0])
    expect(await mailing.pendingOf(token)).toMatchObject({ ok: true, value: 'Asel@example.kz' })
    expect(await mailing.confirm(token)).toMatchObject({ ok: true })
    expect(await mailing.confirm(token)).toMatchObject({
      error: { code: 'NOTIFICATIONS_LINK_ENDED' },
    })
    await tell()
    await pass(1)
    expect(textOfLetter(letters[1])).toContain('Запрос № 10100005601038 принят')
  })

  it.each([
    '',
    'asel',
    'asel@',
    '@example.kz',
    'a@b',
    'a b@example.kz',
    'a@example.kz\r\nBcc: b@c.kz',
    'a@ex..kz',
  ])('is refused when it is none: "%s"', async (email) => {
    expect(await mailing.ask(asel, email, 'kk')).toMatchObject({
      error: { code: 'NOTIFICATIONS_BAD_ADDRESS' },
    })
  })

  it('is not confirmed after a day, nor by an earlier letter', async () => {
    await mailing.ask(asel, 'asel@example.kz', 'kk')
    await pass(1)
    const first = tokenIn(letters[0])
    await pass(61)
    await mailing.ask(asel, 'asel@example.kz', 'kk')
    await pass(1)
    expect(await mailing.pendingOf(first)).toMatchObject({ ok: false })
    await pass(24 * 3600)
    expect(await mailing.confirm(tokenIn(letters[1]))).toMatchObject({ ok: false })
  })

  it('cannot be used to flood somebody with letters', async () => {
    for (let n = 0; n < 5; n += 1) {
      await mailing.ask(asel, 'victim@example.kz', 'kk')
      await pass(61)
    }
    expect(await mailing.ask(asel, 'victim@example.kz', 'kk')).toMatchObject({
      error: { code: 'NOTIFICATIONS_TOO_MANY_LETTERS' },
    })
    expect(await mailing.ask(stranger, 'other@example.kz', 'kk')).toMatchObject({ ok: true })
  })

  it('is sent one letter by a double click', async () => {
    await Promise.all([1, 2].map(() => mailing.ask(asel, 'asel@example.kz', 'kk')))
    await pass(1)
    expect(letters).toHaveLength(1)
    expect(await mailing.confirm(tokenIn(letters[0]))).toMatchObject({ ok: true })
  })

  it('hears that it was replaced by another', async () => {
    await confirmed('old@example.kz')
    await confirmed('new@example.kz')
    await pass(1)
    expect(letters.at(-1)).toContain('To: old@example.kz')
    expect(await mailing.settingsOf(asel)).toMatchObject({ email: 'new@example.kz' })
  })
})

describe('letters', () => {
  it('are sent of the chosen groups alone, those of security always', async () => {
    await confirmed()
    await mailing.choose(asel, ['result'])
    await tell('registered')
    await tell('finished')
    await tell('passwordChanged')
    await tell('finished', stranger)
    await pass(1)
    expect(letters).toHaveLength(3)
    expect((await mailing.settingsOf(asel)).on).toEqual(['result'])
  })

  it('end by the key that stands in each', async () => {
    await confirmed()
    await tell()
    await pass(1)
    const key = /stop-letters\/([\w-]+)/.exec(textOfLetter(letters.at(-1)))?.[1] ?? ''
    expect(await mailing.stop('00000000-0000-0000-0000-000000000000')).toBe(false)
    expect(await mailing.stop(key)).toBe(true)
    await tell('finished')
    await pass(1)
    expect(letters).toHaveLength(2)
  })

  it('wait while the server puts them off, and arrive once', async () => {
    await confirmed()
    server.answer = 451
    await tell()
    await pass(1)
    await pass(90)
    expect(await states()).toEqual(['sent', 'waiting'])
    server.answer = undefined
    await pass(400)
    expect(await states()).toEqual(['sent', 'sent'])
    await pass(4000)
    expect(letters).toHaveLength(2)
  })

  it('are given up after three days, and keep nothing of what they said', async () => {
    await confirmed()
    server.answer = 421
    await tell()
    for (let n = 0; n < 40; n += 1) await pass(2 * 3600)
    expect(await states()).toEqual(['sent', 'given-up'])
    const { rows } = await pool().query('select email, params from notifications.letter')
    expect(rows).toEqual([
      { email: null, params: {} },
      { email: null, params: {} },
    ])
    expect((await pool().query('select 1 from jobs.job')).rowCount).toBe(0)
  })

  it('end with an address that its server does not know, and the owner can see that', async () => {
    await confirmed()
    server.answer = 550
    await tell()
    await pass(1)
    expect(await states()).toEqual(['sent', 'refused'])
    expect((await mailing.settingsOf(asel)).refusedAt).toBeDefined()
    server.answer = undefined
    await tell()
    await pass(1)
    expect(letters).toHaveLength(1)
    await confirmed()
    expect((await mailing.settingsOf(asel)).refusedAt).toBeUndefined()
  })

  it('stop with the address', async () => {
    await confirmed()
    await mailing.remove(asel)
    await tell()
    await pass(1)
    expect(letters).toHaveLength(1)
    expect(await mailing.settingsOf(asel)).not.toHaveProperty('email')
  })
})
