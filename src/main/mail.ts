import { createMailing, sendLetter } from '#capabilities/notifications'
import type { Instant } from '#core/kernel'
import type { Database } from '#platform/db'
import { createWorker } from '#platform/jobs'
import type { Log } from '#platform/log'
import { createMailer } from '#platform/mail'
import type { Config } from './config.ts'

interface MailDeps {
  readonly config: Config
  readonly database: Database
  readonly clock: () => Instant
  readonly log: Log
  readonly smtpUrl?: string | undefined
}

/** A mail server that keeps us waiting holds up letters and nothing else. */
const LETTERS_AT_A_TIME = 2
const LEASE_SECONDS = 120

/** Notifications by e-mail; undefined where no mail server is named: then nobody is asked for an address. */
export function createMail({ config, database, clock, log, smtpUrl }: MailDeps) {
  if (smtpUrl === undefined) return undefined
  const pool = database.pool('app')
  const mailer = createMailer({ url: smtpUrl, from: config.mailFrom })
  const worker = createWorker({
    pool,
    clock,
    log,
    handlers: {
      'notifications.letter': sendLetter({ pool, clock, mailer, baseUrl: config.baseUrl }),
    },
    concurrency: LETTERS_AT_A_TIME,
    leaseSeconds: LEASE_SECONDS,
  })
  return {
    mailing: createMailing({ pool, clock }),
    answers: () => mailer.answers(),
    start: () => worker.start(),
    async stop() {
      await worker.stop()
      mailer.close()
    },
  }
}
