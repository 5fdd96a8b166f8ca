import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { type Instant, instant } from '#core/kernel'

export interface ReceivedLetter {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Instant
}

export interface Mailbox {
  /** Where letters are handed in. */
  readonly url: string
  /** The newest first; of one receiver when an address is given. */
  letters(to?: string): readonly ReceivedLetter[]
  letter(id: string): ReceivedLetter | undefined
  close(): Promise<void>
}

const MOST_LETTERS = 300
const MOST_BYTES = 1_000_000

async function readLetter(raw: Buffer, to: string): Promise<ReceivedLetter> {
  const { subject = '', text = '' } = await PostalMime.parse(raw)
  return { id: randomUUID(), to, subject, text, at: instant(new Date()) }
}

/** Opens the mail server of the demonstration on a free port that only this machine reaches. It keeps what it gets and sends nothing on. */
export async function openMailbox(): Promise<Mailbox> {
  let kept: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MOST_BYTES,
    logger: false,
    onData: callbackify(async (stream: Readable, { envelope }: SMTPServerSession) => {
      const to = envelope.rcptTo[0]?.address ?? ''
      kept = [await readLetter(await buffer(stream), to), ...kept].slice(0, MOST_LETTERS)
    }) as NonNullable<SMTPServerOptions['onData']>,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const at = server.server.address()
  if (typeof at !== 'object' || at === null) throw new Error('the mailbox has no port')
  return {
    url: `smtp://127.0.0.1:${at.port}`,
    letters: (to) => (to === undefined ? kept : kept.filter((letter) => letter.to === to)),
    letter: (id) => kept.find((letter) => letter.id === id),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  }
}
