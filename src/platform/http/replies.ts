import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { CodedError } from '#core/kernel'
import { renderPage } from '#platform/views'
import { defaultErrorView } from './default-error-view.tsx'
import { FLASH_COOKIE } from './flash.ts'
import type { HttpOptions } from './http-options.ts'
import { type Problem, problemOf } from './problem.ts'

export interface PageOptions {
  readonly status?: number | undefined
  /** `revalidate`: for a page that holds nothing of anybody; the browser may keep it and asks each time. Default: not stored. */
  readonly cache?: 'none' | 'revalidate' | undefined
}

/** JSON is for those who ask for it and not for pages. */
const wantsJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

function sendPage(reply: FastifyReply, vnode: JSX.Element, options: PageOptions): FastifyReply {
  const { request } = reply
  const html = renderPage(vnode)
  if (request.flash.length > 0) reply.dropCookie(FLASH_COOKIE)
  reply
    .code(options.status ?? 200)
    .type('text/html; charset=utf-8')
    .headers({ 'content-language': request.lang, vary: 'Cookie, Accept-Language' })
  if (options.cache !== 'revalidate') return reply.header('cache-control', 'no-store').send(html)
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  reply.headers({ 'cache-control': 'private, no-cache', etag })
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(html)
}

/** `reply.page` and `reply.refuse`. An error view that fails itself gives way to the plain one. */
export function addReplies(app: FastifyInstance, options: HttpOptions) {
  const viewOf = (problem: Problem, reply: FastifyReply): JSX.Element => {
    const { request } = reply
    if (options.errorView !== undefined) return options.errorView(problem, request, reply)
    return defaultErrorView({ problem, request, assets: options.assets })
  }
  app.decorateReply('page', function page(vnode: JSX.Element, pageOptions: PageOptions = {}) {
    return sendPage(this, vnode, pageOptions)
  })
  app.decorateReply('refuse', function refuse(error: CodedError) {
    const problem = problemOf(error, this.request.lang, this.request.id)
    const { status, ...rest } = problem
    if (wantsJson(this.request) || this.request.routeOptions.config.machine === true)
      return this.code(status).header('cache-control', 'no-store').send({ error: rest })
    try {
      return sendPage(this, viewOf(problem, this), { status })
    } catch (failure) {
      options.log.error({ err: failure, id: this.request.id }, 'the error page failed')
      const plain = defaultErrorView({ problem, request: this.request, assets: options.assets })
      return sendPage(this, plain, { status })
    }
  })
}
