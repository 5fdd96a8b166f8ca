import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type CodedError, LANGS } from '#core/kernel'
import { renderError } from '#platform/i18n'
import { httpErrors } from './errors.ts'

const KIBIBYTE = 1024
/** Of all headers together: beyond it nothing is read any more. */
export const MOST_HEADERS = 64 * KIBIBYTE
/** Of an address that is looked at. */
const MOST_ADDRESS = 8 * KIBIBYTE

/** An address that is too long to mean anything is refused as a page before a handler sees it. */
export function addAddressLimit(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.length > MOST_ADDRESS) return reply.refuse(httpErrors.ADDRESS_TOO_LONG())
    return undefined
  })
}

/** A page without a reader: who asked, and in which language, was not read. */
const pageOf = (error: CodedError): string => {
  const texts = LANGS.map((lang) => `<p lang="${lang}">${renderError(error, lang)}</p>`)
  const body = `<h1>${error.status}</h1>${texts.join('')}<p>${error.code}</p><p><a href="/">Qyzmet</a></p>`
  return `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>${error.status} – Qyzmet</title></head><body>${body}</body></html>`
}

/** What node could not read as a request is answered in all languages, with its code, and the connection ends. */
export function answerUnreadable({ code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const large = code === 'HPE_HEADER_OVERFLOW'
  const error = large ? httpErrors.HEADERS_TOO_LARGE() : httpErrors.BAD_REQUEST()
  const body = pageOf(error)
  const head = [
    `HTTP/1.1 ${error.status} ${large ? 'Request Header Fields Too Large' : 'Bad Request'}`,
    'content-type: text/html; charset=utf-8',
    "content-security-policy: default-src 'none'",
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
