import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { addSeconds, type Instant } from '#core/kernel'

const LIFE_SECONDS = 600

/** What is signed to prove who is there: readable, of one number, of one moment. */
const bodyOf = (number: string, until: string, nonce: string): string =>
  [
    'Qyzmet: жаңа пароль орнату / новый пароль / new password',
    `ЖСН/БСН – ИИН/БИН: ${number}`,
    until,
    nonce,
  ].join('\n')

const macOf = (secret: string, body: string): Buffer =>
  createHmac('sha256', secret).update('proof of identity\n').update(body).digest()

export interface Proof {
  readonly content: Buffer
  /** Comes back with the signature, so that nothing need be kept: `until.nonce.mac`. */
  readonly ticket: string
}

export function newProof(secret: string, number: string, now: Instant): Proof {
  const until = addSeconds(now, LIFE_SECONDS)
  const nonce = randomBytes(16).toString('base64url')
  const body = bodyOf(number, until, nonce)
  const mac = macOf(secret, body).toString('base64url')
  return { content: Buffer.from(body), ticket: `${until}~${nonce}~${mac}` }
}

/** The text that the ticket stands for; undefined when it is not ours, of another number, or older than ten minutes. */
export function readProof(
  secret: string,
  { number, ticket }: { readonly number: string; readonly ticket: string },
  now: Instant,
): Buffer | undefined {
  const [until = '', nonce = '', mac = ''] = ticket.split('~')
  const body = bodyOf(number, until, nonce)
  const expected = macOf(secret, body)
  const given = Buffer.from(mac, 'base64url')
  const same = given.length === expected.length && timingSafeEqual(given, expected)
  return same && now <= until ? Buffer.from(body) : undefined
}
