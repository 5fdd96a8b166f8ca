import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { officialsErrors } from '#capabilities/officials'
import { STRICT } from '#platform/http'
import type { OfficeDeps } from './deps.ts'
import { paths } from './paths.ts'
import { type Exchange, exchangeOf, type SeatExchange, seatExchange } from './view.ts'

type Handler<E> = (exchange: E) => Promise<FastifyReply>

/** Routes of the desks: those before the sign-in, and those of officials who sit. */
export interface Routing {
  readonly deps: OfficeDeps
  readonly get: (path: string, handler: Handler<Exchange>) => void
  readonly post: (path: string, handler: Handler<Exchange>) => void
  /** A POST worth trying often by a guesser: few a minute from one address. */
  readonly postStrict: (path: string, handler: Handler<Exchange>) => void
  readonly getSeated: (path: string, handler: Handler<SeatExchange>) => void
  readonly postSeated: (path: string, handler: Handler<SeatExchange>) => void
}

export function routingOf(app: FastifyInstance, deps: OfficeDeps): Routing {
  const route =
    (method: 'get' | 'post', options: RouteShorthandOptions) =>
    (path: string, handler: Handler<Exchange>): void => {
      app[method](path, options, (request, reply) => handler(exchangeOf(deps, request, reply)))
    }
  const get = route('get', {})
  const post = route('post', {})
  return {
    deps,
    get,
    post,
    postStrict: route('post', { config: { rateLimit: STRICT } }),
    getSeated: (path, handler) =>
      get(path, async (exchange) => {
        const seated = seatExchange(exchange)
        if (seated !== undefined) return handler(seated)
        return exchange.redirect(exchange.desk === undefined ? paths.signIn : paths.seat)
      }),
    postSeated: (path, handler) =>
      post(path, async (exchange) => {
        const seated = seatExchange(exchange)
        if (seated !== undefined) return handler(seated)
        return exchange.desk === undefined
          ? exchange.refuse(officialsErrors.SESSION_ENDED())
          : exchange.redirect(paths.seat)
      }),
  }
}
