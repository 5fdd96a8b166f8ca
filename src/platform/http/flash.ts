import type { FastifyInstance } from 'fastify'
import type { Instant, Lang } from '#core/kernel'
import { isLang } from '#core/kernel'
import type { HttpOptions } from './http-options.ts'
import { openText, signText } from './signed-value.ts'

/** Said on the next page, in the language it was written in. No personal data: it travels in a cookie. */
export interface FlashMessage {
  readonly kind: 'success' | 'info' | 'warning'
  readonly text: string
  readonly lang?: Lang | undefined
}

const COOKIE = 'flash'
const PURPOSE = 'flash'
const LIFE_SECONDS = 600
const KINDS: readonly unknown[] = ['success', 'info', 'warning']

interface Packed {
  readonly until: number
  readonly messages: readonly FlashMessage[]
}

const isMessage = (value: unknown): value is FlashMessage =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  KINDS.includes(value.kind) &&
  'text' in value &&
  typeof value.text === 'string' &&
  (!('lang' in value) || isLang(value.lang))

const isPacked = (value: unknown): value is Packed =>
  typeof value === 'object' &&
  value !== null &&
  'until' in value &&
  typeof value.until === 'number' &&
  'messages' in value &&
  Array.isArray(value.messages) &&
  value.messages.every(isMessage)

const pack = (secret: string, messages: readonly FlashMessage[], now: Instant): string => {
  const until = new Date(now).getTime() + LIFE_SECONDS * 1000
  const text = Buffer.from(JSON.stringify({ until, messages })).toString('base64url')
  return signText(secret, PURPOSE, text)
}

function unpack(secret: string, cookie: string, now: Instant): readonly FlashMessage[] {
  const text = openText(secret, PURPOSE, cookie)
  if (text === undefined) return []
  const packed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
  return isPacked(packed) && packed.until > new Date(now).getTime() ? packed.messages : []
}

/** Messages live until a page is sent (see `reply.page`), ten minutes at most. */
export function addFlash(app: FastifyInstance, { secrets, clock }: HttpOptions) {
  app.decorateRequest('flash')
  app.addHook('onRequest', async (request) => {
    const cookie = request.readCookie(COOKIE)
    request.flash = cookie === undefined ? [] : unpack(secrets.cookies, cookie, clock())
  })
  app.decorateReply('flash', function flash(message: FlashMessage) {
    const messages = [...this.request.flash, message]
    return this.keepCookie(COOKIE, pack(secrets.cookies, messages, clock()), LIFE_SECONDS)
  })
}

export const FLASH_COOKIE = COOKIE
