import type { FastifyReply } from 'fastify'
import { type CaseView, isResult } from '#capabilities/cases'
import type { IssuedDocument } from '#capabilities/documents'
import { isParty } from '#core/engine'
import { partyNumber } from '#core/kernel'
import { BackLink } from '#platform/views'
import { awaitRegister } from '../await-register.ts'
import type { PortalDeps } from '../deps.ts'
import { placeOf } from '../document-place.ts'
import { portalErrors } from '../errors.ts'
import { forOthersOf, openOf } from '../for-others.ts'
import {
  DOCUMENT_STATUSES,
  DocumentPage,
  DocumentsPage,
  type ListedDocument,
} from '../pages/documents-pages.tsx'
import { forWhom } from '../pages/request-table.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'
import { type OnCase, onCase } from './on-case.ts'

/** The document of the address; somebody else's is as absent as one that was never issued. */
async function ownDocument(
  { documents }: PortalDeps,
  exchange: SignedExchange,
): Promise<IssuedDocument | undefined> {
  const found = await documents.find(exchange.param('number'))
  const own = found !== undefined && partyNumber(found.owner) === partyNumber(exchange.party)
  return own ? found : undefined
}

/** The channel by which the service of a document corrects what is wrong in it. */
function correctionOf({ regulations }: PortalDeps, { edition: ref, document }: IssuedDocument) {
  const edition = regulations.edition(ref)
  if (edition === undefined || !isResult(edition, document)) return undefined
  return Object.entries(edition.channels).find(([, { about }]) => about === 'document')?.[0]
}

/** Documents of requests that the reader ordered for others, and may read now, or signed as one of the applicants. */
async function documentsOfOthers(
  deps: PortalDeps,
  exchange: SignedExchange,
): Promise<readonly ListedDocument[]> {
  const { party, t } = exchange
  const others = await forOthersOf(deps, party)
  const [ordered, signed] = await Promise.all([
    deps.cases.numbered(openOf(others)),
    deps.cases.signedAsParticipant(party),
  ])
  const requests = new Map([...signed, ...ordered].map(({ id, number }) => [id, number]))
  const issued = await deps.documents.ofCases([...requests.keys()])
  return issued.flatMap((document) => {
    const request = requests.get(document.caseId)
    if (request === undefined || partyNumber(document.owner) === partyNumber(party)) return []
    const applicant = t('documents.of-applicant', { name: document.ownerName })
    const whose = forWhom(exchange, { ordered: others.get(request) }) ?? applicant
    return [{ document, request, whose }]
  })
}

async function list(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const status = DOCUMENT_STATUSES.find((one) => one === exchange.query('status'))
  const [own, theirs] = await Promise.all([
    deps.documents.ofOwner(exchange.party),
    documentsOfOthers(deps, exchange),
  ])
  const newestFirst = [...own.map((document) => ({ document })), ...theirs].toSorted((a, b) =>
    b.document.issuedAt.localeCompare(a.document.issuedAt),
  )
  return exchange.page({
    title: exchange.t('cabinet.documents'),
    section: 'cabinet',
    content: (
      <DocumentsPage
        view={exchange}
        documents={newestFirst.filter(
          ({ document }) => status === undefined || document.status === status,
        )}
        status={status}
      />
    ),
  })
}

async function show(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const document = await ownDocument(deps, exchange)
  if (document === undefined) return exchange.refuse(portalErrors.NOT_READY())
  const { number, status } = document
  const place = placeOf(number, undefined)
  const correctable = status === 'valid' && correctionOf(deps, document) !== undefined
  return exchange.page({
    title: exchange.text(document.title),
    section: 'cabinet',
    before: <BackLink href={paths.documents}>{exchange.t('cabinet.documents')}</BackLink>,
    content: (
      <DocumentPage view={exchange} document={document} place={place} correctable={correctable} />
    ),
  })
}

/** A document of the request, or for its party the receipt of its duty, by the address; any other is as absent as one that was never issued. */
async function documentIn(
  { documents, payments }: PortalDeps,
  exchange: SignedExchange,
  request: CaseView,
): Promise<IssuedDocument | undefined> {
  const wanted = exchange.param('document')
  const { state } = request
  const paid = isParty(exchange.actor, state) ? await payments.ofCase(state.id) : []
  const receipts = paid.map(({ payment }) => payment?.receipt)
  return [...request.documents, ...receipts].includes(wanted) ? documents.find(wanted) : undefined
}

const showInRequest =
  (deps: PortalDeps): OnCase =>
  async (exchange, request) => {
    const document = await documentIn(deps, exchange, request)
    if (document === undefined) return exchange.refuse(portalErrors.NOT_READY())
    const { number } = request.state
    const place = placeOf(document.number, number)
    return exchange.page({
      title: exchange.text(document.title),
      section: 'cabinet',
      before: (
        <BackLink href={paths.request(number)}>
          {exchange.t('request.caption', { number })}
        </BackLink>
      ),
      content: (
        <DocumentPage view={exchange} document={document} place={place} correctable={false} />
      ),
    })
  }

async function send(
  deps: PortalDeps,
  exchange: SignedExchange,
  document: IssuedDocument | undefined,
): Promise<FastifyReply> {
  const pdf = document && (await deps.documents.content(document.number))
  if (document === undefined || pdf === undefined) return exchange.refuse(portalErrors.NOT_READY())
  const way = exchange.query('save') === '' ? 'inline' : 'attachment'
  return exchange.reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `${way}; filename="document-${document.number}.pdf"`)
    .type('application/pdf')
    .send(pdf)
}

/** Begins the request to correct the document, or goes on with the one that is open. */
async function correct(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const { party, actor, lang: language } = exchange
  const document = await ownDocument(deps, exchange)
  const channel = document && correctionOf(deps, document)
  if (document === undefined || channel === undefined)
    return exchange.refuse(portalErrors.NOT_READY())
  const { service, number: about } = document
  const opened = await deps.cases.open({ service, channel, party, language, actor, about })
  if (!opened.ok) return exchange.refuse(opened.error)
  const { number } = opened.value
  await awaitRegister(deps.cases, number, actor)
  return exchange.redirect(paths.fill(number))
}

/** Documents that were issued to the reader, and those of requests that the reader made for somebody else or takes part in. */
export function documentRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned(paths.documents, (exchange) => list(deps, exchange))
  getSigned('/cabinet/documents/:number', (exchange) => show(deps, exchange))
  getSigned('/cabinet/documents/:number.pdf', async (exchange) =>
    send(deps, exchange, await ownDocument(deps, exchange)),
  )
  postSigned('/cabinet/documents/:number/correct', (exchange) => correct(deps, exchange))
  getSigned('/requests/:number/documents/:document', onCase(deps, showInRequest(deps)))
  getSigned(
    '/requests/:number/documents/:document.pdf',
    onCase(deps, async (exchange, request) =>
      send(deps, exchange, await documentIn(deps, exchange, request)),
    ),
  )
}
