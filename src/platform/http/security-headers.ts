import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { contentPolicy } from './content-policy.ts'
import { type HttpOptions, isHttps } from './http-options.ts'

const PERMISSIONS = 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'

/**
 * Headers on every answer. The referrer goes to our own origin only: with "no-referrer" a browser would send
 * `Origin: null` with our own forms.
 */
export async function addSecurityHeaders(app: FastifyInstance, options: HttpOptions) {
  const https = isHttps(options)
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  app.addHook('onRequest', async (request, reply) => {
    const needs = request.routeOptions.config.content ?? []
    reply.headers({
      'content-security-policy': contentPolicy(needs, { https, bank: options.bankOrigin }),
      'permissions-policy': PERMISSIONS,
    })
  })
}
