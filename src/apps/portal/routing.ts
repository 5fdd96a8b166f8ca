import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { identityErrors } from '#capabilities/identity'
import { STRICT } from '#platform/http'
import type { PortalDeps } from './deps.ts'
import { signInFor } from './paths.ts'
import { type Exchange, exchangeOf, type SignedExchange, signedExchange } from './view.ts'

type Handler<E> = (exchange: E) => Promise<FastifyReply>

/** Routes of the portal: open ones, and those of somebody who has signed in. */
export interface Routing {
  readonly deps: PortalDeps
  readonly get: (path: string, handler: Handler<Exchange>) => void
  readonly post: (path: string, handler: Handler<Exchange>) => void
  /** A POST worth trying often by a guesser: few a minute from one address. */
  readonly postStrict: (path: string, handler: Handler<Exchange>) => void
  readonly getSigned: (path: string, handler: Handler<SignedExchange>) => void
  readonly postSigned: (path: string, handler: Handler<SignedExchange>) => void
}

export function routingOf(app: FastifyInstance, deps: PortalDeps): Routing {
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
    // Who is not signed in comes back to this page after signing in.
    getSigned: (path, handler) =>
      get(path, async (exchange) => {
        const signed = signedExchange(exchange)
        return signed === undefined
          ? exchange.redirect(signInFor(exchange.request.url))
          : handler(signed)
      }),
    postSigned: (path, handler) =>
      post(path, async (exchange) => {
        const signed = signedExchange(exchange)
        return signed === undefined
          ? exchange.refuse(identityErrors.SESSION_ENDED())
          : handler(signed)
      }),
  }
}
