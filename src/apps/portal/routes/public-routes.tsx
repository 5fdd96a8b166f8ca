import type { FastifyReply } from 'fastify'
import type { CheckSubject } from '#capabilities/documents'
import { type CodedError, dayOf, ok, refuse, type Result } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { handedFile } from '../handed-file.ts'
import { CheckDocumentPage, CheckedPage, HelpPage, type HelpPhone } from '../pages/public-pages.tsx'
import { SystemsPage } from '../pages/systems-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { Exchange } from '../view.ts'

/** What was handed in: a file, or a number. */
function subjectOf(exchange: Exchange): Result<CheckSubject> {
  const file = handedFile(exchange)
  if (file !== undefined) return file
  const { number } = exchange.fields
  return number === undefined
    ? refuse(portalErrors.CHECK_NO_FILE({}, 'file'))
    : ok({ kind: 'number', number: number.slice(0, 40) })
}

function checkPage(exchange: Exchange, errors: readonly CodedError[], number = ''): FastifyReply {
  const typed = { number: number.slice(0, 20), ...exchange.fields }
  return exchange.page({
    title: exchange.t('check.page-title'),
    section: 'check',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: <CheckDocumentPage view={exchange} form={formState(typed, errors, exchange.lang)} />,
    indexed: true,
  })
}

async function check(deps: PortalDeps, exchange: Exchange): Promise<FastifyReply> {
  const handed = subjectOf(exchange)
  if (!handed.ok) return checkPage(exchange, [handed.error])
  const subject = handed.value
  const report = await deps.documents.check(subject)
  if (!report.ok) {
    const field = subject.kind === 'number' ? 'number' : 'file'
    return checkPage(exchange, [{ ...report.error, field }])
  }
  return exchange.page({
    title: exchange.t('check.page-title'),
    section: 'check',
    content: (
      <CheckedPage view={exchange} report={report.value} byNumber={subject.kind === 'number'} />
    ),
  })
}

/** The phones that the regulations in force name, each once. */
function phonesOf({ regulations }: PortalDeps, { now }: Exchange): HelpPhone[] {
  const found = new Map<string, HelpPhone>()
  for (const { id, name } of regulations.services())
    for (const { number, who } of regulations.inForce(id, dayOf(now))?.help?.phones ?? []) {
      const known = found.get(number)
      found.set(number, {
        number,
        who: known?.who ?? who,
        services: [...(known?.services ?? []), name],
      })
    }
  return [...found.values()]
}

/** Where nothing is for everybody: pages of one reader, of one request, of desks, and services for machines. */
const NOT_FOR_ROBOTS = [
  '/cabinet',
  '/requests/',
  '/cases/',
  '/services/*/order',
  paths.signIn,
  paths.register,
  paths.forgot,
  '/confirm-email/',
  '/stop-letters/',
  '/office',
  '/payments/',
  '/trust/',
  '/demonstration/',
  '/health',
]
const ROBOTS = ['User-agent: *', ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`), ''].join(
  '\n',
)

/** Open to everyone: check a document, state of the systems, help. */
export function publicRoutes({ deps, get, postFile }: Routing): void {
  get('/robots.txt', async ({ reply }) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'max-age=3600').send(ROBOTS),
  )
  // A link may bring the number along: one's own documents lead here.
  get(paths.checkDocument, async (exchange) => checkPage(exchange, [], exchange.query('number')))
  postFile(paths.checkDocument, (exchange) => check(deps, exchange))

  get(paths.systems, async (exchange) =>
    exchange.page({
      title: exchange.t('systems.title'),
      section: 'help',
      content: <SystemsPage view={exchange} systems={await deps.systems()} />,
    }),
  )
  get(paths.help, async (exchange) =>
    exchange.page({
      title: exchange.t('help.title'),
      section: 'help',
      content: <HelpPage view={exchange} phones={phonesOf(deps, exchange)} />,
      indexed: true,
    }),
  )
}
