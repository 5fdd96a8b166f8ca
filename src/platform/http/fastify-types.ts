import type { JSX } from 'preact'
import type { CodedError, Lang } from '#core/kernel'
import type { ContentNeed } from './content-policy.ts'
import type { FlashMessage } from './flash.ts'
import type { PageOptions } from './replies.ts'
import type { SessionView } from './session.ts'
import type { Upload } from './uploads.ts'

/** What a route may say of itself: `app.get('/x', { config: { content: ['wasm'] } }, …)`. */
export interface RouteNeeds {
  /** Called by machines: no session, no language, no cookies, no form token. */
  machine?: boolean
  /**
   * A form whose token has run out reaches the handler with `request.staleForm`, so that what was typed can be kept: the
   * handler must change nothing then. What another site starts is refused all the same.
   */
  keepsTyped?: boolean
  /** A file beyond the limit reaches the handler as `request.oversized`, without its bytes, so that the page of the form can say so. */
  keepsOversized?: boolean
  /** What the page of this route needs beyond the strict content policy. */
  content?: readonly ContentNeed[]
}

declare module 'fastify' {
  interface FastifyContextConfig extends RouteNeeds {}
  interface FastifyInstance {
    /** From now on every new request is answered 503, while those that run end. `close()` does it too. */
    startDraining(): void
  }
  interface FastifyRequest {
    lang: Lang
    session: SessionView | undefined
    /** Messages left by the page before. */
    flash: readonly FlashMessage[]
    uploads: readonly Upload[]
    /** Fields whose file was beyond the limit. */
    oversized: readonly string[]
    /** The form came without a token of this session. */
    staleForm: boolean
    readCookie(name: string): string | undefined
  }
  interface FastifyReply {
    /** Sends a page. Pages are private and not stored unless `cache` says otherwise. */
    page(vnode: JSX.Element, options?: PageOptions): FastifyReply
    /** Answers with a refusal, as a page or as JSON. */
    refuse(error: CodedError): FastifyReply
    /** The token for the forms of the page that is about to be sent. */
    csrfToken(): string
    /** Leaves a message for the next page; no personal data in it. */
    flash(message: FlashMessage): FastifyReply
    /** HttpOnly, SameSite=Lax, `__Host-` under https; until the browser closes when no age is given. */
    keepCookie(name: string, value: string, maxAgeSeconds?: number): FastifyReply
    dropCookie(name: string): FastifyReply
    /** From now on this browser reads in that language, until another is chosen. */
    keepLanguage(lang: Lang): FastifyReply
  }
}
