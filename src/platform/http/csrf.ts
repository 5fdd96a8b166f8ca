import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { httpErrors } from './errors.ts'
import type { HttpOptions } from './http-options.ts'
import { isOwnOrigin } from './own-origin.ts'
import { openText, signText } from './signed-value.ts'

const COOKIE = 'form'
const FIELD = '_csrf'
const HEADER = 'x-csrf-token'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A random id in a signed cookie stands for the browser of somebody who has not signed in. */
function browserId(request: FastifyRequest, secret: string): string | undefined {
  const cookie = request.readCookie(COOKIE)
  return cookie === undefined ? undefined : openText(secret, 'browser', cookie)
}

/** What a token is bound to: the session, or the browser when there is none. */
function bindingOf(request: FastifyRequest, secret: string): string | undefined {
  if (request.session !== undefined)
    return `session ${request.session.id} ${request.session.csrfSecret}`
  const browser = browserId(request, secret)
  return browser === undefined ? undefined : `browser ${browser}`
}

function giveBrowserId(reply: FastifyReply, secret: string): string {
  const id = randomBytes(16).toString('base64url')
  reply.keepCookie(COOKIE, signText(secret, 'browser', id))
  return `browser ${id}`
}

function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers[HEADER]
  if (typeof header === 'string') return header
  const { body } = request
  if (typeof body !== 'object' || body === null || !(FIELD in body)) return undefined
  return typeof body[FIELD] === 'string' ? body[FIELD] : undefined
}

/**
 * Refuses what another site starts (`HTTP_FOREIGN_ORIGIN`, before the body is read) and forms without the token of this
 * session or browser (`HTTP_STALE_FORM`). A token begins with a fresh random part, so no two pages carry the same bytes
 * (BREACH).
 */
export function addCsrf(app: FastifyInstance, { secrets, publicUrl }: HttpOptions) {
  const secret = secrets.cookies
  const guarded = (request: FastifyRequest): boolean =>
    !SAFE.has(request.method) && request.routeOptions.config.machine !== true

  app.decorateRequest('staleForm', false)
  app.decorateReply('csrfToken', function csrfToken() {
    const binding = bindingOf(this.request, secret) ?? giveBrowserId(this, secret)
    return signText(secret, binding, randomBytes(12).toString('base64url'))
  })
  app.addHook('onRequest', async (request, reply) => {
    if (guarded(request) && !isOwnOrigin(request, publicUrl))
      return reply.refuse(httpErrors.FOREIGN_ORIGIN())
    return undefined
  })
  app.addHook('preValidation', async (request, reply) => {
    if (!guarded(request) || request.is404) return undefined
    const binding = bindingOf(request, secret)
    const token = tokenOf(request)
    const fresh =
      binding !== undefined && token !== undefined && openText(secret, binding, token) !== undefined
    request.staleForm = !fresh
    if (fresh || request.routeOptions.config.keepsTyped === true) return undefined
    return reply.refuse(httpErrors.STALE_FORM())
  })
}
