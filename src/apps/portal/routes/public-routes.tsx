import type { FastifyReply } from 'fastify'
import type { CheckSubject } from '#capabilities/documents'
import type { CodedError } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { CheckDocumentPage, CheckedPage, HelpPage, SystemsPage } from '../pages/public-pages.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { Exchange } from '../view.ts'

/** What was handed in, by content: a PDF begins with its mark, everything else is tried as a picture. */
function subjectOf({ request, fields }: Exchange): CheckSubject | undefined {
  const bytes = request.uploads.find(({ field }) => field === 'file')?.bytes
  if (bytes !== undefined && bytes.length > 0)
    return bytes.subarray(0, 1024).includes('%PDF-')
      ? { kind: 'pdf', bytes }
      : { kind: 'image', bytes }
  const { number } = fields
  return number === undefined ? undefined : { kind: 'number', number: number.slice(0, 40) }
}

function checkPage(exchange: Exchange, errors: readonly CodedError[]): FastifyReply {
  return exchange.page({
    title: exchange.t('check.page-title'),
    section: 'check',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <CheckDocumentPage view={exchange} form={formState(exchange.fields, errors, exchange.lang)} />
    ),
    indexed: true,
  })
}

async function check(deps: PortalDeps, exchange: Exchange): Promise<FastifyReply> {
  const subject = subjectOf(exchange)
  if (subject === undefined) return checkPage(exchange, [portalErrors.CHECK_NO_FILE({}, 'file')])
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

/** Open to everyone: check a document, state of the systems, help. */
export function publicRoutes({ deps, get, postStrict }: Routing): void {
  get(paths.checkDocument, async (exchange) => checkPage(exchange, []))
  postStrict(paths.checkDocument, (exchange) => check(deps, exchange))

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
      content: <HelpPage view={exchange} />,
      indexed: true,
    }),
  )
}
