import type { FastifyInstance } from 'fastify'
import { httpErrors } from './errors.ts'
import type { HttpOptions } from './http-options.ts'

const passes = async (check: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await check()
  } catch {
    return false
  }
}

/** `GET /health` for whoever balances the load; when draining, every new request is told to come again. */
export function addHealth(app: FastifyInstance, { checks = {} }: HttpOptions) {
  let draining = false
  app.decorate('startDraining', () => {
    draining = true
  })
  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!draining || request.routeOptions.url === '/health') return undefined
    reply.headers({ 'retry-after': '5', connection: 'close' })
    return reply.refuse(httpErrors.UNAVAILABLE())
  })
  app.get('/health', { config: { machine: true, rateLimit: false } }, async (_request, reply) => {
    const names = Object.keys(checks)
    const passed = await Promise.all(Object.values(checks).map(passes))
    const failed = names.filter((_, index) => passed[index] === false)
    const state = failed.length > 0 ? 'failing' : 'ok'
    const status = draining ? 'draining' : state
    return reply
      .code(status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, failed })
  })
}
