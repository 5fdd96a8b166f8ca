import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { actingExchange } from './acting.tsx'
import { identityErrors } from '#capabilities/identity'
import { type RouteNeeds, STRICT } from '#platform/http'
import { ok, type Result } from '#core/kernel'
import type { PortalDeps } from './deps.ts'
import { signInFor } from './paths.ts'
import { type Exchange, exchangeOf, type SignedExchange, signedExchange } from './view.ts'

type Handler<E> = (exchange: E) => Promise<FastifyReply>

/** `content`: what the page needs beyond the strict content policy. */
type SignedRoute = (
  path: string,
  handler: Handler<SignedExchange>,
  content?: RouteNeeds['content'],
) => void

/** Routes of the portal: open ones, and those of somebody who has signed in. */
export interface Routing {
  readonly deps: PortalDeps
  readonly get: (path: string, handler: Handler<Exchange>) => void
  readonly post: (path: string, handler: Handler<Exchange>) => void
  /** A POST worth trying often by a guesser: few a minute from one address. */
  readonly postStrict: (path: string, handler: Handler<Exchange>) => void
  /** The same for a form with a file: of one that is too large the handler says itself, by `request.oversized`. */
  readonly postFile: (path: string, handler: Handler<Exchange>) => void
  readonly getSigned: SignedRoute
  readonly postSigned: SignedRoute
  /** A form whose typed text outlives the session: `ended` answers instead when the session or the form has run out. */
  readonly postTyped: (
    path: string,
    handlers: {
      readonly signed: Handler<SignedExchange>
      readonly stale: Handler<SignedExchange>
      readonly ended: Handler<Exchange>
    },
  ) => void
}

/**
 * The exchange of who is signed in. Of a request that they make for somebody else, only while their right stands: it is confirmed
 * again before reading and before each deed. Refusals: REPRESENTATION_CLOSED, REPRESENTATION_ENDED, REPRESENTATION_REGISTER_DOWN.
 */
async function byRight(
  deps: PortalDeps,
  signed: SignedExchange,
  check: 'mayRead' | 'stands',
): Promise<Result<SignedExchange>> {
  const exchange = await actingExchange(deps, signed)
  const { acting } = exchange
  const standing = acting === undefined ? undefined : await deps.representation[check](acting)
  return standing?.ok === false ? standing : ok(exchange)
}

export function routingOf(app: FastifyInstance, deps: PortalDeps): Routing {
  const route =
    (method: 'get' | 'post', options: RouteShorthandOptions) =>
    (path: string, handler: Handler<Exchange>): void => {
      app[method](path, options, (request, reply) => handler(exchangeOf(deps, request, reply)))
    }
  const get = route('get', {})
  const post = route('post', {})
  const typed = route('post', { config: { keepsTyped: true } })
  return {
    deps,
    get,
    post,
    postStrict: route('post', { config: { rateLimit: STRICT } }),
    postFile: route('post', { config: { rateLimit: STRICT, keepsOversized: true } }),
    // Who is not signed in comes back to this page after signing in.
    getSigned: (path, handler, content = []) =>
      route('get', { config: { content } })(path, async (exchange) => {
        const signed = signedExchange(exchange)
        if (signed === undefined) return exchange.redirect(signInFor(exchange.request.url))
        const own = await byRight(deps, signed, 'mayRead')
        return own.ok ? handler(own.value) : exchange.refuse(own.error)
      }),
    postTyped: (path, { signed, stale, ended }) =>
      typed(path, async (exchange) => {
        const reader = signedExchange(exchange)
        if (reader === undefined) return ended(exchange)
        const own = await byRight(deps, reader, 'stands')
        if (!own.ok) return exchange.refuse(own.error)
        return exchange.request.staleForm ? stale(own.value) : signed(own.value)
      }),
    postSigned: (path, handler, content = []) =>
      route('post', { config: { content } })(path, async (exchange) => {
        const signed = signedExchange(exchange)
        if (signed === undefined) return exchange.refuse(identityErrors.SESSION_ENDED())
        const own = await byRight(deps, signed, 'stands')
        return own.ok ? handler(own.value) : exchange.refuse(own.error)
      }),
  }
}
