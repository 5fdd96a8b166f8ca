import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '#core/kernel'
import type { FlashMessage } from '#platform/http'

/** Who looks at a page, in which language, and what the page before left to say. */
export interface Visit {
  readonly lang: Lang
  /** Path and query of the page. */
  readonly url: string
  readonly csrf: string
  readonly flash: readonly FlashMessage[]
  /** The name that the header shows; none for somebody who has not signed in. */
  readonly account?: string | undefined
}

/** The visit of a running request. Makes the form token, so the reply may get a cookie. */
export const visitOf = (request: FastifyRequest, reply: FastifyReply, account?: string): Visit => ({
  lang: request.lang,
  url: request.url,
  csrf: reply.csrfToken(),
  flash: request.flash,
  account,
})
