import type { FastifyRequest } from 'fastify'

/**
 * Whether a browser says that our own page started the request. `Sec-Fetch-Site` decides where it is sent ("none" is the
 * person's own doing); else `Origin`. A client that sends neither is no browser of today and is left to the form token.
 */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`
}
