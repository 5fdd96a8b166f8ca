import type { FastifyRequest } from 'fastify'
import type { Lang } from '#core/kernel'

/** What the server must know of a session; the account is its owner's matter. */
export interface SessionView<A = unknown> {
  readonly id: string
  /** Random, of this session alone: binds form tokens to it. */
  readonly csrfSecret: string
  readonly lang?: Lang | undefined
  readonly account: A
}

export interface SessionAccess<A> {
  /** For `createHttp({ sessionOf })`. */
  readonly lookup: (request: FastifyRequest) => Promise<SessionView<A> | undefined>
  /** The session of a running request, with its type of account. */
  readonly of: (request: FastifyRequest) => SessionView<A> | undefined
}

/** Keeps the type of account between the lookup at the start of a request and the handlers that read it. */
export function sessionAccess<A>(
  find: (request: FastifyRequest) => Promise<SessionView<A> | undefined>,
): SessionAccess<A> {
  const found = new WeakMap<FastifyRequest, SessionView<A>>()
  return {
    lookup: async (request) => {
      const session = await find(request)
      if (session !== undefined) found.set(request, session)
      return session
    },
    of: (request) => found.get(request),
  }
}
