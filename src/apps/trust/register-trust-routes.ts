import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Authority } from '#capabilities/authority'
import { ocspFailure } from '#platform/crypto'

const MEDIA = {
  crl: 'application/pkix-crl',
  certificate: 'application/pkix-cert',
  pem: 'application/x-pem-file',
  ocspRequest: 'application/ocsp-request',
  ocspResponse: 'application/ocsp-response',
  stampQuery: 'application/timestamp-query',
  stampReply: 'application/timestamp-reply',
} as const

/** A request about twenty certificates has about 3 kB; a time-stamp query a hundred octets. */
const MAX_REQUEST = 16 * 1024
/** RFC 6960, appendix A.1: GET is for requests of fewer than 255 octets once encoded; some clients send a little more. */
const MAX_GET = 1024
/** A list may be kept for ten minutes: a revocation shall not wait for a proxy. */
const CRL_CACHE = 'public, max-age=600'
const ANCHOR_CACHE = 'public, max-age=86400'

type Source = Pick<Authority, 'anchors' | 'crl' | 'answerOcsp' | 'answerTimeStamp'>

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`

function registerLists(app: FastifyInstance, authority: Source): void {
  for (const issuer of ['root', 'issuing'] as const) {
    app.get(`/trust/crl/${issuer}.crl`, async (_, reply) => {
      const list = await authority.crl(issuer)
      return reply.type(MEDIA.crl).header('cache-control', CRL_CACHE).send(list)
    })
  }
}

function registerAnchors(app: FastifyInstance, { anchors }: Source): void {
  for (const name of ['root', 'issuing'] as const) {
    app.get(`/trust/ca/${name}.cer`, (_, reply) =>
      reply.type(MEDIA.certificate).header('cache-control', ANCHOR_CACHE).send(anchors[name]),
    )
    app.get(`/trust/ca/${name}.pem`, (_, reply) =>
      reply.type(MEDIA.pem).header('cache-control', ANCHOR_CACHE).send(pem(anchors[name])),
    )
  }
}

const bodyOf = ({ body }: FastifyRequest): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0)

function registerOcsp(app: FastifyInstance, authority: Source): void {
  // RFC 6960, 2.3: a responder that cannot answer says so in an OCSP response, not in HTTP.
  const answerOrSayWhy = async (request: Buffer, log: FastifyBaseLogger) => {
    try {
      return await authority.answerOcsp(request)
    } catch (err) {
      log.error({ err }, 'no OCSP answer')
      return ocspFailure('internalError')
    }
  }
  const answer = async (der: Buffer, { log }: FastifyRequest, reply: FastifyReply) =>
    reply
      .type(MEDIA.ocspResponse)
      .header('cache-control', 'no-store')
      .send(await answerOrSayWhy(der, log))
  app.post('/trust/ocsp', (request, reply) => answer(bodyOf(request), request, reply))
  app.get<{ Params: { '*': string } }>('/trust/ocsp/*', (request, reply) => {
    const encoded = request.params['*']
    const der = encoded.length > MAX_GET ? Buffer.alloc(0) : Buffer.from(encoded, 'base64')
    return answer(der, request, reply)
  })
}

/**
 * The authority's public routes. Requests that cannot be read get the answer of their RFC (malformedRequest, badDataFormat);
 * another media type gets 415, a body over 16 kB gets 413.
 */
export async function registerTrustRoutes(
  app: FastifyInstance,
  { authority }: { authority: Source },
): Promise<void> {
  await app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      [MEDIA.ocspRequest, MEDIA.stampQuery],
      { parseAs: 'buffer', bodyLimit: MAX_REQUEST },
      (_request, body, parsed) => parsed(null, body),
    )
    registerLists(scope, authority)
    registerAnchors(scope, authority)
    registerOcsp(scope, authority)
    scope.post('/trust/tsa', async (request, reply) =>
      reply
        .type(MEDIA.stampReply)
        .header('cache-control', 'no-store')
        .send(await authority.answerTimeStamp(bodyOf(request))),
    )
    done()
  })
}
