import type { FastifyInstance } from 'fastify'
import { httpErrors } from './errors.ts'
import type { HttpOptions } from './http-options.ts'
import { refusalOfThrown } from './problem.ts'

/** What is thrown is broken code or a plugin's refusal: the reader gets a coded page, the log gets the error. */
export function addErrorHandling(app: FastifyInstance, { log }: HttpOptions) {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfThrown(error)
    if (refusal.status >= 500)
      log.error({ err: error, id: request.id, route: request.routeOptions.url }, 'request failed')
    return reply.refuse(refusal)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) =>
    reply.refuse(httpErrors.NOT_FOUND()),
  )
}
