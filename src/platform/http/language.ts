import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLang, type Lang } from '#core/kernel'
import { langOfUrl } from '#platform/views'

const COOKIE = 'lang'
const YEAR_SECONDS = 31_536_000
const DEFAULT: Lang = 'kk'

/** The first of our languages that the browser names, by its weights. */
export function acceptedLang(header: string | undefined): Lang | undefined {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';')
    const weight = params.find((param) => param.trim().startsWith('q='))?.split('=')[1]
    return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  return wishes
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ lang }) => lang)
    .find(isLang)
}

function chosenLang(request: FastifyRequest): Lang {
  const kept = request.readCookie(COOKIE)
  if (isLang(kept)) return kept
  return request.session?.lang ?? acceptedLang(request.headers['accept-language']) ?? DEFAULT
}

/** The address's `?lang=` is kept in a cookie; then the cookie, the account, the browser, Kazakh. */
export function addLanguage(app: FastifyInstance) {
  app.decorateRequest('lang', DEFAULT)
  app.decorateReply('keepLanguage', function keepLanguage(lang: Lang) {
    return this.keepCookie(COOKIE, lang, YEAR_SECONDS)
  })
  app.addHook('onRequest', async (request, reply) => {
    const asked = langOfUrl(request.url)
    if (asked === undefined) {
      request.lang = chosenLang(request)
      return
    }
    request.lang = asked
    if (request.routeOptions.config.machine !== true) reply.keepLanguage(asked)
  })
}
