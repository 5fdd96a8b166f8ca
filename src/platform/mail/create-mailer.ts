import { createTransport } from 'nodemailer'

export interface Letter {
  /** Stays the same when the letter is sent again: a receiver that got it twice can tell. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where its reader stops such letters. */
  readonly unsubscribe?: string
}

/** What came of a letter. The reason is a code, never the server's words: those may quote an address. */
export type Outcome =
  | { readonly status: 'accepted' }
  | { readonly status: 'later' | 'refused'; readonly reason: string }

export interface Mailer {
  send(letter: Letter): Promise<Outcome>
  /** Whether the server lets us in now. */
  answers(): Promise<boolean>
  close(): void
}

export interface MailerOptions {
  /** `smtp://` (STARTTLS where the server offers it) or `smtps://`, with user and password in it; `?requireTLS=true` insists. */
  readonly url: string
  /** The sender: `Qyzmet <no-reply@example.kz>`. */
  readonly from: string
  /** How long a server may keep us waiting at any point. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 20_000

interface SmtpFailure {
  readonly code?: unknown
  readonly responseCode?: unknown
  readonly command?: unknown
}

/** A 5xx to the letter itself is for good; one to our own password is not the reader's fault and may be mended. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, command }: SmtpFailure =
    typeof error === 'object' && error !== null ? error : {}
  const ofLetter = code === 'EENVELOPE' || code === 'EMESSAGE' || command === 'DATA'
  const forGood = typeof responseCode === 'number' && responseCode >= 500 && ofLetter
  const told = typeof code === 'string' ? code : 'EUNKNOWN'
  const reason = typeof responseCode === 'number' ? `${told} ${responseCode}` : told
  return { status: forGood ? 'refused' : 'later', reason }
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

/** A client of one mail server. */
export function createMailer({ url, from, patienceMs = PATIENCE_MS }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text, html, unsubscribe }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }),
          },
        })
        return { status: 'accepted' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    answers: () => transport.verify().catch(() => false),
    close: () => transport.close(),
  }
}
