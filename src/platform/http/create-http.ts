import formbody from '@fastify/formbody'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { addAccessLog } from './access-log.ts'
import { addClosing } from './closing.ts'
import { addCookies } from './cookies.ts'
import { addCsrf } from './csrf.ts'
import { addErrorHandling } from './error-handling.ts'
import { addFlash } from './flash.ts'
import { addHealth } from './health.ts'
import type { HttpOptions } from './http-options.ts'
import { addLanguage } from './language.ts'
import { addRateLimits } from './rate-limits.ts'
import { addReplies } from './replies.ts'
import { newRequestId } from './request-id.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addStaticFiles } from './static-files.ts'
import { addAddressLimit, answerUnreadable, MOST_HEADERS } from './unreadable.ts'
import { addUploads } from './uploads.ts'

const KIBIBYTE = 1024
const MIN_SECRET = 32

/**
 * The server, with everything in place but the routes. The order of the parts is the order of their hooks: cookies,
 * language and answers first, so that each later refusal is a page in the reader's language.
 * @throws RangeError when the secret is too short.
 */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  if (options.secrets.cookies.length < MIN_SECRET)
    throw new RangeError(`the secret of cookies needs ${MIN_SECRET} characters`)
  const app = newServer(options)
  addAccessLog(app, options)
  addClosing(app)
  await addSecurityHeaders(app, options)
  await addCookies(app, options)
  addFlash(app, options)
  addSession(app, options)
  addLanguage(app)
  addReplies(app, options)
  addAddressLimit(app)
  await addRateLimits(app, options)
  addHealth(app, options)
  addErrorHandling(app, options)
  await app.register(formbody, { bodyLimit: options.bodyBytes ?? 256 * KIBIBYTE })
  await addUploads(app, options)
  addCsrf(app, options)
  await addStaticFiles(app, options)
  return app
}

function newServer(options: HttpOptions): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = options.log
  return Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    genReqId: newRequestId,
    http: { maxHeaderSize: MOST_HEADERS },
    clientErrorHandler: answerUnreadable,
    requestIdHeader: false,
    bodyLimit: options.bodyBytes ?? 256 * KIBIBYTE,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
}

function addSession(app: FastifyInstance, { sessionOf }: HttpOptions) {
  app.decorateRequest('session')
  app.addHook('onRequest', async (request) => {
    const wanted = sessionOf !== undefined && request.routeOptions.config.machine !== true
    request.session = wanted ? await sessionOf(request) : undefined
  })
}
