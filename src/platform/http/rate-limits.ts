import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { HttpOptions } from './http-options.ts'

/** For `config: { rateLimit: STRICT }`: sign-in, registration, uploads, everything worth trying often. */
export const STRICT = { max: 20, timeWindow: 60_000 } as const

/** Counts by address over all routes of this process, generous enough for an office behind one address. */
export async function addRateLimits(app: FastifyInstance, { requestsPerMinute }: HttpOptions) {
  await app.register(rateLimit, {
    global: true,
    max: requestsPerMinute ?? 600,
    timeWindow: 60_000,
    allowList: (request) => request.routeOptions.url?.startsWith('/assets/') === true,
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  })
}
