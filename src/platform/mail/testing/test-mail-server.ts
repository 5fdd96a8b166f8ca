import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A real mail server that keeps what it takes. */
export interface TestMailServer {
  readonly url: string
  /** As they came, the oldest first. */
  readonly letters: string[]
  /** SMTP code for the next receivers (451 puts off, 550 refuses); undefined takes the letter. */
  answer: number | undefined
  close(): Promise<void>
}

/** What a letter in quoted-printable says. */
export const textOfLetter = (raw = ''): string =>
  raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (hex) =>
      Buffer.from(hex.replaceAll('=', ''), 'hex').toString(),
    )

const failure = (responseCode: number) => Object.assign(new Error('refused'), { responseCode })

export async function testMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const letters: string[] = []
  const state: { answer: number | undefined } = { answer: undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(state.answer === undefined ? null : failure(state.answer)),
    onData: callbackify(async (stream: Readable, _session: unknown) => {
      letters.push(await text(stream))
    }) as unknown as NonNullable<SMTPServerOptions['onData']>,
    ...options,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const at = server.server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    get answer() {
      return state.answer
    },
    set answer(code) {
      state.answer = code
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  }
}
