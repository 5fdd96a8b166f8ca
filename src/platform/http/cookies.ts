import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { type HttpOptions, isHttps } from './http-options.ts'

/** All cookies are ours alone: HttpOnly, SameSite=Lax, the whole site; under https bound to this host (`__Host-`). */
export async function addCookies(app: FastifyInstance, options: HttpOptions) {
  await app.register(cookie)
  const secure = isHttps(options)
  const nameOf = (name: string): string => `${secure ? '__Host-' : ''}${name}`
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure }
  app.decorateRequest('readCookie', function readCookie(name: string) {
    return this.cookies[nameOf(name)]
  })
  app.decorateReply(
    'keepCookie',
    function keepCookie(name: string, value: string, maxAge?: number) {
      const age = maxAge === undefined ? {} : { maxAge }
      return this.setCookie(nameOf(name), value, { ...attributes, ...age })
    },
  )
  app.decorateReply('dropCookie', function dropCookie(name: string) {
    return this.clearCookie(nameOf(name), attributes)
  })
}
