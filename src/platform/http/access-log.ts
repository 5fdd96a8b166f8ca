import type { FastifyInstance } from 'fastify'
import type { HttpOptions } from './http-options.ts'

const quiet = (route: string): boolean => route.startsWith('/assets/') || route === '/health'

/** One line a request: the pattern of the route, never the address itself, which may hold a number or a search. */
export function addAccessLog(app: FastifyInstance, { log }: HttpOptions) {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const line = {
      id: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (quiet(route)) log.debug(line, 'request')
    else log.info(line, 'request')
  })
}
