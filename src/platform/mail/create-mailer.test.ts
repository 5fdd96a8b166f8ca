import { createServer } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createMailer, type Letter } from './create-mailer.ts'
import { testMailServer } from './testing/index.ts'

const letter: Letter = {
  id: 'b6f0b0c2-0000-4000-8000-000000000001',
  to: 'asel@example.kz',
  subject: 'Сұрау туралы хабарлама',
  text: 'Құжат дайын',
  html: '<p>Құжат дайын</p>',
  unsubscribe: 'http://localhost/unsubscribe/1',
}
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function serve(options: SMTPServerOptions) {
  const server = await testMailServer(options)
  const mailer = createMailer({
    url: server.url,
    from: 'Qyzmet <no-reply@example.kz>',
    patienceMs: 400,
  })
  stops.push(
    () => mailer.close(),
    () => void server.close(),
  )
  return { letters: server.letters, mailer }
}
const saying = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

describe('a letter', () => {
  it('arrives with both forms, the way out, and no sign of a tracker', async () => {
    const { letters, mailer } = await serve({})
    expect(await mailer.send(letter)).toEqual({ status: 'accepted' })
    const [raw = ''] = letters
    expect(raw).toContain(`Message-ID: <${letter.id}@example.kz>`)
    expect(raw).toContain('List-Unsubscribe: <http://localhost/unsubscribe/1>')
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toContain('multipart/alternative')
    expect(raw).not.toMatch(/<img|nodemailer/i)
  })

  it.each([
    ['greylisting', 450, 'later'],
    ['a full server', 452, 'later'],
    ['an unknown receiver', 550, 'refused'],
  ])('met with %s is %s %s', async (_, code, status) => {
    const { mailer } = await serve({ onRcptTo: (_address, _session, done) => done(saying(code)) })
    expect(await mailer.send(letter)).toMatchObject({ status })
  })

  it('refused as a whole stays refused', async () => {
    const { mailer } = await serve({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(saying(554)))
      },
    })
    expect(await mailer.send(letter)).toEqual({ status: 'refused', reason: 'EMESSAGE 554' })
  })

  it('waits when the server is slow, says nothing, or is down', async () => {
    const slow = await serve({ onMailFrom: () => {} })
    expect(await slow.mailer.send(letter)).toMatchObject({ status: 'later' })
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const at = silent.address()
    const port = typeof at === 'object' && at !== null ? at.port : 0
    const options = { from: 'a@b.kz', patienceMs: 300 }
    const waiting = createMailer({ url: `smtp://127.0.0.1:${port}`, ...options })
    expect(await waiting.send(letter)).toMatchObject({ status: 'later' })
    silent.close()
    const nobody = createMailer({ url: 'smtp://127.0.0.1:1', ...options })
    expect(await nobody.send(letter)).toMatchObject({ status: 'later' })
  })

  it('cannot smuggle a header or a second receiver in', async () => {
    const { letters, mailer } = await serve({})
    await mailer.send({ ...letter, subject: 'a\r\nBcc: other@example.kz' })
    expect(letters[0]).not.toMatch(/^Bcc:/m)
  })
})
